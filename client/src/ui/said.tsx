import type { ReactNode } from 'react'

const takeFocus = (said: HTMLElement | null) => said?.focus()

/** What was just done, where the form stood that did it: it takes the focus, so that it is heard and nothing is lost. */
export function Said({ children }: { children: ReactNode }) {
  return (
    <p className="govuk-body" tabIndex={-1} ref={takeFocus}>
      {children}
    </p>
  )
}
