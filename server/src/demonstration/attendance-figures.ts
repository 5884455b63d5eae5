/** Invented reports of settings: attendance of the mentored cohort and of the whole setting, and outcomes. */
import type { FigureChange } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Tier } from '@inclusion/shared/framework/tiers'
import { attendanceLocator, type Cohort } from '@inclusion/shared/locators'
import { academicYearsOf, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { changesOf } from './changes.ts'
import { invent, split } from './numbers.ts'

type Report = { urn: string; periodId: PeriodId; tier: Tier; mentored: number; mentoredThisYear: number }

/** The changes that fill in one setting's report. */
export function reportChanges(asked: readonly IndicatorDefinition[], report: Report): FigureChange[] {
  const { urn, periodId, mentored, mentoredThisYear } = report
  const name = `${urn} ${periodId}`
  const assessed = Math.max(1, mentored - invent(`${name} assessed`, 0, 2))
  const fewer = Math.min(assessed, Math.round((assessed * invent(`${name} fewer`, 64, 88)) / 100))
  const better = Math.min(assessed, Math.round((assessed * invent(`${name} better`, 70, 95)) / 100))
  const suspended = invent(`${name} suspensions`, 0, 2)
  const outcomes = changesOf(
    asked.filter(({ collectedFrom }) => collectedFrom === 'setting'),
    {
      'APM-OC4': { numerator: fewer, denominator: assessed },
      'APM-OC5': { numerator: better, denominator: assessed },
      'APM-OC7': { numerator: suspended, denominator: mentoredThisYear },
    },
    { urn, tier: report.tier, name },
  )
  return [
    ...cohortChanges(report, 'mentored'),
    ...cohortChanges(report, 'whole'),
    ...cohortChanges(report, 'baseline'),
    ...outcomes,
  ]
}

/** Attendance rises a little with each quarter of mentoring, from a level each setting has. */
function shareAttended({ urn, periodId }: Report, cohort: Cohort): number {
  const { year, ordinal } = periodOf(periodId)
  const quarters = (year - 2023) * 4 + ordinal
  const level = invent(`${urn} level`, 57, 64)
  if (cohort === 'whole') return level - 2 + invent(`${urn} ${periodId} whole`, -2, 2)
  if (cohort === 'baseline') return level - 7 + invent(`${urn} ${periodId} baseline`, -3, 3)
  return level + Math.round(quarters * 0.5) + invent(`${urn} ${periodId} mentored`, -2, 2)
}

function cohortChanges(report: Report, cohort: Cohort): FigureChange[] {
  const { urn, periodId, mentored } = report
  const name = `${urn} ${periodId} ${cohort}`
  const enrolments = cohort === 'whole' ? invent(`${urn} whole`, 48, 96) + invent(name, -4, 4) : mentored
  const share = shareAttended(report, cohort)
  const years = cohort === 'baseline' ? [academicYearsOf(periodId)[0]!] : academicYearsOf(periodId)
  const possible = enrolments * invent(`${name} possible`, 84, 108)
  const bySchoolYear = split(possible, years.length, name)
  const sessions = years.map((academicYear, index): FigureChange => {
    const attended = Math.round((bySchoolYear[index]! * share) / 100)
    const absent = bySchoolYear[index]! - attended
    const authorised = Math.round((absent * invent(`${name} authorised`, 45, 58)) / 100)
    // A baseline asks for what its rate is made of, and no more.
    const reasons = cohort === 'baseline' ? {} : { authorised, unauthorised: absent - authorised }
    const counts = { possible: bySchoolYear[index]!, attended, ...reasons }
    const entries = Object.fromEntries(Object.entries(counts).map(([part, count]) => [part, String(count)]))
    return { locator: attendanceLocator(urn, cohort, academicYear), revision: 0, entries }
  })
  const persistent = Math.round((enrolments * invent(`${name} persistent`, 64, 78)) / 100)
  const severe = Math.round((persistent * invent(`${name} severe`, 30, 42)) / 100)
  const absentees = cohort === 'baseline' ? {} : { persistent: String(persistent), severe: String(severe) }
  const entries = { enrolments: String(enrolments), ...absentees }
  return [...sessions, { locator: attendanceLocator(urn, cohort), revision: 0, entries }]
}
