/** A cell of the collection, and the totals of a period, in words. Pure. */
import type { CollectionCell, CollectionPeriod, CollectionTotals } from '@inclusion/server/collection/view'
import type { WindowState } from '@inclusion/shared/collection/windows'
import type { Timeliness } from '@inclusion/shared/collection/timeliness'
import type { TagColour } from '../ui/tag.tsx'
import { dayWords, daysLeftWords } from '../returns/return-words.ts'

/** "11 days left", "3 days late", "On time", "Filed 9 days late". */
export function timeWords({ timeliness }: Pick<CollectionCell, 'timeliness'>): string {
  switch (timeliness.kind) {
    case 'on-time':
      return 'On time'
    case 'late':
      return `Filed ${dayWords(timeliness.days)} late`
    case 'outstanding':
      return timeliness.days === 0 ? 'Due today' : daysLeftWords(timeliness.days)
    case 'overdue':
      return daysLeftWords(-timeliness.days)
  }
}

/** The colour that stands beside words which ask for a look; none for what is in order. */
export const timeColours: Record<Timeliness['kind'], TagColour | null> = {
  'on-time': null,
  outstanding: null,
  late: 'orange',
  overdue: 'red',
}

/** "5 on time, 1 late, 26 outstanding, 3 of them overdue", of a period that has opened. */
export function totalWords({ asked, onTime, late, outstanding, overdue }: CollectionTotals): string {
  if (asked === 0) return 'No return was asked for'
  const due = overdue === 0 ? '' : `, ${overdue === outstanding ? 'all' : overdue} overdue`
  return `${onTime} on time, ${late} late, ${outstanding} outstanding${outstanding === 0 ? '' : due}`
}

export const windowColours: Record<WindowState, TagColour> = {
  'to-come': 'grey',
  open: 'blue',
  'past-due': 'red',
  closed: 'green',
}

/** Rows of days in words: "10 and 3 working days before the due day; 1, 5 and 10 after it". */
export function reminderWords(days: readonly number[]): string {
  const before = days.filter((day) => day < 0).map((day) => -day)
  const after = days.filter((day) => day > 0)
  const parts = [
    ...(before.length > 0
      ? [
          `${listed(before)} working ${before.length === 1 && before[0] === 1 ? 'day' : 'days'} before the due day`,
        ]
      : []),
    ...(days.includes(0) ? ['on the due day'] : []),
    ...(after.length > 0
      ? [`${listed(after)} working ${after.length === 1 && after[0] === 1 ? 'day' : 'days'} after it`]
      : []),
  ]
  return parts.length === 0 ? 'never' : new Intl.ListFormat('en-GB').format(parts)
}

const listed = (days: readonly number[]): string => new Intl.ListFormat('en-GB').format(days.map(String))

/** A period across, and where its cell stands in each row. */
export type PeriodColumn = { period: CollectionPeriod; index: number }

/** The latest first, as everywhere. */
export const columnsOf = (periods: readonly CollectionPeriod[]): PeriodColumn[] =>
  periods.map((period, index) => ({ period, index })).toReversed()
