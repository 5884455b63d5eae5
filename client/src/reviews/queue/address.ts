/** The queue's filters as they stand in its address, and the returns chosen to be accepted together. Pure. */
import { queueSorts, type QueueFilter } from '@inclusion/shared/review-queue'
import { staffPaths } from '../../routing/staff-paths.ts'

const quarter = /^FY(\d{4})-(\d{2})-Q[1-4]$/
const term = /^AY(\d{4})-(\d{2})-(autumn|spring|summer)$/

/** `FY2025-26-Q3`: its two years follow each other. */
function isPeriod(text: string): boolean {
  const [, from, to] = quarter.exec(text) ?? term.exec(text) ?? []
  return from !== undefined && (Number(from) + 1) % 100 === Number(to)
}

const isTrue = (text: string): boolean => text === 'true'

/** What each filter can be, as the server has it; said anew, since its schemas are no part of a page. */
const understands: Record<keyof QueueFilter, (text: string) => boolean> = {
  programme: ({ length }) => length <= 5,
  period: (text) => text === 'all' || isPeriod(text),
  borough: ({ length }) => length <= 9,
  holder: ({ length }) => length <= 60,
  review: (text) => text === 'thought' || text === 'clean',
  mine: isTrue,
  over: isTrue,
  sort: (text) => queueSorts.some((each) => each === text),
  page: (text) => /^[1-9]\d{0,4}$/.test(text),
}

/** What an address asks of the queue. What it does not know it leaves out, so that no link breaks the page. */
export function filterOf(search: Record<string, unknown>): QueueFilter {
  const known = Object.entries(understands).flatMap(([name, isKnown]) => {
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
  return Object.entries(understands).flatMap(([name, isKnown]) => {
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
