/** Codes that stay in this browser, because one to five pupils could be told by them. */
import { complementIsSmall, isSmallCohort } from '@inclusion/shared/attendance/small-cohort'
import type { Cohort } from '@inclusion/shared/locators'
import type { Counts, YearCounts } from '../counts.ts'

/**
 * `few`: of the cohort itself. `few-others`: of those who are not mentored, whose codes are what the mentored
 * leave of the whole. Otherwise the academic years, if any, of which one of the two holds.
 */
export type CodesKept = { why: 'few' | 'few-others' | null; years: readonly string[] }

/** What stays here of the codes of a cohort. */
export function codesKept(counts: Counts, cohort: Cohort): CodesKept {
  const own = counts[cohort]
  const whole = cohort === 'mentored' ? counts.whole : null
  if (!own) return { why: null, years: [] }
  if (isSmallCohort(own.enrolments)) return { why: 'few', years: [] }
  if (whole && complementIsSmall(own.enrolments, whole.enrolments)) return { why: 'few-others', years: [] }
  const years = own.sessions.filter((year) => {
    const all = whole?.sessions.find(({ academicYear }) => academicYear === year.academicYear)
    return isFew(year) || (all !== undefined && areOthersFew(year, all))
  })
  return { why: null, years: years.map(({ academicYear }) => academicYear) }
}

/** Those whose marks were of no possible session can be told by them too. */
const isFew = ({ pupils, marked }: YearCounts): boolean => isSmallCohort(pupils) || isSmallCohort(marked)

const areOthersFew = (own: YearCounts, all: YearCounts): boolean =>
  complementIsSmall(own.pupils, all.pupils) || complementIsSmall(own.marked, all.marked)
