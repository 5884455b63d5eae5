import type { MouseEvent } from 'react'

type KeptWordsProps = {
  isFound: boolean
  /** The field, for those who hear the button out of its place. */
  about: string
  onDiscard: () => void
}

/** Says that what stands in a field was written before and never sent. */
export function KeptWords({ isFound, about, onDiscard }: KeptWordsProps) {
  if (!isFound) return null
  const discard = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const form = currentTarget.closest('form, section')
    // The button goes, and what is folded away again with it: the focus stays where one goes on.
    const next =
      form?.closest('details')?.querySelector('summary') ??
      form?.querySelector<HTMLElement>('select, textarea, input')
    onDiscard()
    next?.focus()
  }
  return (
    <p className="govuk-body">
      You wrote this before. It was kept on this computer and is not sent yet.{' '}
      <button type="button" className="app-link-button" onClick={discard}>
        Discard it<span className="govuk-visually-hidden">: {about}</span>
      </button>
    </p>
  )
}
