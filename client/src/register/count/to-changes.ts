/** Counts as changes of a setting's figures: all that ever leaves the page. */
import { classTotals } from '@inclusion/shared/attendance/classify'
import type { Counted, CountedPupils, CountedSessions } from '@inclusion/shared/attendance/counted'
import { isSmallCohort } from '@inclusion/shared/attendance/small-cohort'
import { attendanceLocator, type Cohort, type Locator } from '@inclusion/shared/locators'
import type { CohortCounts, Counts } from '../counts.ts'

export type CountedChanges = Record<Locator, { counted: Counted }>

/** Academic years that have sessions on record, by cohort. */
export type YearsOnRecord = Partial<Record<Cohort, readonly string[]>>

/**
 * One change for each figure that was counted: sessions by academic year, pupils for the period. Of one to
 * five pupils the codes and the dispersion stay here. A year on record that was not counted this time gets
 * zeros: sessions of an earlier count must not be left beside. A baseline in whose window nobody had a
 * session says only that the earlier register was not given: nothing is sent of it.
 */
export function toChanges(urn: string, counts: Counts, onRecord: YearsOnRecord = {}): CountedChanges {
  const { whole, mentored, baseline } = counts
  return {
    ...(whole && changesOf(urn, 'whole', whole, onRecord)),
    ...(mentored && changesOf(urn, 'mentored', mentored, onRecord)),
    ...(baseline && baseline.enrolments > 0 && changesOf(urn, 'baseline', baseline, onRecord)),
  }
}

function changesOf(
  urn: string,
  cohort: Cohort,
  counts: CohortCounts & { window?: CountedPupils['window'] },
  onRecord: YearsOnRecord,
): CountedChanges {
  const { sessions, enrolments, persistent, severe, window = null } = counts
  const isSmall = isSmallCohort(enrolments)
  const years = new Set([...sessions.map(({ academicYear }) => academicYear), ...(onRecord[cohort] ?? [])])
  const changes: CountedChanges = {}
  for (const year of [...years].toSorted()) {
    const byCode = sessions.find(({ academicYear }) => academicYear === year)?.byCode ?? {}
    changes[attendanceLocator(urn, cohort, year)] = { counted: sessionsOf(byCode, isSmall) }
  }
  const dispersion = isSmall ? null : counts.dispersion
  changes[attendanceLocator(urn, cohort)] = {
    counted: { enrolments, persistent, severe, dispersion, window },
  }
  return changes
}

function sessionsOf(byCode: NonNullable<CountedSessions['byCode']>, isSmall: boolean): CountedSessions {
  const { possible, attended, authorised, unauthorised } = classTotals(byCode)
  return { possible, attended, authorised, unauthorised, byCode: isSmall ? null : byCode }
}
