import type { Attendance } from '@inclusion/shared/attendance/counts'
import { pupilParts, sessionParts } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
import { academicYearsIn } from '@inclusion/shared/periods'
import type { DraftText } from '@inclusion/shared/standards/check-input'

type BaselineParts = {
  sessions: (typeof sessionParts)[number][]
  pupils: (typeof pupilParts)[number][]
}

const asked = ['possible', 'attended', 'enrolments']

/**
 * The parts of a baseline that have a field: those that are asked, and any other that holds something, read
 * or not. A check may speak of it, and then there must be a field to mend.
 */
export function baselineParts(
  { sessions, ...pupils }: Attendance,
  drafts: readonly DraftText[],
  { inYear, ofPeriod }: { inYear: Locator; ofPeriod: Locator },
): BaselineParts {
  const year = sessions.find(({ academicYear }) => inYear.endsWith(`:${academicYear}`))
  const has = (locator: Locator, part: string, number: number | null = null): boolean =>
    asked.includes(part) ||
    number !== null ||
    drafts.some((draft) => draft.locator === locator && draft.part === part)
  return {
    sessions: sessionParts.filter((part) => has(inYear, part, year?.[part])),
    pupils: pupilParts.filter((part) => has(ofPeriod, part, pupils[part])),
  }
}

/**
 * The academic years of a baseline that have fields: those with sessions and those shown `before`, in its
 * window; at least one. A typed baseline without dates is kept under one year of the period, whatever they would be.
 */
export function baselineYearsShown(
  { sessions, window }: Attendance,
  academicYears: readonly string[],
  before: readonly string[],
): string[] {
  const inWindow = window && academicYearsIn(window)
  const given = sessions.filter(({ possible, attended }) => possible || attended)
  const years = [...before, ...given.map(({ academicYear }) => academicYear)].filter(
    (year) => !inWindow || inWindow.includes(year),
  )
  // Sessions of other dates, cleared with their window, can be given in no year of theirs.
  const isStale = !inWindow && given.length === 0 && !years.some((year) => academicYears.includes(year))
  if (isStale || years.length === 0) years.push(inWindow?.at(-1) ?? academicYears[0] ?? '')
  return [...new Set(years)].toSorted()
}
