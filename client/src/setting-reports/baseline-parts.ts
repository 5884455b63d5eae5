import type { Attendance } from '@inclusion/shared/attendance/counts'
import { pupilParts, sessionParts } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
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
