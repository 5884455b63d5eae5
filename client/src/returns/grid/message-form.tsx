import { useState, type FormEvent } from 'react'
import { KeptWords } from '../../drafts/kept-words.tsx'
import { useKept } from '../../drafts/use-kept.ts'
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { Said } from '../../ui/said.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { wordsOf } from './fault-words.ts'

export type MessageWords = { label: string; button: string; blank: string; hint?: string }

type MessageFormProps = {
  /** Of the thread, or of the figure that is asked about. */
  id: string
  /** Of which return, where the id is a figure's. */
  returnId?: string
  words: MessageWords
  /** What it is folded away under, until it is wanted or words were kept in it. */
  folded?: string | undefined
  /** Throws what the server refused, which is then said beside the text. */
  onSend: (text: string) => Promise<void>
}

/** A box for one message, kept as it was written, and on this computer, until it is sent. */
export function MessageForm({ id, returnId = '', words, folded, onSend }: MessageFormProps) {
  const { label, button, blank, hint } = words
  const [text, setText, forget, isFound] = useKept(`message ${returnId} ${id}`, '')
  const [fault, setFault] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(0)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setFault(text.trim() === '' ? blank : undefined)
    if (text.trim() === '') return
    setBusy(true)
    try {
      await onSend(text)
      forget()
      setSent(sent + 1)
    } catch (error) {
      setFault(wordsOf(error))
    }
    setBusy(false)
  }
  const form = (
    <form noValidate onSubmit={(event) => void send(event)}>
      <KeptWords {...{ isFound, about: label }} onDiscard={forget} />
      <Textarea
        id={`answer-${id}`}
        {...{ label, hint, rows: 3, value: text, onChange: setText, error: fault }}
      />
      <Button look="secondary" busy={busy}>
        {button}
      </Button>
    </form>
  )
  return (
    <>
      {sent > 0 && <Said key={sent}>{label} is sent.</Said>}
      {folded === undefined ? (
        form
      ) : (
        <Details summary={folded} open={isFound}>
          {form}
        </Details>
      )}
    </>
  )
}
