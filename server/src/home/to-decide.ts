/** What waits for a decision of staff, each as a line that leads to it: waivers, the framework, the standard, people. */
import { whyNotAmendment } from '@inclusion/shared/framework/amendment-actions'
import { holds, type Actor } from '@inclusion/shared/roles'
import { whyNotEdition } from '@inclusion/shared/standards/editions'
import { whyNotWaiver } from '@inclusion/shared/waivers'
import { rightsOn } from '../amendments/allow-amendment.ts'
import { today, type Context } from '../context.ts'
import { countGivenUp } from '../mail/undelivered.ts'
import { reviewAccess } from '../people/access-review.ts'
import { listInvitations } from '../people/store.ts'
import { mayEdit } from '../standards/view.ts'

export type ToDecide = { words: string; path: string }

/** Everything that the actor may decide on now; nothing that another person has to. */
export async function viewToDecide(context: Context, actor: Actor): Promise<ToDecide[]> {
  return [
    ...(await waiversToDecide(context, actor)),
    ...(await amendmentsToDecide(context, actor)),
    ...(await editionsToDecide(context, actor)),
    ...(await accessToConfirm(context, actor)),
    ...(await invitationsRunOut(context, actor)),
    ...(await lettersToDealWith(context, actor)),
  ]
}

async function accessToConfirm(context: Context, actor: Actor): Promise<ToDecide[]> {
  if (!holds(actor, 'people.administer')) return []
  const overdue = await reviewAccess(context, actor, { only: 'overdue' })
  const count = overdue.filter(({ mayConfirm }) => mayConfirm).length
  if (count === 0) return []
  const words = `The access of ${count === 1 ? 'one person' : `${count} people`} is overdue for review`
  return [{ words, path: '/people/access?only=overdue' }]
}

async function invitationsRunOut({ db, now }: Context, actor: Actor): Promise<ToDecide[]> {
  if (!holds(actor, 'people.administer')) return []
  const open = await listInvitations(db)
  const count = open.filter(({ expiresAt }) => expiresAt <= now()).length
  if (count === 0) return []
  const words =
    count === 1
      ? 'One invitation has run out before it was accepted'
      : `${count} invitations have run out before they were accepted`
  return [{ words, path: '/people' }]
}

async function lettersToDealWith({ db }: Context, actor: Actor): Promise<ToDecide[]> {
  if (!holds(actor, 'people.administer')) return []
  const count = await countGivenUp(db)
  if (count === 0) return []
  const words = count === 1 ? 'One letter was not delivered' : `${count} letters were not delivered`
  return [{ words, path: '/people/letters' }]
}

async function waiversToDecide(context: Context, actor: Actor): Promise<ToDecide[]> {
  if (!holds(actor, 'waiver.approve')) return []
  const requested = await context.db
    .selectFrom('waivers')
    .selectAll()
    .where('status', '=', 'requested')
    .execute()
  const on = today(context)
  const count = requested.filter((waiver) => whyNotWaiver('refuse', waiver, { actor, on }) === null).length
  if (count === 0) return []
  const words = count === 1 ? 'One waiver waits for your decision' : `${count} waivers wait for your decision`
  return [{ words, path: '/waivers' }]
}

async function amendmentsToDecide({ db }: Context, actor: Actor): Promise<ToDecide[]> {
  if (!holds(actor, 'framework.publish')) return []
  const proposed = await db
    .selectFrom('amendments')
    .select(['id', 'name', 'programme', 'proposedBy'])
    .where('status', '=', 'proposed')
    .orderBy('proposedAt')
    .orderBy('id')
    .execute()
  return proposed.flatMap(({ id, name, programme, proposedBy }) => {
    const state = { status: 'proposed' as const, proposedBy, hasErrors: false }
    if (whyNotAmendment('refuse', state, rightsOn(actor, programme)) !== null) return []
    const words = `Change to the framework, “${name}”, waits for your decision`
    return [{ words, path: `/framework/amendments/${id}` }]
  })
}

async function editionsToDecide({ db }: Context, actor: Actor): Promise<ToDecide[]> {
  if (!mayEdit(actor)) return []
  const proposed = await db
    .selectFrom('standards')
    .select(['id', 'name', 'proposedBy'])
    .where('status', '=', 'draft')
    .where('proposedBy', 'is not', null)
    .orderBy('id')
    .execute()
  const who = { personId: actor.personId, mayEdit: true }
  const usual = {
    status: 'proposed' as const,
    isNumberTaken: false,
    isBackTested: true,
    isPeriodFree: true,
  }
  return proposed.flatMap(({ id, name, proposedBy }) =>
    whyNotEdition('refuse', { ...usual, proposedBy }, who) === null
      ? [
          {
            words: `Edition of the standard, “${name}”, waits for your decision`,
            path: `/standards/editions/${id}`,
          },
        ]
      : [],
  )
}
