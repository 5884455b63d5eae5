/** Verifying the trail on request: audited, one at a time, and what the last one found. */
import type { Db } from '@inclusion/db/open'
import type { Context } from '../context.ts'
import { namesOf } from '../returns/store.ts'
import { change, type Act } from './change.ts'
import { verifyChain, type ChainReport } from './verify.ts'

export type Verification = ChainReport & { at: string; by: string | null }

/** Those under way, by database: whoever asks meanwhile is told what it finds. */
const underWay = new WeakMap<Db, Promise<ChainReport>>()

/** Verifies the whole trail, and records what was found as the next event of it. */
export async function verifyTrail(context: Context, act: Act): Promise<ChainReport> {
  const report = await shared(context.db)
  return change(context, act, async (_, note) => {
    note({ ...report })
    return report
  })
}

function shared(db: Db): Promise<ChainReport> {
  const running = underWay.get(db)
  if (running) return running
  const begun = verifyChain(db).finally(() => underWay.delete(db))
  underWay.set(db, begun)
  return begun
}

/** What the last verification found, when and for whom; null before the first. */
export async function lastVerification({ db }: Context): Promise<Verification | null> {
  const event = await db
    .selectFrom('audit_events')
    .select(['at', 'personId', 'detail'])
    .where('action', '=', 'audit.verify')
    .orderBy('position', 'desc')
    .executeTakeFirst()
  if (!event) return null
  const names = await namesOf(db, [event.personId])
  const by = event.personId === null ? null : (names[event.personId] ?? null)
  return { ...(JSON.parse(event.detail) as ChainReport), at: event.at, by }
}
