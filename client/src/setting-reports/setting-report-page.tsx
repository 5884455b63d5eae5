import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { longDate } from '@inclusion/shared/time'
import { useRouteParam } from '../routing/use-route-param.ts'
import { NewsOfOthers } from '../returns/entry/changed-by.tsx'
import { KeptChanges } from '../returns/entry/kept-changes.tsx'
import { SaveStatus } from '../returns/entry/save-status.tsx'
import { FindingsSummary } from '../returns/findings-summary.tsx'
import { goTo } from '../returns/go-to-field.ts'
import { EditPlace } from '../returns/grid/edit-place.tsx'
import { FigureGrid } from '../returns/grid/figure-grid.tsx'
import { GridContext } from '../returns/grid/grid-context.ts'
import { sortFindings, type SortedFindings } from '../returns/sections.ts'
import { RegisterSection } from '../register/register-section.tsx'
import { Page } from '../ui/page.tsx'
import { AttendanceGrid } from './attendance-grid.tsx'
import { HowCounted } from './how-counted.tsx'
import { settingReportQuery } from './queries.ts'
import { ReportStanding } from './report-standing.tsx'
import { ReportTrail } from './report-trail.tsx'
import { SignOff } from './sign-off.tsx'
import { useReportGrid } from './use-report-grid.ts'

// The charts come after the fields: nobody waits for them to type.
const AttendanceTrend = lazy(async () => {
  const charts = await import('./attendance-trend.tsx')
  return { default: charts.AttendanceTrend }
})

// What few reports have may come after what is typed in every one.
const ReportQuestions = lazy(async () => {
  const questions = await import('./report-questions.tsx')
  return { default: questions.ReportQuestions }
})
const BaselineFields = lazy(async () => {
  const fields = await import('./baseline-fields.tsx')
  return { default: fields.BaselineFields }
})
const WhatWasGiven = lazy(async () => {
  const given = await import('./what-was-given.tsx')
  return { default: given.WhatWasGiven }
})

export function SettingReportPage() {
  const key = [useRouteParam('returnId'), useRouteParam('urn')] as const
  const { data: view } = useSuspenseQuery(settingReportQuery(...key))
  return <SettingReport key={key.join('@')} view={view} />
}

function SettingReport({ view }: { view: ReportView }) {
  const judged = useCallback((input: CheckInput) => asIfSigned(input), [])
  const grid = useReportGrid(view, judged)
  const { input, findings, state, saver } = grid.entry
  const sorted = sortFindings(view.standard, findings)
  const others = input.asked.filter(({ derivation }) => derivation === null)
  return (
    <GridContext value={grid}>
      <Page
        title={view.setting}
        caption={`${view.programme.name}, ${view.period.label}`}
        before={<ReportTrail view={view} />}
      >
        <p className="govuk-body">
          Counts only, from your register: no pupil is named. {view.authority}’s return is due{' '}
          {longDate(view.dueOn)}.
        </p>
        <AlsoServes view={view} />
        <ReportStanding view={view} />
        <KeptChanges {...{ saver, state, input }} isShown={grid.isOpen} />
        <Suspense fallback={null}>
          <ReportQuestions view={view} />
          <WhatWasGiven view={view} />
        </Suspense>
        <FindingsSummary sorted={sorted} input={input} onGo={(finding) => goTo(grid, finding)} />
        <WhoExplains view={view} sorted={sorted} />
        <RegisterSection view={view} />
        <h2 className="govuk-heading-m">Attendance</h2>
        {view.mayEdit && <EditPlace />}
        <AttendanceGrid view={view} />
        <HowCounted />
        <Suspense fallback={null}>
          <BaselineFields view={view} />
        </Suspense>
        {others.length > 0 && <h2 className="govuk-heading-m">Young people in the programme</h2>}
        <FigureGrid caption="Young people in the programme" definitions={others} />
        {view.mayEdit && <SaveStatus saver={saver} state={state} />}
        <NewsOfOthers news={grid.entry.news} />
        <SignOff view={view} sorted={sorted} saver={saver} />
        <Suspense fallback={null}>
          <AttendanceTrend view={view} />
        </Suspense>
      </Page>
    </GridContext>
  )
}

const AlsoServes = ({ view: { alsoServes, setting, authority } }: { view: ReportView }) =>
  alsoServes.length > 0 && (
    <p className="govuk-body">
      {setting} also reports to {alsoServes.join(' and ')}. Count here {authority}’s own young people in the
      programme.
    </p>
  )

/** A head is shown what is unusual, and explains nothing here. */
const WhoExplains = ({ view, sorted }: { view: ReportView; sorted: SortedFindings }) =>
  sorted.toExplain.length > 0 && (
    <p className="govuk-body">
      {view.authority}’s borough lead explains what is unusual, in the return, once this report is signed off.
      It does not stop the sign-off.
    </p>
  )

/** What is about to be signed: blanks count, whether the report was begun or not. */
const asIfSigned = (input: CheckInput): CheckInput => ({
  ...input,
  settings: input.settings.map((setting) => ({
    ...setting,
    status: 'signed-off' as const,
    missingReason: null,
  })),
})
