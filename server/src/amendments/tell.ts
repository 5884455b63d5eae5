/** Who is written to about an amendment: those who may decide on it, and then those it concerns. */
import type { Trx } from '@inclusion/db/open'
import type { Actor, Role } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import * as letters from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { holdersOf } from '../people/holders.ts'
import type { Amendment } from './store.ts'

type About = { amendment: Amendment; actor: Actor }

const aboutOf = ({ environment }: Context, { id, name }: Amendment): letters.AboutAmendment => ({
  name,
  url: `${environment.origin}/framework/amendments/${id}`,
})

/** Writes to the evaluators who may publish it. */
export const tellProposed = (context: Context, trx: Trx, { amendment, actor }: About): Promise<void> => {
  const letter = letters.amendmentProposed({ ...aboutOf(context, amendment), proposer: actor.name })
  return tellStaff(context, trx, { roles: ['evaluator'], letter, amendment, actor })
}

/** Writes to the evaluators and programme managers. Leads are written to when a window opens. */
export const tellPublished = (context: Context, trx: Trx, { amendment, actor }: About): Promise<void> => {
  const letter = letters.amendmentPublished(aboutOf(context, amendment))
  return tellStaff(context, trx, { roles: ['evaluator', 'programme-manager'], letter, amendment, actor })
}

async function tellStaff(
  context: Context,
  trx: Trx,
  { roles, letter, amendment, actor }: About & { roles: readonly Role[]; letter: letters.Written },
): Promise<void> {
  const holders = await holdersOf(trx, roles, { programme: amendment.programme, on: today(context) })
  for (const { personId, email } of holders)
    if (personId !== actor.personId) await queueMail(context, trx, { recipient: email, ...letter })
}

/** Writes to the one who proposed it. */
export async function tellRefused(
  context: Context,
  trx: Trx,
  { amendment, actor, reason }: About & { reason: string },
): Promise<void> {
  const proposer = await trx
    .selectFrom('people')
    .select('email')
    .where('id', '=', amendment.proposedBy)
    .executeTakeFirst()
  const letter = letters.amendmentRefused({ ...aboutOf(context, amendment), by: actor.name, reason })
  if (proposer) await queueMail(context, trx, { recipient: proposer.email, ...letter })
}
