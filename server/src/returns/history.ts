/** The history of a return, or of one figure of it, from the audit trail. */
import type { Context } from '../context.ts'
import { namesOf } from './store.ts'

export type HistoryEvent = { at: string; by: string | null; action: string; detail: Record<string, unknown> }

/**
 * The latest 500 events of the return and its setting reports, latest first; of one figure when a locator is given.
 * `without`: the positions of events that are left out.
 */
export async function viewHistory(
  context: Context,
  returnId: string,
  { locator, without = [] }: { locator?: string | undefined; without?: readonly number[] },
): Promise<HistoryEvent[]> {
  const all = context.db
    .selectFrom('audit_subjects as of_return')
    .innerJoin('audit_events', 'audit_events.position', 'of_return.position')
    .select(['at', 'personId', 'action', 'detail'])
    .where('of_return.key', '=', `return:${returnId}`)
    .where((eb) => eb.or([eb('subject', '=', returnId), eb('subject', 'like', `${returnId}@%`)]))
  const base = without.length > 0 ? all.where('audit_events.position', 'not in', without) : all
  // Before the limit, or the many changes of other figures would hide this one's.
  const query = locator
    ? base
        .innerJoin('audit_subjects as of_figure', 'of_figure.position', 'of_return.position')
        .where('of_figure.key', '=', `figure:${locator}`)
    : base
  const rows = await query.orderBy('of_return.position', 'desc').limit(500).execute()
  const names = await namesOf(
    context.db,
    rows.map(({ personId }) => personId),
  )
  const events = rows.map(({ at, personId, action, detail }) => ({
    at,
    by: personId ? (names[personId] ?? null) : null,
    action,
    detail: JSON.parse(detail) as Record<string, unknown>,
  }))
  return locator ? events.flatMap((event) => ofFigure(event, locator)) : events
}

/** The event with only this figure's line of its trail, or nothing when it does not concern it. */
function ofFigure(event: HistoryEvent, locator: string): HistoryEvent[] {
  const trail = event.detail['figures']
  if (!Array.isArray(trail)) return []
  const lines = trail.filter((line: unknown) => Array.isArray(line) && line[0] === locator)
  return lines.length === 0 ? [] : [{ ...event, detail: { figures: lines } }]
}
