/** Letters about people: invitations, and what happens when somebody leaves. */
import { addDays, longDate, type LocalDate } from '@inclusion/shared/time'
import { letter, oneLine, type Written } from './letters.ts'

type Invitation = {
  name: string
  /** What they are invited as, and over what: "Borough lead, Camden". */
  role: string
  /** Who invites; null for the first administrator, whom nobody does. */
  by: string | null
  url: string
  /** The last day on which it can be accepted. */
  lastDay: LocalDate
  /** The first day without the role; null where it has no end. */
  endsBefore: LocalDate | null
}

export const invitation = ({ name, role, by, url, lastDay, endsBefore }: Invitation): Written =>
  letter(
    'You are invited to Inclusion Returns',
    `Dear ${oneLine(name)},`,
    `${by === null ? 'You are invited' : `${oneLine(by)} invites you`} to Inclusion Returns, the monitoring service of the London Violence Reduction Unit, as ${oneLine(role)}.${endsBefore === null ? '' : ` You hold this role until the end of ${longDate(addDays(endsBefore, -1))}.`}`,
    `Sign in with this email address by the end of ${longDate(lastDay)} to accept. There is no password: a code is sent to you each time.`,
    url,
  )

/** `from`: the first day without access; null for at once. */
type Departure = { by: string; from: LocalDate | null }

const atOnceOr = (from: LocalDate | null): string =>
  from === null ? 'today' : `at the end of ${longDate(addDays(from, -1))}`

export const accessEnds = ({ name, by, from }: Departure & { name: string }): Written =>
  letter(
    'Your access to Inclusion Returns ends',
    `Dear ${oneLine(name)},`,
    `${oneLine(by)} has recorded that you leave. Your access to Inclusion Returns ends ${atOnceOr(from)}. If this is wrong, please tell them.`,
    'What you did stays on record under your name.',
  )

type TakingOver = Departure & {
  leaver: string
  lists: readonly { name: string; items: readonly string[] }[]
}

const mostListed = 20

export const takesOver = ({ leaver, by, from, lists }: TakingOver): Written =>
  letter(
    `You take over from ${leaver}`,
    `${oneLine(leaver)} leaves ${atOnceOr(from)}, and ${oneLine(by)} has named you to take over what they hold:`,
    ...lists.flatMap(({ name, items }) => [
      `${name}:`,
      ...items.slice(0, mostListed),
      ...(items.length > mostListed ? [`and ${items.length - mostListed} more`] : []),
    ]),
  )
