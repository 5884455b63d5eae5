import type { ReactNode } from 'react'
import type { Outcome } from '../outcome.tsx'
import { AmendmentFrame } from './amendment-frame.tsx'
import { SaveButtons } from './save-buttons.tsx'
import type { Saving } from './use-saving.ts'
import type { Typed } from './use-typed.ts'

type PartFormProps = {
  title: string
  part: {
    saving: Saving
    outcome: Outcome
    typing: Pick<Typed<unknown>, 'found' | 'forget'>
    submit: () => void
  }
  width?: 'two-thirds' | 'full'
  /** Of the button, and where one goes back to. */
  words?: string
  back?: string
  /** Before the form, and after it. */
  before?: ReactNode
  after?: ReactNode
  children: ReactNode
}

/** The page of a part of an amendment: one form, saved with one button. */
export function PartForm({ title, part, width, words, back, before, after, children }: PartFormProps) {
  const { submit, ...frame } = part
  const { ground, busy } = frame.saving
  return (
    <AmendmentFrame title={title} {...frame} {...(width && { width })}>
      {before}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {children}
        <SaveButtons amendmentId={ground.id} busy={busy} {...(words && { words })} {...(back && { back })} />
      </form>
      {after}
    </AmendmentFrame>
  )
}
