/** Holds what is recorded of a setting against two people who change it at once. */
import { sql } from 'kysely'
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { placesByUrn, type Fault, type Places } from '@inclusion/shared/settings/succession'
import { findSettings } from './store.ts'

/**
 * Counts up the revision of a setting, and of another that the act concerns, in one order for everybody.
 * Throws `setting-changed` when the person saw an older one, `not-found` for a URN that there is not. Answers
 * every setting as it stands now, which nobody changes until the transaction ends.
 */
export async function holdSetting(
  trx: Trx,
  { urn, revision, also }: { urn: string; revision: number; also?: string },
): Promise<Places> {
  for (const each of [...new Set([urn, also ?? urn])].toSorted()) {
    const bumped = await trx
      .updateTable('settings')
      .set({ revision: sql<number>`revision + 1` })
      .where('urn', '=', each)
      .returning('revision')
      .executeTakeFirst()
    if (each !== urn) continue
    if (!bumped) throw new Problem('not-found')
    if (bumped.revision !== revision + 1) throw new Problem('setting-changed')
  }
  return placesByUrn(await findSettings(trx))
}

/** A refusal that names its field. */
export const wrong = (fault: Fault): Problem => new Problem('invalid-request', { errors: [fault] })
