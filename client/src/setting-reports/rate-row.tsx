import { totalSessions } from '@inclusion/shared/attendance/counts'
import { showRatio } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { figureLocator } from '@inclusion/shared/locators'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { attendanceOf } from '../returns/entry/edits.ts'
import { lastPeriod, levelWords } from '@inclusion/shared/figure-words'
import { useGrid } from '../returns/grid/grid-context.ts'
import { cohortWords, measuredBy, rowOf, type ReportedCohort } from './attendance-columns.ts'
import { sourceOf, countSourceWords } from './given-counts.ts'

/** The rate that the sessions come to as they are typed, beside last period's. */
export function RateRow({ cohorts, span }: { cohorts: readonly ReportedCohort[]; span: number }) {
  const { entry, urn } = useGrid()
  return (
    <tr className="app-attendance__rate">
      <th scope="row">Attendance</th>
      {cohorts.map((cohort) => {
        const measured = measuredBy(entry.input, cohort, 'attended')
        const before = lastRate(entry.input, urn ?? '', measured)
        const attendance = attendanceOf(entry.input, urn ?? '', cohort)
        const source = sourceOf(attendance)
        return (
          <td key={cohort} colSpan={span} {...rowOf(measured)}>
            <span className="app-grid__label app-grid__label--quiet">{cohortWords[cohort]}</span>
            <output className="app-number">{rateOf(entry.input, urn ?? '', cohort) ?? '–'}</output>
            {before && <span className="app-grid__small">{before} last time</span>}
            {source && <span className="app-grid__small">{countSourceWords[source]}</span>}
          </td>
        )
      })}
    </tr>
  )
}

/** The attendance of a cohort as it stands; null until both its counts are whole. */
export function rateOf(input: CheckInput, urn: string, cohort: ReportedCohort | 'baseline'): string | null {
  const attendance = attendanceOf(input, urn, cohort)
  const numerator = totalSessions(attendance, 'attended')
  return showRatio({ numerator, denominator: totalSessions(attendance, 'possible') }, 'proportion')
}

function lastRate(input: CheckInput, urn: string, measured: IndicatorDefinition | undefined): string | null {
  if (!measured) return null
  return levelWords(measured, lastPeriod(input)?.figures[figureLocator(measured.indicator, { urn })])
}
