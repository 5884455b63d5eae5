/**
 * What a change makes of a setting's attendance: read by the browser as she types or counts and by the
 * server as it stores, so that both see the same counts and know alike where they came from.
 */
import { applyCounts, type Changed } from '../figure-changes.ts'
import type { FigureChange } from '../figures.ts'
import type { Attendance, SessionCounts } from './counts.ts'

type CountChange = Pick<FigureChange, 'entries' | 'counted'>

/** The pupils of a cohort, with the window of a baseline. */
export type PupilCounts = Pick<Attendance, 'enrolments' | 'persistent' | 'severe' | 'counted' | 'window'>

/** Sessions after a change: what is typed over a count is no longer what the register gave. */
export function changeSessions(before: SessionCounts, change: CountChange): Changed<SessionCounts> {
  const { counted: _, ...counts } = before
  const { figure, drafts } = applyCounts(counts, change)
  const counted = keptCount(change, before.counted, (given) =>
    'byCode' in given ? { byCode: given.byCode } : undefined,
  )
  return { figure: { ...figure, ...(counted && { counted }) }, drafts }
}

/**
 * Pupils after a change. What is typed of a baseline is for the window it has, until a count brings another or
 * every number of pupils is cleared: then it is for no window of its own again.
 */
export function changePupils(before: PupilCounts, change: CountChange): Changed<PupilCounts> {
  const { enrolments, persistent, severe } = before
  const { figure, drafts } = applyCounts({ enrolments, persistent, severe }, change)
  const counted = keptCount(change, before.counted, (given) =>
    'dispersion' in given ? { dispersion: given.dispersion } : undefined,
  )
  return {
    figure: { ...figure, ...(counted && { counted }), window: windowAfter(before, change, figure) },
    drafts,
  }
}

type Pupils = Pick<PupilCounts, 'enrolments' | 'persistent' | 'severe'>

function windowAfter(
  before: PupilCounts,
  change: CountChange,
  { enrolments, persistent, severe }: Pupils,
): PupilCounts['window'] {
  const isCleared = types(change) && [enrolments, persistent, severe].every((count) => count === null)
  if (isCleared) return null
  return change.counted && 'window' in change.counted ? change.counted.window : before.window
}

/** Whether a change types anything: entries come after a count in the same change. */
const types = ({ entries }: CountChange): boolean => Object.keys(entries ?? {}).length > 0

function keptCount<T>(
  change: CountChange,
  before: T | undefined,
  given: (counted: NonNullable<CountChange['counted']>) => T | undefined,
): T | undefined {
  if (types(change)) return undefined
  return change.counted ? given(change.counted) : before
}
