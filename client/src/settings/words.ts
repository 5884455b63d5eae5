/** Settings in words: where one stands, and what a change of it did to open returns. Pure. */
import type { SettledReturn } from '@inclusion/server/settings/settle-reports'
import { addDays, shortDate, type LocalDate } from '@inclusion/shared/time'

type Life = {
  openedOn: LocalDate | null
  closedOn: LocalDate | null
}

export type State = 'open' | 'closed' | 'to-open'

/** Where a setting stands on a day. */
export function stateOf({ openedOn, closedOn }: Life, today: LocalDate): State {
  if (closedOn !== null && closedOn < today) return 'closed'
  return openedOn !== null && openedOn > today ? 'to-open' : 'open'
}

/** "Open", "Open until 31 March 2026", "Closed after 31 August 2025", "Opens on 1 September 2026". */
export function stateWords(life: Life, today: LocalDate): string {
  const { openedOn, closedOn } = life
  const state = stateOf(life, today)
  if (state === 'closed') return `Closed after ${shortDate(closedOn ?? today)}`
  if (state === 'to-open') return `Opens on ${shortDate(openedOn ?? today)}`
  return closedOn === null ? 'Open' : `Open until ${shortDate(closedOn)}`
}

/** The last day of a part, as people say it; the day after it is what is stored. */
export const lastDayWords = (endsBefore: LocalDate | null): string =>
  endsBefore === null ? 'No end is known' : shortDate(addDays(endsBefore, -1))

/** One sentence for each open return that changed. `nameOf` gives the name of a URN. */
export function returnsWords(returns: readonly SettledReturn[], nameOf: (urn: string) => string): string[] {
  const named = (urns: readonly string[]) => urns.map(nameOf).join(' and ')
  return returns.map(({ authority, period, opened, dropped, stays, closedQuestions }) => {
    const parts = [
      ...(opened.length > 0 ? [`${named(opened)} now ${opened.length > 1 ? 'report' : 'reports'}`] : []),
      ...(dropped.length > 0 ? [`${named(dropped)} no longer ${dropped.length > 1 ? 'do' : 'does'}`] : []),
      ...(stays.length > 0 ? [`the report begun under ${named(stays)} stays with its head`] : []),
      ...(closedQuestions > 0
        ? [
            closedQuestions === 1
              ? 'one question on it is closed'
              : `${closedQuestions} questions on it are closed`,
          ]
        : []),
    ]
    return `In ${authority}’s return for ${period}: ${parts.join(', ')}.`
  })
}
