import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'

type ConfirmedButtonProps = {
  words: string
  /** Whom it concerns, for those who hear buttons out of their place. */
  about: string
  /** What will happen, asked before it does. */
  question: string
  /** Nothing ends with it: the button that does it warns of nothing. */
  isHarmless?: boolean
  busy: boolean
  onConfirm: () => void
}

/** A button that asks once more, in its own place, before it does what cannot be taken back with a key. */
export function ConfirmedButton({
  words,
  about,
  question,
  isHarmless,
  busy,
  onConfirm,
}: ConfirmedButtonProps) {
  const [asking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const leave = () => {
    setAsking(false)
    // It is there after the next paint.
    requestAnimationFrame(() => opener.current?.focus())
  }
  if (!asking)
    return (
      <button type="button" className="app-link-button" ref={opener} onClick={() => setAsking(true)}>
        {words}
        <span className="govuk-visually-hidden"> {about}</span>
      </button>
    )
  return (
    <Asked key={question} question={question}>
      <ButtonGroup>
        <Button look={isHarmless ? 'primary' : 'warning'} busy={busy} onClick={onConfirm}>
          Yes, {words.charAt(0).toLowerCase() + words.slice(1)}
        </Button>
        <button type="button" className="app-link-button" onClick={leave}>
          Leave as it is
        </button>
      </ButtonGroup>
    </Asked>
  )
}

/** The question takes the focus, as does another that comes in its place: what was pressed is gone. */
function Asked({ question, children }: { question: string; children: ReactNode }) {
  const questionId = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <fieldset className="govuk-fieldset app-confirm" aria-labelledby={questionId} tabIndex={-1} ref={box}>
      <p className="govuk-body-s" id={questionId}>
        {question}
      </p>
      {children}
    </fieldset>
  )
}
