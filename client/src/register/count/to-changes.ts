/** Counts as changes of a setting's figures: all that ever leaves the page. */
import { classTotals } from '@inclusion/shared/attendance/classify'
import type { Counted, CountedSessions } from '@inclusion/shared/attendance/counted'
import { attendanceLocator, type Cohort, type Locator } from '@inclusion/shared/locators'
import type { Counts } from '../counts.ts'
import { codesKept } from './codes-kept.ts'

export type CountedChanges = Record<Locator, { counted: Counted }>

/** Academic years that have sessions on record, by cohort. */
export type YearsOnRecord = Partial<Record<Cohort, readonly string[]>>

/**
 * One change for each figure that was counted: sessions by academic year, pupils for the period. Codes and
 * dispersions that could tell one to five pupils, by themselves or by subtraction, stay here. A year on record
 * that was not counted this time gets zeros: sessions of an earlier count must not be left beside. A baseline
 * in whose window nobody had a session says only that the earlier register was not given: nothing is sent of it.
 */
export function toChanges(urn: string, counts: Counts, onRecord: YearsOnRecord = {}): CountedChanges {
  const changes: CountedChanges = {}
  for (const cohort of cohorts) {
    const isLeftOut = cohort === 'baseline' && counts.baseline?.enrolments === 0
    if (!isLeftOut) Object.assign(changes, changesOf(urn, cohort, counts, onRecord[cohort] ?? []))
  }
  return changes
}

/** In the order in which they are sent: the whole before its part. */
const cohorts: readonly Cohort[] = ['whole', 'mentored', 'baseline']

function changesOf(
  urn: string,
  cohort: Cohort,
  all: Counts,
  yearsOnRecord: readonly string[],
): CountedChanges {
  const counts = all[cohort]
  if (!counts) return {}
  const { sessions, enrolments, persistent, severe } = counts
  const kept = codesKept(all, cohort)
  const window = 'window' in counts ? counts.window : null
  const years = new Set([...sessions.map(({ academicYear }) => academicYear), ...yearsOnRecord])
  const changes: CountedChanges = {}
  for (const year of [...years].toSorted()) {
    const byCode = sessions.find(({ academicYear }) => academicYear === year)?.byCode ?? {}
    const isKept = kept.why !== null || kept.years.includes(year)
    changes[attendanceLocator(urn, cohort, year)] = { counted: sessionsOf(byCode, isKept) }
  }
  const dispersion = kept.why === null ? counts.dispersion : null
  changes[attendanceLocator(urn, cohort)] = {
    counted: { enrolments, persistent, severe, dispersion, window },
  }
  return changes
}

function sessionsOf(byCode: NonNullable<CountedSessions['byCode']>, isKept: boolean): CountedSessions {
  const { possible, attended, authorised, unauthorised } = classTotals(byCode)
  return { possible, attended, authorised, unauthorised, byCode: isKept ? null : byCode }
}
