import { useState, type FormEvent } from 'react'
import { explanationReasons, type ExplanationReason, type Finding } from '@inclusion/shared/standards/finding'
import { NotConnected, ProblemError } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { findingsId } from '../field-ids.ts'
import type { Explanation } from './grid-context.ts'

export const reasonOptions = [
  { value: '', label: 'Choose a reason' },
  ...Object.entries(explanationReasons).map(([value, label]) => ({ value, label })),
]

type ExplainFormProps = { finding: Finding; onExplain: (explanation: Explanation) => Promise<void> }

/** Why a figure is right although it is unusual. Folded away until it is wanted. */
export function ExplainForm({ finding, onExplain }: ExplainFormProps) {
  const [open, setOpen] = useState(false)
  if (open)
    return (
      <ExplainFields
        id={`explain-${finding.check}-${findingsId(finding.locator ?? '')}`.replaceAll('.', '-')}
        before={finding.explanation ?? { reason: '', text: '' }}
        onExplain={async (explanation) => {
          await onExplain(explanation)
          setOpen(false)
        }}
      />
    )
  return (
    <button type="button" className="app-link-button" onClick={() => setOpen(true)}>
      {finding.explanation ? 'Change the explanation' : 'Explain this figure'}
      <span className="govuk-visually-hidden">: {finding.message}</span>
    </button>
  )
}

type ExplainFieldsProps = {
  id: string
  before: { reason: string; text: string }
  onExplain: ExplainFormProps['onExplain']
}

type Faults = { reason?: string; text?: string }

/** A reason, and a sentence of what happened. What is refused stays as it was written. */
function ExplainFields({ id, before, onExplain }: ExplainFieldsProps) {
  const [reason, setReason] = useState(before.reason)
  const [text, setText] = useState(before.text)
  const [faults, setFaults] = useState<Faults>({})
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const found = faultsOf(reason, text)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    await onExplain({ reason: reason as ExplanationReason, text }).catch((error: unknown) => {
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
      <Button look="secondary" busy={busy}>
        Save the explanation
      </Button>
    </form>
  )
}

function faultsOf(reason: string, text: string): Faults {
  return {
    ...(reason === '' && { reason: 'Choose the reason that fits best' }),
    ...(text.trim().length < 10 && { text: 'Write a sentence that explains the figure' }),
  }
}

/** What went wrong with sending something, in words for beside its field. */
export function wordsOf(error: unknown): string {
  if (error instanceof ProblemError) return error.message
  if (error instanceof NotConnected) return 'Not connected. Your words are kept here: try again.'
  throw error
}
