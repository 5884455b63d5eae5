import { lazy, Suspense } from 'react'
import type { FigureChange } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { QueryView } from '@inclusion/server/reviews/queries'
import type { Locator } from '@inclusion/shared/locators'
import { ChangedBy } from '../entry/changed-by.tsx'
import type { Entry } from '../entry/use-entry.ts'
import { figureAt } from '../entry/edits.ts'
import { attendanceWords, figureWords } from '@inclusion/shared/figure-words'
import { ConflictNotice } from './conflict-notice.tsx'
import { FindingNotes } from './finding-notes.tsx'
import type { Talk } from './figure-talk.tsx'
import { useGrid, type Grid } from './grid-context.ts'

// Few figures are asked about or were decided on.
const FigureTalk = lazy(async () => {
  const talk = await import('./figure-talk.tsx')
  return { default: talk.FigureTalk }
})

type FigureNotesProps = { locator: Locator; definition: IndicatorDefinition; span: number }

/** What stands under a figure when there is something to say of it: conflict, refusal, findings, questions. */
export function FigureNotes({ locator, definition, span }: FigureNotesProps) {
  const grid = useGrid()
  const said = isSaid(grid.entry, locator) || talkOn(grid, locator).length > 0
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

/** What RMEL and the borough said of it: questions that are not closed, and an acceptance. */
const talkOn = ({ queries, decisions }: Grid, locator: Locator): Talk[] =>
  [...queries, ...decisions].filter(
    (each) => each.locator === locator && (each as QueryView).status !== 'closed',
  )

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
  const grid = useGrid()
  const { entry, threads } = grid
  const talk = talkOn(grid, locator)
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
      {talk.length > 0 && (
        <Suspense fallback={null}>
          <FigureTalk talk={talk} threads={threads} />
        </Suspense>
      )}
    </>
  )
}
