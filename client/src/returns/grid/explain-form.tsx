import { useState } from 'react'
import type { PeriodId } from '@inclusion/shared/periods'
import type { Finding } from '@inclusion/shared/standards/finding'
import { useKept } from '../../drafts/use-kept.ts'
import { earlierAnswer, type Answers } from '../answers.ts'
import { findingsId } from '../field-ids.ts'
import { Said } from '../../ui/said.tsx'
import { EarlierExplanation } from './earlier-explanation.tsx'
import { ExplainFields } from './explain-fields.tsx'
import type { Explanation } from './grid-context.ts'

export type Drafted = { reason: string; text: string; holdsUntil: PeriodId | null }

export type ExplainFormProps = {
  finding: Finding
  answers: Answers
  onExplain: (explanation: Explanation) => Promise<void>
}

/** Why a figure is right although it is unusual. Folded away until it is wanted, or words were kept of it. */
export function ExplainForm({ finding, answers, onExplain }: ExplainFormProps) {
  const { returnId, periodId } = answers
  const id = `explain-${finding.check}-${findingsId(finding.locator ?? 'return')}`.replaceAll('.', '-')
  const [opened, setOpened] = useState<Drafted | null>(null)
  const [isSaved, setSaved] = useState(false)
  const [kept, keep, forget, isFound] = useKept<Drafted | null>(`${id} ${returnId}`, null)
  const draft = kept ?? opened
  const begin = (next: Drafted | null) => {
    forget()
    setOpened(next)
    setSaved(false)
  }
  const save = async (explanation: Explanation) => {
    await onExplain(explanation)
    begin(null)
    setSaved(true)
  }
  const earlier = earlierAnswer(finding, answers)
  const blank = { reason: '', text: '', holdsUntil: null }
  return (
    <>
      {earlier && (
        <EarlierExplanation earlier={earlier} about={finding.message} onUse={() => begin(earlier)} />
      )}
      {isSaved && <Said>The explanation is saved.</Said>}
      {draft === null ? (
        <button
          type="button"
          className="app-link-button"
          onClick={() => begin({ ...blank, ...finding.explanation })}
        >
          {finding.explanation ? 'Change the explanation' : 'Explain this figure'}
          <span className="govuk-visually-hidden">: {finding.message}</span>
        </button>
      ) : (
        <ExplainFields
          {...{ id, periodId, draft, isFound, about: finding.message }}
          onChange={keep}
          onDiscard={() => begin(null)}
          onExplain={save}
        />
      )}
    </>
  )
}
