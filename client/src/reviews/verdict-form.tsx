import { useState, type FormEvent } from 'react'
import type { Locator } from '@inclusion/shared/locators'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { verdictId } from './asking.ts'
import { useReview } from './review-context.ts'
import { useKept } from './use-kept.ts'

/** The decisions that need words. */
export type Worded = 'accept-explained' | 'question' | 'request-change'

const words: Record<Worded, { label: string; hint: string; button: string; blank: string }> = {
  'accept-explained': {
    label: 'Why it is accepted',
    hint: 'Kept with the figure. The borough sees it once you decide on the return.',
    button: 'Accept with this explanation',
    blank: 'Write why it is accepted',
  },
  question: {
    label: 'Your question',
    hint: 'The borough is written to at once and answers beside the figure. The return stays with you.',
    button: 'Ask this question',
    blank: 'Write your question',
  },
  'request-change': {
    label: 'What should change',
    hint: 'Collected, and sent when you ask for changes. The borough can then change this figure.',
    button: 'Keep this request',
    blank: 'Write what should change',
  },
}

type VerdictFormProps = {
  locator: Locator
  kind: Worded
  busy: boolean
  fault: string | undefined
  /** What was written for this decision before. */
  before: string
  onSend: (note: string) => Promise<void>
  onCancel: () => void
}

/** The words of a decision, kept on this computer until they are sent. */
export function VerdictForm({ locator, kind, busy, fault, before, onSend, onCancel }: VerdictFormProps) {
  const { view } = useReview()
  const [text, setText, forget] = useKept(`${kind} ${view.id} ${locator}`, before)
  const [blank, setBlank] = useState<string | undefined>()
  const { label, hint, button, blank: isBlank } = words[kind]
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const missing = text.trim() === ''
    setBlank(missing ? isBlank : undefined)
    if (missing) return
    // What was refused is said beside the words, which stay.
    await onSend(text).then(forget, () => null)
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Textarea
        id={`${verdictId(locator)}-${kind}-words`}
        {...{ label, hint, rows: 3, value: text, onChange: setText, error: blank ?? fault }}
      />
      <ButtonGroup>
        <Button busy={busy}>{button}</Button>
        <Button look="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </form>
  )
}
