/** Academic years (1 September to 31 August) of the days that a count asks for. */
import { yearLabel } from '@inclusion/shared/periods'
import type { LocalDate } from '@inclusion/shared/time'
import type { Window } from '../counts.ts'
import { dateOf, dayOf } from '../register.ts'
import type { Days } from './windows.ts'

export type YearTable = {
  /** `2025-26`, from the first on. */
  labels: readonly string[]
  /** The number of the year that a day lies in, among `labels`. */
  yearOf: (day: number) => number
}

function academicYearOf(date: LocalDate): number {
  const year = Number(date.slice(0, 4))
  return date.slice(5) < '09-01' ? year - 1 : year
}

/** The academic years that a window touches. */
export function yearsIn({ startsOn, endsBefore }: Window): string[] {
  const [first, last] = [academicYearOf(startsOn), academicYearOf(dateOf(dayOf(endsBefore) - 1))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, after) => yearLabel(first + after))
}

/** The years of several windows. A day outside of them has the first or the last year. */
export function yearTable(windows: readonly Days[]): YearTable {
  const from = Math.min(...windows.map((days) => days.from))
  const to = Math.max(...windows.map((days) => days.to))
  const labels = yearsIn({ startsOn: dateOf(from), endsBefore: dateOf(to) })
  const first = academicYearOf(dateOf(from))
  const begins = labels.slice(1).map((_, after) => dayOf(`${first + after + 1}-09-01`))
  return {
    labels,
    yearOf: function yearOf(day) {
      let year = 0
      while (year < begins.length && day >= begins[year]!) year++
      return year
    },
  }
}
