import { lazy, Suspense } from 'react'
import type { FigureChange } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Locator } from '@inclusion/shared/locators'
import { ChangedBy } from '../entry/changed-by.tsx'
import type { Entry } from '../entry/use-entry.ts'
import { figureAt } from '../entry/edits.ts'
import { attendanceWords, figureWords } from '@inclusion/shared/figure-words'
import { ConflictNotice } from './conflict-notice.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { useGrid } from './grid-context.ts'

// Few figures are asked about.
const QuestionThread = lazy(async () => {
  const thread = await import('./question-thread.tsx')
  return { default: thread.QuestionThread }
})

type FigureNotesProps = { locator: Locator; definition: IndicatorDefinition; span: number }

/** What stands under a figure when there is something to say of it: conflict, refusal, findings, questions. */
export function FigureNotes({ locator, definition, span }: FigureNotesProps) {
  const { entry, queries } = useGrid()
  const said =
    isSaid(entry, locator) || queries.some((query) => query.locator === locator && query.status !== 'closed')
  if (!said) return null
  return (
    <tr className="app-grid__notes">
      <td colSpan={span}>
        <FigureRemarks locator={locator} definition={definition} />
      </td>
    </tr>
  )
}

/** What this person counted, and typed over it. */
function countsOf({ counted, entries }: FigureChange): string {
  const typed = Object.values(entries ?? {}).join(', ')
  return [counted && attendanceWords(counted), typed].filter(Boolean).join(', then ')
}

/** Findings worth a place beside the figure: one that is not given yet is only listed. */
const spoken = ({ findings, isBlank }: Entry, locator: Locator) =>
  findings.filter((finding) => finding.locator === locator && !isBlank(finding))

const isSaid = (entry: Entry, locator: Locator): boolean =>
  Boolean(entry.state.conflicts[locator] ?? entry.state.refusals[locator] ?? entry.news[locator]) ||
  spoken(entry, locator).length > 0

/** The same, for where there is no table. `definition` is null for a setting's counts. */
export function FigureRemarks({
  locator,
  definition,
}: {
  locator: Locator
  definition: IndicatorDefinition | null
}) {
  const { entry, queries, threads } = useGrid()
  const { conflicts, refusals } = entry.state
  const findings = spoken(entry, locator)
  const conflict = conflicts[locator]
  const yours = definition ? figureWords(definition, figureAt(entry.input, locator)) : null
  return (
    <>
      <ChangedBy news={entry.news} locator={locator} />
      {conflict && (
        <ConflictNotice
          conflict={conflict}
          definition={definition}
          yours={yours ?? countsOf(conflict.yours)}
          onKeep={(keep) => entry.resolve(locator, keep)}
        />
      )}
      {refusals[locator] && (
        <p className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> Not saved. {refusals[locator]}
        </p>
      )}
      {findings.length > 0 && <FindingNotes locator={locator} findings={findings} />}
      {queries
        .filter((query) => query.locator === locator && query.status !== 'closed')
        .map((query) => (
          <Suspense key={query.id} fallback={null}>
            <QuestionThread query={query} threads={threads} />
          </Suspense>
        ))}
    </>
  )
}
