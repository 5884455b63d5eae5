import type { Attendance } from '@inclusion/shared/attendance'
import { pupilParts, sessionParts } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
import type { DraftText } from '@inclusion/shared/standards/check-input'

type HeldParts = {
  sessions: (typeof sessionParts)[number][]
  pupils: (typeof pupilParts)[number][]
}

const asked = ['possible', 'attended', 'enrolments']

/**
 * The parts of a baseline that nobody asks for but that hold something, read or not: a check may speak of
 * them, and then there must be a field to mend.
 */
export function partsHeldUnasked(
  { sessions, ...pupils }: Attendance,
  drafts: readonly DraftText[],
  { inYear, ofPeriod }: { inYear: Locator; ofPeriod: Locator },
): HeldParts {
  const isDraft = (locator: Locator, part: string) =>
    drafts.some((draft) => draft.locator === locator && draft.part === part)
  const year = sessions.find(({ academicYear }) => inYear.endsWith(`:${academicYear}`))
  return {
    sessions: sessionParts.filter(
      (part) => !asked.includes(part) && ((year?.[part] ?? null) !== null || isDraft(inYear, part)),
    ),
    pupils: pupilParts.filter(
      (part) => !asked.includes(part) && (pupils[part] !== null || isDraft(ofPeriod, part)),
    ),
  }
}
