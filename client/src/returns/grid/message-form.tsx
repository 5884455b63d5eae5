import { useState, type FormEvent } from 'react'
import { useKept } from '../../reviews/use-kept.ts'
import { Button } from '../../ui/button.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { wordsOf } from './explain-form.tsx'

export type MessageWords = { label: string; button: string; blank: string; hint?: string }

type MessageFormProps = {
  /** Of the thread, or of the figure that is asked about. */
  id: string
  /** Of which return, where the id is a figure's. */
  returnId?: string
  words: MessageWords
  /** Throws what the server refused, which is then said beside the text. */
  onSend: (text: string) => Promise<void>
}

/** A box for one message, kept as it was written, and on this computer, until it is sent. */
export function MessageForm({ id, returnId = '', words, onSend }: MessageFormProps) {
  const { label, button, blank, hint } = words
  const [text, setText, forget] = useKept(`message ${returnId} ${id}`, '')
  const [fault, setFault] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setFault(text.trim() === '' ? blank : undefined)
    if (text.trim() === '') return
    setBusy(true)
    await onSend(text).then(forget, (error: unknown) => setFault(wordsOf(error)))
    setBusy(false)
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Textarea
        id={`answer-${id}`}
        {...{ label, hint, rows: 3, value: text, onChange: setText, error: fault }}
      />
      <Button look="secondary" busy={busy}>
        {button}
      </Button>
    </form>
  )
}
