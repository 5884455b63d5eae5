import { useState, type FormEvent } from 'react'
import type { PeriodId } from '@inclusion/shared/periods'
import { explanationReasons, type ExplanationReason, type Finding } from '@inclusion/shared/standards/finding'
import { NotConnected, ProblemError } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { earlierAnswer, holdOptions, type Answers } from '../answers.ts'
import { findingsId } from '../field-ids.ts'
import { EarlierExplanation } from './earlier-explanation.tsx'
import type { Explanation } from './grid-context.ts'

export const reasonOptions = [
  { value: '', label: 'Choose a reason' },
  ...Object.entries(explanationReasons).map(([value, label]) => ({ value, label })),
]

type Drafted = { reason: string; text: string; holdsUntil: PeriodId | null }

type ExplainFormProps = {
  finding: Finding
  answers: Answers
  onExplain: (explanation: Explanation) => Promise<void>
}

/** Why a figure is right although it is unusual. Folded away until it is wanted. */
export function ExplainForm({ finding, answers, onExplain }: ExplainFormProps) {
  const [draft, setDraft] = useState<Drafted | null>(null)
  const earlier = earlierAnswer(finding, answers)
  const blank = { reason: '', text: '', holdsUntil: null }
  return (
    <>
      {earlier && (
        <EarlierExplanation earlier={earlier} about={finding.message} onUse={() => setDraft(earlier)} />
      )}
      {draft === null ? (
        <button
          type="button"
          className="app-link-button"
          onClick={() => setDraft({ ...blank, ...finding.explanation })}
        >
          {finding.explanation ? 'Change the explanation' : 'Explain this figure'}
          <span className="govuk-visually-hidden">: {finding.message}</span>
        </button>
      ) : (
        <ExplainFields
          key={draft.text}
          id={`explain-${finding.check}-${findingsId(finding.locator ?? 'return')}`.replaceAll('.', '-')}
          periodId={answers.periodId}
          before={draft}
          onExplain={async (explanation) => {
            await onExplain(explanation)
            setDraft(null)
          }}
        />
      )}
    </>
  )
}

type ExplainFieldsProps = {
  id: string
  periodId: PeriodId
  before: Drafted
  onExplain: ExplainFormProps['onExplain']
}

/** A reason, a sentence of what happened, and how long it holds. What is refused stays as it was written. */
function ExplainFields({ id, periodId, before, onExplain }: ExplainFieldsProps) {
  const [reason, setReason] = useState(before.reason)
  const [text, setText] = useState(before.text)
  const [holdsUntil, setHoldsUntil] = useState(before.holdsUntil ?? '')
  const [faults, setFaults] = useState<ExplainFaults>({})
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const found = explainFaults(reason, text)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const given = { reason: reason as ExplanationReason, text, holdsUntil: holdsUntil || null }
    await onExplain(given).catch((error: unknown) => {
      setFaults({ text: wordsOf(error) })
    })
    setBusy(false)
  }
  return (
    <form className="app-explain" noValidate onSubmit={(event) => void save(event)}>
      <Select
        {...{ id: `${id}-reason`, label: 'Reason', options: reasonOptions }}
        value={reason}
        onChange={setReason}
        error={faults.reason}
      />
      <Textarea
        {...{ id: `${id}-text`, label: 'What happened', rows: 3 }}
        value={text}
        onChange={setText}
        error={faults.text}
      />
      <Select
        {...{ id: `${id}-holds`, label: 'How long does this hold?' }}
        hint="If the same is asked again, your words are offered to you then. Nothing is carried over by itself."
        options={holdOptions(periodId, before.holdsUntil)}
        value={holdsUntil}
        onChange={setHoldsUntil}
      />
      <Button look="secondary" busy={busy}>
        Save the explanation
      </Button>
    </form>
  )
}

export type ExplainFaults = { reason?: string; text?: string }

/** What is missing from an explanation before it can be sent. */
export function explainFaults(reason: string, text: string): ExplainFaults {
  return {
    ...(reason === '' && { reason: 'Choose the reason that fits best' }),
    ...(text.trim().length < 10 && { text: 'Write a sentence that explains the figure' }),
  }
}

/** What went wrong with sending something, in words for beside its field. */
export function wordsOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.errors?.[0]?.message ?? error.message
  if (error instanceof NotConnected) return 'Not connected. Your words are kept here: try again.'
  throw error
}
