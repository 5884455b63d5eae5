/** The table of a setting's attendance, as a block of cells is laid over it. */
import { pupilParts, sessionParts, type AttendancePart } from '@inclusion/shared/figures'
import { attendanceLocator, type Locator } from '@inclusion/shared/locators'
import { attendanceParts } from '@inclusion/shared/standards/words'
import { attendanceOf, shownEntry } from '../returns/entry/edits.ts'
import type { Grid } from '../returns/grid/grid-context.ts'
import type { Sheet, SheetCell, SheetColumn, SheetRow } from '../returns/paste/sheet.ts'
import { cohortWords, type ReportedCohort } from './attendance-columns.ts'

type AttendanceTable = { grid: Grid; cohorts: readonly ReportedCohort[]; years: readonly string[] }
type Place = { cohort: ReportedCohort; year: string }

export function attendanceSheet({ grid, cohorts, years }: AttendanceTable): Sheet {
  const places = cohorts.flatMap((cohort) => years.map((year) => ({ cohort, year })))
  // Pupils are of the period: they stand in the first column of their cohort.
  const ofPeriod = places.filter(({ year }) => year === years[0])
  return {
    columns: places.map((place) => columnOf(place, years.length)),
    rows: [
      ...sessionParts.map((part) =>
        rowOf(
          part,
          places.map((place) => [keyOf(place), sessionCell(grid, place, part)]),
        ),
      ),
      ...pupilParts.map((part) =>
        rowOf(
          part,
          ofPeriod.map((place) => [keyOf(place), pupilCell(grid, place, part)]),
        ),
      ),
    ],
  }
}

const rowOf = (part: AttendancePart, cells: [string, SheetCell][]): SheetRow => ({
  words: attendanceParts[part],
  path: [[attendanceParts[part], part]],
  isShown: true,
  cells: Object.fromEntries(cells),
})

const keyOf = ({ cohort, year }: Place): string => `${cohort} ${year}`

function columnOf({ cohort, year }: Place, years: number): SheetColumn {
  const words = cohortWords[cohort]
  const header = years > 1 ? `${words}, ${year}` : words
  return { key: keyOf({ cohort, year }), header, names: [words, cohort], isShownOnly: false }
}

function sessionCell(grid: Grid, { cohort, year }: Place, part: (typeof sessionParts)[number]): SheetCell {
  const urn = grid.urn ?? ''
  const counts = attendanceOf(grid.entry.input, urn, cohort).sessions.find(
    ({ academicYear }) => academicYear === year,
  )
  return cellOf(grid, attendanceLocator(urn, cohort, year), part, counts?.[part] ?? null)
}

function pupilCell(grid: Grid, { cohort }: Place, part: (typeof pupilParts)[number]): SheetCell {
  const urn = grid.urn ?? ''
  const count = attendanceOf(grid.entry.input, urn, cohort)[part]
  return cellOf(grid, attendanceLocator(urn, cohort), part, count)
}

function cellOf(
  { entry, isOpen, whyLocked }: Grid,
  locator: Locator,
  part: AttendancePart,
  number: number | null,
): SheetCell {
  const shown = { input: entry.input, edits: entry.state.edits, locator, part }
  const closed = isOpen(locator) ? null : (whyLocked ?? 'This figure cannot be typed here.')
  const now = shownEntry(shown, number, 'attendance')
  return { locator, part, measure: 'attendance', now, missing: null, closed }
}
