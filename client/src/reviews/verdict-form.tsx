import type { FormEvent } from 'react'
import type { Locator } from '@inclusion/shared/locators'
import { wordsOf } from '../returns/grid/fault-words.ts'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { verdictId } from './asking.ts'
import { useReview } from './review-context.ts'
import { wordsFault } from './words-fault.ts'

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
  text: string
  onText: (text: string) => void
  onSend: (text: string) => Promise<void>
  onCancel: () => void
}

/** The box for the words of a decision. */
export const wordsField = (locator: Locator, kind: Worded): string => `${verdictId(locator)}-${kind}-words`

/** The words of a decision. What is missing or refused is said beside them and at the top of the page. */
export function VerdictForm({ locator, kind, busy, text, onText, onSend, onCancel }: VerdictFormProps) {
  const { faultOf, onFaults } = useReview()
  const { label, hint, button, blank } = words[kind]
  const field = wordsField(locator, kind)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const fault = wordsFault(text, blank)
    if (fault) return onFaults([{ field, message: fault }])
    await onSend(text).catch((error: unknown) => onFaults([{ field, message: wordsOf(error) }]))
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Textarea
        id={field}
        {...{ label, hint, rows: 3, value: text, onChange: onText, error: faultOf(field) }}
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
