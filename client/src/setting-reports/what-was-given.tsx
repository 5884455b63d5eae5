import type { ReportView } from '@inclusion/server/setting-reports/view'
import { totalSessions, type Attendance } from '@inclusion/shared/attendance/counts'
import { isSmallCohort, smallCohortWords } from '@inclusion/shared/attendance/small-cohort'
import { figureLocator } from '@inclusion/shared/locators'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { attendanceOf } from '../returns/entry/edits.ts'
import { useGrid } from '../returns/grid/grid-context.ts'
import { provenancePaths } from '../routing/provenance-paths.ts'
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx'
import { cohortsOf, cohortWords, measuredBy, type ReportedCohort } from './attendance-columns.ts'
import { placesOf, sourceOf, countSourceWords } from './given-counts.ts'
import { rateOf } from './rate-row.tsx'

/** This period at a glance: what was given of each cohort, where it came from, and whether it is signed. */
export function WhatWasGiven({ view }: { view: ReportView }) {
  const { entry } = useGrid()
  const cohorts = cohortsOf(entry.input)
  const given = cohorts.filter((cohort) => sourceOf(attendanceOf(entry.input, view.urn, cohort)) !== null)
  if (given.length === 0) return null
  return (
    <SummaryList
      rows={[
        ...cohorts.map((cohort) => ({
          key: cohortWords[cohort],
          value: <CohortGiven view={view} attendance={attendanceOf(entry.input, view.urn, cohort)} />,
          ...sourceAction(view, entry.input, cohort),
        })),
        // A signature is said above, with the way to take it back.
        ...(view.signedOff ? [] : [{ key: 'Sign-off', value: unsignedWords(view) }]),
      ]}
    />
  )
}

function CohortGiven({ view, attendance }: { view: ReportView; attendance: Attendance }) {
  const { entry } = useGrid()
  const source = sourceOf(attendance)
  if (source === null) return <>Not given yet</>
  const { enrolments, cohort, urn } = attendance
  const rate = cohort === 'baseline' ? null : rateOf(entry.input, urn, cohort)
  const possible = totalSessions(attendance, 'possible')
  const parts = [
    rate !== null && possible !== null && `${rate} of ${possible.toLocaleString('en-GB')} possible sessions`,
    enrolments !== null && `${enrolments.toLocaleString('en-GB')} ${enrolments === 1 ? 'pupil' : 'pupils'}`,
  ].filter(Boolean)
  return (
    <>
      {parts.length > 0 && <>{parts.join(', ')}. </>}
      {countSourceWords[source]}
      {byWhom(view, attendance, entry.state.edits)}.
      {enrolments !== null && isSmallCohort(enrolments) && <> {smallCohortWords}.</>}
    </>
  )
}

/** Who saved the counts last, and when; nothing while they are changed on this page. */
function byWhom(view: ReportView, attendance: Attendance, edits: Readonly<Record<string, unknown>>): string {
  const places = placesOf(attendance)
  if (places.some((place) => place in edits)) return ' on this page'
  const marks = places.flatMap((place) => view.marks[place] ?? [])
  const last = marks.toSorted((left, right) => right.at.localeCompare(left.at))[0]
  return last?.by ? ` by ${last.by}, ${shortDate(londonDate(last.at))}` : ''
}

/** The way to where the attendance of a cohort comes from. */
function sourceAction(
  view: ReportView,
  input: CheckInput,
  cohort: ReportedCohort,
): Pick<SummaryRow, 'action'> {
  const measured = measuredBy(input, cohort, 'attended')
  if (!measured) return {}
  const href = provenancePaths.figure(view.returnId, figureLocator(measured.indicator, { urn: view.urn }))
  return { action: { href, words: 'Where it comes from', about: cohortWords[cohort] } }
}

const unsignedWords = ({ returnStatus }: ReportView): string =>
  returnStatus === 'accepted' ? 'Not signed off' : 'Not signed off yet'
