import { useCallback, useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { Locator } from '@inclusion/shared/locators'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { api, call } from '../api.ts'
import { noAnswers } from '../returns/answers.ts'
import type { Sender } from '../returns/entry/savers.ts'
import { useEntry } from '../returns/entry/use-entry.ts'
import { useNoted } from '../returns/entry/use-noted.ts'
import { useOpened } from '../returns/entry/use-opened.ts'
import type { Grid } from '../returns/grid/grid-context.ts'
import { toggled } from '../returns/folding.ts'
import { useThreads } from '../returns/use-threads.ts'

const ofReport = api.settingReports[':returnId'][':urn']

/** The grid of one setting's figures, saved as its head (or the lead in place of one) types them. */
export function useReportGrid(view: ReportView, judged: (input: CheckInput) => CheckInput): Grid {
  const { returnId, urn } = view
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const send: Sender = useCallback(
    (changes, provenance, options) => {
      const given = { param: { returnId, urn }, query: {}, json: { changes, provenance } }
      return call(ofReport.figures.$put(given, options))
    },
    [returnId, urn],
  )
  const ask = useCallback(
    (since: number) =>
      call(ofReport.position.$get({ param: { returnId, urn }, query: { since: String(since) } })),
    [returnId, urn],
  )
  const { entry, undo } = useNoted(useEntry({ source: view, judged, send, ask, returnId, urn }))
  const opened = useOpened(entry.findings)
  const isOpen = (locator: Locator) =>
    view.mayEdit && (view.unlocked === null || view.unlocked.includes(locator) || opened.has(locator))
  const threads = useThreads(returnId, view.onBehalf ? 'borough' : 'setting')
  return {
    returnId,
    entry,
    undo,
    urn,
    isOpen,
    whyLocked: view.mayEdit && view.unlocked !== null ? 'Closed: RMEL asked for no change here.' : null,
    baselines: view.baselines,
    profile: {},
    queries: view.queries,
    decisions: view.decisions,
    answers: noAnswers(view.period.id),
    threads: view.why === 'not-yours-to-do' ? undefined : threads,
    unfolded,
    unfold: (key, open) => setUnfolded((before) => toggled(before, key, open)),
  }
}
