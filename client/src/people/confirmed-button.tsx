import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'

type ConfirmedButtonProps = {
  words: string
  /** Whom it concerns, for those who hear buttons out of their place. */
  about: string
  /** What will happen, asked before it does. */
  question: string
  busy: boolean
  onConfirm: () => void
}

/** A button that asks once more, in its own place, before it does what cannot be taken back with a key. */
export function ConfirmedButton({ words, about, question, busy, onConfirm }: ConfirmedButtonProps) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <button type="button" className="app-link-button" onClick={() => setAsking(true)}>
        {words}
        <span className="govuk-visually-hidden"> {about}</span>
      </button>
    )
  return (
    <div className="app-confirm">
      <p className="govuk-body-s">{question}</p>
      <ButtonGroup>
        <Button look="warning" busy={busy} onClick={onConfirm}>
          Yes, {words.charAt(0).toLowerCase() + words.slice(1)}
        </Button>
        <button type="button" className="app-link-button" onClick={() => setAsking(false)}>
          Leave as it is
        </button>
      </ButtonGroup>
    </div>
  )
}
