/** Saving an authority's own figures: open to its lead while the table of actions says so. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { judgeReturn } from './judge.ts'
import type { Return, ReturnHead } from './store.ts'
import { refuse } from './transition.ts'

/** What a save asks before it writes, and what the checks say after it: of the whole return. */
export function holdForEntry(context: Context, head: ReturnHead, actor: Actor) {
  return {
    urn: null,
    onBehalf: false,
    // Whether it is open is judged under the lock, after a repeat has had the answer it had before.
    before: (_: Trx, now: Return) => refuse('edit', { ...head, ...now }, actor),
    judge: (db: Db | Trx) => judgeReturn(context, db, head.id),
  }
}
