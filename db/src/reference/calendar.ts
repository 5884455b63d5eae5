/** The periods that are reported, and the windows in which each programme collects them. */
import type { Insertable } from 'kysely'
import { nextPeriod, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { addDays, type LocalDate } from '@inclusion/shared/time'
import type { CollectionWindowRow, PeriodRow } from '../tables/programmes.ts'

export const mentoringPeriods: PeriodId[] = periodsFrom('FY2022-23-Q1', 'FY2026-27-Q2')
export const trainingPeriods: PeriodId[] = periodsFrom('FY2025-26-Q2', 'FY2026-27-Q2')

export const periods: PeriodRow[] = mentoringPeriods.map((id) => {
  const { calendar, startsOn, endsBefore } = periodOf(id)
  return { id, calendar, startsOn, endsBefore }
})

export const collectionWindows: Insertable<CollectionWindowRow>[] = [
  ...mentoringPeriods.map((id) => windowOf('APM', id)),
  ...trainingPeriods.map((id) => windowOf('CPD', id)),
]

function periodsFrom(first: PeriodId, last: PeriodId): PeriodId[] {
  const ids = [first]
  for (let id = first; id !== last;) {
    id = nextPeriod(id)
    ids.push(id)
  }
  return ids
}

/** Opens on the day after the period ends; due on the last day of the following month (the reference framework). */
function windowOf(programme: string, periodId: PeriodId): Insertable<CollectionWindowRow> {
  const opensOn = periodOf(periodId).endsBefore
  return { programme, periodId, opensOn, dueOn: lastOfMonth(opensOn) }
}

function lastOfMonth(date: LocalDate): LocalDate {
  const firstOfNext = addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 7)
  return addDays(`${firstOfNext}-01`, -1)
}
