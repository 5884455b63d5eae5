/** Two people publish an edition: one proposes it, another approves it. From then on it never changes. */
import type { Trx } from '@inclusion/db/open'
import { periodLabel } from '@inclusion/shared/periods'
import type { Role, Subject } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import * as letters from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { holdersOf } from '../people/holders.ts'
import { change } from '../trust/change.ts'
import { allowAction, type By, type Moved } from './edit.ts'
import { lockEditions, type Edition } from './store.ts'

type At = { id: string; revision: number }

/** Proposes a draft that was back-tested as it stands. The other evaluators are written to. */
export function proposeEdition(context: Context, { act, actor }: By, at: At): Promise<Moved> {
  return change(context, act, async (trx) => {
    const edition = await allowAction(trx, actor, { ...at, action: 'propose' })
    await trx
      .updateTable('standards')
      .set({ proposedBy: actor.personId, proposedAt: context.now(), refusedBy: null, refusal: null })
      .where('id', '=', at.id)
      .execute()
    const about = { ...aboutOf(context, edition), proposer: actor.name }
    await write(context, trx, ['evaluator'], { but: actor.personId, letter: letters.editionProposed(about) })
    return at
  })
}

/** Takes back what the actor proposed: it is a draft again, as it was. */
export function takeBackEdition(context: Context, { act, actor }: By, at: At): Promise<Moved> {
  return change(context, act, async (trx) => {
    await allowAction(trx, actor, { ...at, action: 'take-back' })
    await trx
      .updateTable('standards')
      .set({ proposedBy: null, proposedAt: null })
      .where('id', '=', at.id)
      .execute()
    return at
  })
}

/** Publishes what another person proposed. Returns that are opened from its first period on are judged by it. */
export function approveEdition(context: Context, { act, actor }: By, at: At): Promise<Moved> {
  return change(context, act, async (trx, note) => {
    // Two drafts that use one number for two kinds of check are never published at the same moment.
    await lockEditions(trx)
    const edition = await allowAction(trx, actor, { ...at, action: 'approve' })
    await trx
      .updateTable('standards')
      .set({ status: 'published', publishedAt: context.now(), approvedBy: actor.personId })
      .where('id', '=', at.id)
      .execute()
    note({ effectiveFrom: edition.effectiveFrom, proposedBy: edition.proposedBy })
    const letter = letters.editionPublished(aboutOf(context, edition))
    const programmes = await trx.selectFrom('programmes').select('code as programme').execute()
    const over = [{}, ...programmes]
    await write(context, trx, ['evaluator', 'programme-manager'], { but: actor.personId, letter, over })
    return at
  })
}

/** Does not approve it: it is a draft again, with the reason beside it, which its proposer is sent too. */
export function refuseEdition(
  context: Context,
  { act, actor }: By,
  { reason, ...at }: At & { reason: string },
): Promise<Moved> {
  return change(context, act, async (trx) => {
    const edition = await allowAction(trx, actor, { ...at, action: 'refuse' })
    await trx
      .updateTable('standards')
      .set({ proposedBy: null, proposedAt: null, refusedBy: actor.personId, refusal: reason })
      .where('id', '=', at.id)
      .execute()
    const proposer = await trx
      .selectFrom('people')
      .select('email')
      .where('id', '=', edition.proposedBy)
      .executeTakeFirst()
    const letter = letters.editionRefused({ ...aboutOf(context, edition), by: actor.name, reason })
    if (proposer) await queueMail(context, trx, { recipient: proposer.email, ...letter })
    return at
  })
}

const aboutOf = (context: Context, { id, name, effectiveFrom }: Edition): letters.AboutEdition => ({
  name,
  from: periodLabel(effectiveFrom),
  url: `${context.environment.origin}/standards/editions/${id}`,
})

/**
 * Writes to everybody who holds one of the roles over one of the subjects, once, but not to the one who did it.
 * Without subjects: to those who hold it for every programme.
 */
async function write(
  context: Context,
  trx: Trx,
  roles: readonly Role[],
  { but, letter, over = [{}] }: { but: string; letter: letters.Written; over?: readonly Subject[] },
): Promise<void> {
  const on = today(context)
  const readers = new Map<string, string>()
  for (const subject of over) {
    for (const { personId, email } of await holdersOf(trx, roles, { ...subject, on }))
      readers.set(personId, email)
  }
  readers.delete(but)
  for (const recipient of readers.values()) await queueMail(context, trx, { recipient, ...letter })
}
