import { useState, type FormEvent } from 'react'
import { KeptWords } from '../drafts/kept-words.tsx'
import type { Kept } from '../drafts/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Textarea } from '../ui/textarea.tsx'

type ReasonFormProps = {
  id: string
  label: string
  hint?: string
  button: string
  busy: boolean
  /** Whoever sends it forgets it then. */
  kept: Kept<string>
  onReason: (reason: string) => void
}

/** A reason in a sentence or two, and the button that sends it. */
export function ReasonForm({ id, label, hint, button, busy, kept, onReason }: ReasonFormProps) {
  const [reason, setReason, forget, isFound] = kept
  const [fault, setFault] = useState<string | undefined>()
  const [tries, setTries] = useState(0)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const missing = reason.trim() === ''
    setTries(tries + 1)
    setFault(missing ? 'Give a reason' : undefined)
    if (!missing) onReason(reason)
  }
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary key={tries} errors={fault ? [{ field: id, message: fault }] : []} />
      <KeptWords {...{ isFound, about: label }} onDiscard={forget} />
      <Textarea {...{ id, label, hint }} rows={4} value={reason} onChange={setReason} error={fault} />
      <Button look="secondary" busy={busy}>
        {button}
      </Button>
    </form>
  )
}
