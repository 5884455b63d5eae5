/** What the letters about due days say: moved, extended, and coming near. */
import { longDate, type LocalDate } from '@inclusion/shared/time'
import { letter, oneLine, type AboutReturn, type Written } from './letters.ts'

/** To whoever files returns of a window whose due day moved: one letter for all of theirs. */
export const dueDayMoved = (about: {
  window: string
  from: LocalDate
  dueOn: LocalDate
  reason: string
  /** `own`: the days of one that was or is extended, where they are not those of the window. */
  returns: readonly { label: string; url: string; own: { from: LocalDate; dueOn: LocalDate } | null }[]
}): Written =>
  letter(
    `New due day: ${about.window}`,
    `Returns for ${oneLine(about.window)} are now due by the end of ${longDate(about.dueOn)}, not ${longDate(about.from)}. The reason given is:`,
    about.reason,
    ...about.returns.map(
      ({ label, url, own }) => `${oneLine(label)}${own ? `: ${ownDays(own)}` : ''}\n${url}`,
    ),
  )

const ownDays = ({ from, dueOn }: { from: LocalDate; dueOn: LocalDate }): string =>
  `by its own extension, it was due by the end of ${longDate(from)}, and is now due by the end of ${longDate(dueOn)}`

export const extensionGranted = (
  about: AboutReturn & { approver: string; dueOn: LocalDate; from: LocalDate; reason: string },
): Written =>
  letter(
    `Extended: ${about.returnLabel}`,
    `${oneLine(about.approver)} has extended the return for ${about.returnLabel}. It is now due by the end of ${longDate(about.dueOn)}, not ${longDate(about.from)}. The reason on record is:`,
    about.reason,
    about.url,
  )

export const extensionEnded = (
  about: AboutReturn & { by: string; dueOn: LocalDate; from: LocalDate; isLate: boolean; reason: string },
): Written =>
  letter(
    `Extension ended: ${about.returnLabel}`,
    `${oneLine(about.by)} has ended the extension of the return for ${about.returnLabel} until ${longDate(about.from)}. It ${about.isLate ? 'was' : 'is'} due by the end of ${longDate(about.dueOn)}. The reason on record is:`,
    about.reason,
    about.url,
  )

/** One thing that waits for a person: what it is, by when in words, what they are to do, and where. */
export type ReminderLine = { label: string; due: string; task: string; url: string }

/** Everything that waits for one person, in one letter. */
export const digest = (lines: readonly ReminderLine[]): Written =>
  letter(
    lines.length === 1
      ? `Reminder: ${lines[0]!.label}`
      : `Reminder: ${lines.length} returns and reports wait for you`,
    lines.length === 1 ? 'This waits for you:' : `These ${lines.length} wait for you:`,
    ...lines.map(({ label, due, task, url }) => `${oneLine(label)}\n${due} ${task}\n${url}`),
    'There is at most one letter like this a day, and none once your part is done. If you cannot meet the day, tell RMEL before it: a due day can be extended.',
  )
