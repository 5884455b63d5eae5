/** What stands in the fields of a figure now, and what a change makes of it: pure. */
import { partsOf } from '@inclusion/shared/figure-changes'
import { pupilParts, readEntry, sessionParts, type EntryPart } from '@inclusion/shared/figures'
import type { Measure } from '@inclusion/shared/framework/indicators'
import { readLocator, type AttendanceLocator, type Locator } from '@inclusion/shared/locators'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { attendanceOf, figureAt, shownEntry, type Edit, type Edits } from './edits.ts'
import type { Held, Touched } from './undo.ts'

export type Typed = { input: CheckInput; edits: Edits }

/** Every field of a figure as it stands on the page. */
export function heldAt({ input, edits }: Typed, locator: Locator): Held {
  const place = readLocator(locator)
  const measure = measureAt(input, locator)
  const shown = (part: EntryPart, number: number | null) =>
    shownEntry({ input, edits, locator, part }, number, measure)
  if (place.kind === 'attendance') {
    const counts = countsAt(input, place)
    return Object.fromEntries(counts.map(([part, number]) => [part, shown(part, number)]))
  }
  const figure = figureAt(input, locator)
  const definition = input.asked.find(({ indicator }) => indicator === place.indicator)
  const parts = definition ? partsOf(definition) : []
  const numbers = parts.map((part) => [part, shown(part, figure[part])])
  const missing = edits[locator]?.missing === undefined ? figure.missing : edits[locator].missing
  return { ...Object.fromEntries(numbers), missing: missing ?? '' }
}

function countsAt(
  input: CheckInput,
  { urn, cohort, academicYear }: AttendanceLocator,
): [EntryPart, number | null][] {
  const counts = attendanceOf(input, urn, cohort)
  if (academicYear === null) return pupilParts.map((part) => [part, counts[part]])
  const sessions = counts.sessions.find((each) => each.academicYear === academicYear)
  return sessionParts.map((part) => [part, sessions?.[part] ?? null])
}

/** What a figure's entries are read as. */
function measureAt({ asked }: CheckInput, locator: Locator): Measure | 'attendance' {
  const place = readLocator(locator)
  if (place.kind === 'attendance') return 'attendance'
  return asked.find(({ indicator }) => indicator === place.indicator)?.measure ?? 'count'
}

/** What a change moves in the fields of a figure; null for one that moves none: a note, a text, a count. */
export function touchedBy(typed: Typed, locator: Locator, edit: Edit): Touched | null {
  if (edit.counted || (!edit.entries && edit.missing === undefined)) return null
  const now = heldAt(typed, locator)
  // A reason clears every number, so all of them are what it was before.
  if (edit.missing) return { locator, before: now, after: { missing: edit.missing } }
  const after = { ...edit.entries, ...(edit.missing === null && { missing: '' }) }
  const before = Object.fromEntries(Object.keys(after).map((field) => [field, now[field] ?? '']))
  return { locator, before, after }
}

/** Whether the fields still stand as a step left them, however the numbers are written. */
export function standsAs({ input, edits }: Typed, locator: Locator, held: Held): boolean {
  const now = heldAt({ input, edits }, locator)
  const measure = measureAt(input, locator)
  return Object.entries(held).every(([field, text]) => {
    const measured = field === 'people' ? 'count' : measure
    return now[field] === text || (field !== 'missing' && readsAlike(now[field] ?? '', text, measured))
  })
}

export function readsAlike(left: string, right: string, measure: Measure | 'attendance'): boolean {
  const [one, other] = [readEntry(left, measure), readEntry(right, measure)]
  if (one.kind === 'number') return other.kind === 'number' && one.number === other.number
  return one.kind === 'blank' && other.kind === 'blank'
}
