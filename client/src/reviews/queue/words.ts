/** What the queue says of a return, in words. Pure. */
import type { FiledLine, QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import { shortDate } from '@inclusion/shared/time'
import { daysLeftWords } from '../../returns/return-words.ts'

// A number and its words stay on one line.
export const workingDays = (days: number): string =>
  days === 1 ? '1\u00a0working\u00a0day' : `${days}\u00a0working\u00a0days`

/** "With RMEL: Leila Haddad for 3 working days", of what is accepted "4 working days ago". */
export function heldWords({ holder, status, heldForWorkingDays }: QueueLine): string {
  if (status === 'accepted')
    return heldForWorkingDays === 0 ? 'Today' : `${workingDays(heldForWorkingDays)} ago`
  const held = heldForWorkingDays === 0 ? 'since today' : `for ${workingDays(heldForWorkingDays)}`
  return `With ${holder === 'RMEL' ? 'RMEL, nobody yet' : holder} ${held}`
}

/** "7 of 10 working days"; before it is filed when it is due. */
export function ageWords({ age, status, dueOn, daysLeft }: QueueLine): string {
  if (age) {
    const { workingDays: days, allowed } = age
    return allowed === null ? workingDays(days) : `${days} of ${workingDays(allowed)}`
  }
  if (status === 'accepted' || daysLeft === null) return ''
  return `Due ${shortDate(dueOn)}, ${daysLeftWords(daysLeft)}`
}

/** "2 explained, 1 waived, 4 noted" */
export function findingWords({ explained, waived, noted }: FiledLine): string {
  const parts = [
    explained > 0 ? `${explained} explained` : '',
    waived > 0 ? `${waived} waived` : '',
    noted > 0 ? `${noted} noted` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'No findings' : parts.join(', ')
}

/** "RMEL reviews within 10 working days of submission; AP/PRU Mentoring within 5." */
export function serviceLevelWords({ serviceLevels, programmes }: QueueView): string {
  const names = new Map(programmes.map(({ code, name }) => [code, name]))
  const { '': general, ...own } = serviceLevels
  const special = Object.entries(own).flatMap(([code, days]) =>
    names.has(code) ? [`${names.get(code)} within ${workingDays(days)}`] : [],
  )
  const parts = [
    ...(general === undefined ? [] : [`within ${workingDays(general)} of submission`]),
    ...special,
  ]
  return parts.length === 0 ? '' : `RMEL reviews ${parts.join('; ')}.`
}

/** What names a return among others. */
export const nameOf = ({ authority, programme, period }: QueueLine): string =>
  `${authority.name}, ${programme.name}, ${period.label}`

/** "2025-26 Q3" of "October to December 2025 (2025-26 Q3)": in a row there is room for no more. */
export const shortPeriod = ({ period }: Pick<QueueLine, 'period'>): string =>
  /\(([^)]+)\)$/.exec(period.label)?.[1] ?? period.label
