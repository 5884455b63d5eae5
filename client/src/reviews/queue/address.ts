/** The queue's filters as they stand in its address, and the returns chosen to be accepted together. Pure. */
import { queueFilterRules } from '@inclusion/shared/queue-filter-rules'
import type { QueueFilter } from '@inclusion/shared/review-queue'
import { staffPaths } from '../../routing/staff-paths.ts'

/** What an address asks of the queue. What it does not know it leaves out, so that no link breaks the page. */
export function filterOf(search: Record<string, unknown>): QueueFilter {
  const known = Object.entries(queueFilterRules).flatMap(([name, isKnown]) => {
    const text = textOf(search[name])
    return text !== undefined && isKnown(text) ? [[name, text] as const] : []
  })
  const { sort, page, ...filter } = Object.fromEntries(known)
  return {
    ...filter,
    ...(sort && sort !== 'thought' && { sort: sort as QueueFilter['sort'] & string }),
    ...(page && page !== '1' && { page: Number(page) }),
  }
}

/** What the address asks for and the queue does not know: to be said, since it is not shown. */
export function unknownIn(search: Record<string, unknown>): string[] {
  return Object.entries(queueFilterRules).flatMap(([name, isKnown]) => {
    const text = textOf(search[name])
    return text === undefined || isKnown(text) ? [] : [`${name} “${text}”`]
  })
}

// An address is read as JSON where it can be: "true" and "2" come as themselves.
const textOf = (value: unknown): string | undefined =>
  value === undefined || value === '' ? undefined : typeof value === 'string' ? value : JSON.stringify(value)

/** The address of the queue with a filter changed: on its first page again. */
export function addressWith(filter: QueueFilter, change: Partial<Record<keyof QueueFilter, string>>): string {
  const { page: _, ...kept } = filter
  return staffPaths.reviewQueue({ ...kept, ...change })
}

/** A return in the version that was seen: `APM-E09000007-FY2025-26-Q3.2`. */
export type ChosenReturn = { returnId: string; version: number }

export const chosenText = (chosen: readonly ChosenReturn[]): string =>
  chosen.map(({ returnId, version }) => `${returnId}.${version}`).join(',')

/** What cannot be read is left out. */
export function readChosen(text: unknown): ChosenReturn[] {
  if (typeof text !== 'string') return []
  return text.split(',').flatMap((each) => {
    const [returnId = '', version = ''] = each.split('.')
    return /^[1-9]\d*$/.test(version) ? [{ returnId, version: Number(version) }] : []
  })
}
