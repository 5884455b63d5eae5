/** Academic years (1 September to 31 August) of the days that a count asks for. */
import { academicYearsIn } from '@inclusion/shared/periods'
import { dateOf, dayOf } from '../register.ts'
import type { Days } from './windows.ts'

export type YearTable = {
  /** `2025-26`, from the first on. */
  labels: readonly string[]
  /** The number of the year that a day lies in, among `labels`. */
  yearOf: (day: number) => number
}

/** The years of several windows. A day outside of them has the first or the last year. */
export function yearTable(windows: readonly Days[]): YearTable {
  const from = Math.min(...windows.map((days) => days.from))
  const to = Math.max(...windows.map((days) => days.to))
  const labels = academicYearsIn({ startsOn: dateOf(from), endsBefore: dateOf(to) })
  // Half a year that she is still typing, 202, is a year too.
  const begins = labels.slice(1).map((label) => dayOf(`${String(parseInt(label)).padStart(4, '0')}-09-01`))
  return {
    labels,
    yearOf: function yearOf(day) {
      let year = 0
      while (year < begins.length && day >= begins[year]!) year++
      return year
    },
  }
}
