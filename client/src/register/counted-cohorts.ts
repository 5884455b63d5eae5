/** The cohorts that were counted, with their totals, in the order and the words of the page. */
import { classTotals, type ClassTotals } from '@inclusion/shared/attendance/classify'
import type { AttendanceCode } from '@inclusion/shared/attendance/codes'
import { cohorts, type Cohort } from '@inclusion/shared/locators'
import type { ByCode, CohortCounts, Counts } from './counts.ts'

export type CountedCohort = {
  cohort: Cohort
  words: string
  counts: CohortCounts
  byCode: ByCode
  totals: ClassTotals
}

const words: Record<Cohort, string> = {
  mentored: 'Young people in the programme',
  whole: 'Whole setting',
  baseline: 'Baseline of young people in the programme',
}

/** What was counted; a baseline in which nobody had a session is none. */
export function countedCohorts(counts: Counts): CountedCohort[] {
  return cohorts.flatMap((cohort) => {
    const found = counts[cohort]
    if (!found || (cohort === 'baseline' && found.enrolments === 0)) return []
    const byCode = sumOf(found)
    return [{ cohort, words: words[cohort], counts: found, byCode, totals: classTotals(byCode) }]
  })
}

/** Sessions by code over the academic years. */
function sumOf({ sessions }: CohortCounts): ByCode {
  const sum: ByCode = {}
  for (const { byCode } of sessions)
    for (const [code, count] of Object.entries(byCode) as [AttendanceCode, number][])
      sum[code] = (sum[code] ?? 0) + count
  return sum
}
