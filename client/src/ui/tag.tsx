import type { ReactNode } from 'react'

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'red' | 'orange' | 'yellow'

/** A status in words, with a colour that is never its only sign. Prefer a tag by status to this. */
export function Tag({ colour, children }: { colour: TagColour; children: ReactNode }) {
  return <strong className={`govuk-tag govuk-tag--${colour} app-status`}>{children}</strong>
}
