/** Who is written to about a waiver. */
import type { Trx } from '@inclusion/db/open'
import type { Actor } from '@inclusion/shared/roles'
import { waiverSubject, type WaiverAct, type WaiverScope } from '@inclusion/shared/waivers'
import type { LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { waiverDecided, waiverRequested } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { holdersOf } from '../people/holders.ts'
import type { Waiver } from './store.ts'

type Requested = { check: string; scope: WaiverScope; actor: Actor; until: LocalDate }

/** Writes to everybody who may grant it, but the one who asks. */
export async function tellRequested(
  context: Context,
  trx: Trx,
  { check, scope, actor, until }: Requested,
): Promise<void> {
  const letter = waiverRequested({
    check,
    until,
    requester: actor.name,
    place: await placeWords(trx, scope),
    url: addressOf(context),
  })
  const subject = { ...waiverSubject(scope), on: today(context) }
  for (const { personId, email } of await holdersOf(trx, ['evaluator', 'approver'], subject)) {
    if (personId !== actor.personId) await queueMail(context, trx, { recipient: email, ...letter })
  }
}

type Decided = {
  waiver: Waiver
  act: Exclude<WaiverAct, 'withdraw'>
  actor: Actor
  reason: string | undefined
}

/** Writes to the one who asked. */
export async function tellDecided(
  context: Context,
  trx: Trx,
  { waiver, act, actor, reason = '' }: Decided,
): Promise<void> {
  const requester = await trx
    .selectFrom('people')
    .select(['id', 'email'])
    .where('id', '=', waiver.requestedBy)
    .executeTakeFirst()
  if (!requester || requester.id === actor.personId) return
  const letter = waiverDecided({
    check: waiver.checkCode,
    until: waiver.until,
    act,
    decider: actor.name,
    reason,
    place: await placeWords(trx, waiver),
    url: addressOf(context),
  })
  await queueMail(context, trx, { recipient: requester.email, ...letter })
}

const addressOf = ({ environment }: Context): string => `${environment.origin}/waivers`

/** "Camden, AP/PRU Mentoring"; a waiver without limits is for all boroughs and programmes. */
async function placeWords(trx: Trx, { programme, gssCode, urn }: WaiverScope): Promise<string> {
  const setting =
    urn && (await trx.selectFrom('settings').select('name').where('urn', '=', urn).executeTakeFirst())
  const authority =
    gssCode &&
    (await trx.selectFrom('authorities').select('name').where('gssCode', '=', gssCode).executeTakeFirst())
  const named =
    programme &&
    (await trx.selectFrom('programmes').select('name').where('code', '=', programme).executeTakeFirst())
  const place = [setting ? setting.name : null, authority ? authority.name : 'all boroughs']
  return [...place, named ? named.name : 'all programmes'].filter(Boolean).join(', ')
}
