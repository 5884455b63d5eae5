import { useState, type FormEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { Textarea } from '../ui/textarea.tsx'

type ReasonFormProps = {
  id: string
  label: string
  hint?: string
  button: string
  busy: boolean
  onReason: (reason: string) => void
}

/** A reason in a sentence or two, and the button that sends it. */
export function ReasonForm({ id, label, hint, button, busy, onReason }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    const missing = reason.trim() === ''
    setFault(missing ? 'Give a reason' : undefined)
    if (!missing) onReason(reason)
  }
  return (
    <form noValidate onSubmit={send}>
      <Textarea {...{ id, label, hint }} rows={4} value={reason} onChange={setReason} error={fault} />
      <Button look="secondary" busy={busy}>
        {button}
      </Button>
    </form>
  )
}
