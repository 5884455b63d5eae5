/** Whether somebody may do something with an amendment now: asked by every act, under its lock. */
import type { Trx } from '@inclusion/db/open'
import type { AmendmentFault } from '@inclusion/shared/framework/amendment'
import {
  whyNotAmendment,
  type AmendmentAction,
  type AmendmentActor,
} from '@inclusion/shared/framework/amendment-actions'
import { faultsOf, hasErrors } from '@inclusion/shared/framework/faults'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import type { Act } from '../trust/change.ts'
import { loadGround } from './load-ground.ts'
import { lockAmendment, type Amendment } from './store.ts'

export type By = { act: Act; actor: Actor }

/** Where a draft stands after a change. */
export type Moved = { id: string; revision: number }

export type At = { id: string; revision: number }

/** What an actor may do with the framework of a programme; a new one belongs to those who hold all programmes. */
export const rightsOn = (actor: Actor, programme: string): AmendmentActor => ({
  personId: actor.personId,
  mayEdit: allowedOn(actor, 'framework.edit', { programme }),
  mayPublish: allowedOn(actor, 'framework.publish', { programme }),
})

/** The amendment, or the Problem `not-found` for one of a programme that is none of the actor's. */
export function seeable(amendment: Amendment | null, actor: Actor): Amendment {
  if (!amendment || !allowedOn(actor, 'framework.see', amendment)) throw new Problem('not-found')
  return amendment
}

/** The errors of an amendment as the refusal that lists them. */
export const faulty = (faults: readonly AmendmentFault[]): Problem =>
  new Problem('amendment-faulty', {
    errors: faults
      .filter(({ severity }) => severity === 'error')
      .map(({ field, message }) => ({ field, message })),
  })

/** The amendment under its lock, at the revision that was seen; throws the Problem that says why not. */
export async function allowAmendment(
  context: Context,
  trx: Trx,
  actor: Actor,
  { id, revision, action }: At & { action: AmendmentAction },
): Promise<Amendment> {
  const amendment = seeable(await lockAmendment(trx, id), actor)
  const { status, proposedBy, programme, content } = amendment
  const who = rightsOn(actor, programme)
  const state = { status, proposedBy, hasErrors: false }
  const refusal = whyNotAmendment(action, state, who)
  if (refusal) throw new Problem(refusal)
  if (revision !== amendment.revision)
    throw new Problem('amendment-changed', { revision: amendment.revision })
  if (action !== 'propose' && action !== 'publish') return amendment
  const faults = faultsOf(content, await loadGround(context, trx, programme))
  if (whyNotAmendment(action, { ...state, hasErrors: hasErrors(faults) }, who)) throw faulty(faults)
  return amendment
}
