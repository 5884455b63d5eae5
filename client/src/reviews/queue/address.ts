/** The queue's filters as they stand in its address, and the returns chosen to be accepted together. Pure. */
import { queueSorts, type QueueFilter } from '@inclusion/shared/review-queue'
import { staffPaths } from '../../routing/staff-paths.ts'

/** What an address asks of the queue. What it does not know it leaves out, so that no link breaks the page. */
export function filterOf(search: Record<string, unknown>): QueueFilter {
  const text = (name: string) => {
    const value = search[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
  const [programme, period, borough, holder] = [
    text('programme'),
    text('period'),
    text('borough'),
    text('holder'),
  ]
  const review = (['thought', 'clean'] as const).find((each) => each === search['review'])
  const sort = queueSorts.find((each) => each === search['sort'])
  const page = Number(search['page'] ?? 1)
  return {
    ...(programme && { programme }),
    ...(period && { period }),
    ...(borough && { borough }),
    ...(holder && { holder }),
    ...(review && { review }),
    ...(isTrue(search['mine']) && { mine: 'true' }),
    ...(isTrue(search['over']) && { over: 'true' }),
    ...(sort && sort !== 'thought' && { sort }),
    ...(Number.isInteger(page) && page > 1 && { page }),
  }
}

const isTrue = (value: unknown): boolean => value === true || value === 'true'

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
