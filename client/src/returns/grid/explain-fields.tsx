import { useEffect, useState, type FormEvent } from 'react'
import type { PeriodId } from '@inclusion/shared/periods'
import { explanationReasons, type ExplanationReason } from '@inclusion/shared/standards/finding'
import { KeptWords } from '../../drafts/kept-words.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { focusField } from '../../ui/focus-field.ts'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { holdOptions } from '../hold-options.ts'
import { wordsOf } from './fault-words.ts'
import type { Drafted, ExplainFormProps } from './explain-form.tsx'

export const reasonOptions = [
  { value: '', label: 'Choose a reason' },
  ...Object.entries(explanationReasons).map(([value, label]) => ({ value, label })),
]

type ExplainFieldsProps = {
  id: string
  periodId: PeriodId
  /** What is explained. */
  about: string
  draft: Drafted
  isFound: boolean
  onChange: (next: Drafted) => void
  onDiscard: () => void
  onExplain: ExplainFormProps['onExplain']
}

/** A reason, a sentence of what happened, and how long it holds. What is refused stays as it was written. */
export function ExplainFields({ id, periodId, draft, onChange, onExplain, ...kept }: ExplainFieldsProps) {
  const { reason, text, holdsUntil } = draft
  const [faults, setFaults] = useState<ExplainFaults>({})
  const [refused, setRefused] = useState<string | undefined>()
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  useFirstField(`${id}-reason`, kept.isFound)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const found = explainFaults(reason, text)
    setFaults(found)
    setRefused(undefined)
    setTries(tries + 1)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    await onExplain({ reason: reason as ExplanationReason, text, holdsUntil }).catch((error: unknown) => {
      setRefused(wordsOf(error))
    })
    setBusy(false)
  }
  return (
    <form className="app-explain" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary key={tries} errors={errorsOf(id, faults)} />
      <KeptWords {...kept} />
      <Select
        {...{ id: `${id}-reason`, label: 'Reason', options: reasonOptions }}
        value={reason}
        onChange={(value) => onChange({ ...draft, reason: value })}
        error={faults.reason}
      />
      <Textarea
        {...{ id: `${id}-text`, label: 'What happened', rows: 3 }}
        value={text}
        onChange={(value) => onChange({ ...draft, text: value })}
        error={faults.text ?? refused}
      />
      <Select
        {...{ id: `${id}-holds`, label: 'How long does this hold?' }}
        hint="If the same is asked again, your words are offered to you then. Nothing is carried over by itself."
        options={holdOptions(periodId, holdsUntil)}
        value={holdsUntil ?? ''}
        onChange={(value) => onChange({ ...draft, holdsUntil: value || null })}
      />
      <Button look="secondary" busy={busy}>
        Save the explanation
      </Button>
    </form>
  )
}

/** What was pressed to open the form is gone; what was only found again takes no focus. */
function useFirstField(id: string, isFound: boolean): void {
  useEffect(() => {
    if (!isFound) focusField(id)
  }, [id, isFound])
}

const errorsOf = (id: string, faults: ExplainFaults) =>
  Object.entries(faults).map(([part, message]) => ({ field: `${id}-${part}`, message }))

export type ExplainFaults = { reason?: string; text?: string }

/** What is missing from an explanation before it can be sent. */
export function explainFaults(reason: string, text: string): ExplainFaults {
  return {
    ...(reason === '' && { reason: 'Choose the reason that fits best' }),
    ...(text.trim().length < 10 && { text: 'Write a sentence that explains the figure' }),
  }
}
