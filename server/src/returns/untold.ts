/** What the borough is not told: what an evaluator thought of a version before RMEL decided on it as a whole. */
import type { Db } from '@inclusion/db/open'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { endedVersions } from '../reviews/store.ts'
import type { ReturnHead } from './store.ts'

/**
 * The positions of the events that are not for this actor: decisions on figures of versions on which RMEL has not
 * decided as a whole. A version that went back to the queue and was withdrawn stays among them.
 */
export async function findUntold(db: Db, actor: Actor, head: ReturnHead): Promise<number[]> {
  if (allowedOn(actor, 'return.hand-over', head)) return []
  const events = await db
    .selectFrom('audit_events')
    .select(['position', 'detail'])
    .where('subject', '=', head.id)
    .where('action', '=', 'return.decide-figures')
    .execute()
  if (events.length === 0) return []
  const ended = await endedVersions(db, head.id)
  return events.filter(({ detail }) => !ended.includes(versionIn(detail))).map(({ position }) => position)
}

const versionIn = (detail: string): number => (JSON.parse(detail) as { version: number }).version
