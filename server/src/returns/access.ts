/** Which returns an actor sees, and which they may edit. What is out of scope does not exist for them. */
import type { PeriodId } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { ReturnStatus } from '@inclusion/shared/returns'
import type { Context } from '../context.ts'
import { findReturn, listReturns, namesOf, type ReturnHead } from './store.ts'
import { refuse } from './transition.ts'
import { lineOf, type ReturnLine } from './view.ts'

/** The return, or the Problem `not-found` for one that is none of the actor's. */
export async function seeReturn(context: Context, actor: Actor, returnId: string): Promise<ReturnHead> {
  const head = await findReturn(context.db, returnId)
  if (!head || !allowedOn(actor, 'return.see', head)) throw new Problem('not-found')
  return head
}

/** The return, if the actor may edit it now. */
export async function seeToEdit(context: Context, actor: Actor, returnId: string): Promise<ReturnHead> {
  const head = await seeReturn(context, actor, returnId)
  refuse('edit', head, actor)
  return head
}

type Filter = {
  status?: ReturnStatus | undefined
  programme?: string | undefined
  period?: PeriodId | undefined
  reopenAsked?: 'true' | undefined
}

/** Every return the actor may see that meets the filter, latest period first. */
export async function listVisible(
  context: Context,
  actor: Actor,
  { status, programme, period, reopenAsked }: Filter,
): Promise<ReturnLine[]> {
  const wanted = {
    ...(status ? { status } : {}),
    ...(programme ? { programme } : {}),
    ...(period ? { periodId: period } : {}),
  }
  const heads = (await listReturns(context.db, wanted)).filter(
    (head) => allowedOn(actor, 'return.see', head) && (!reopenAsked || head.reopenRequest !== null),
  )
  const names = await namesOf(
    context.db,
    heads.map(({ takenBy }) => takenBy),
  )
  return heads.map((head) => lineOf(head, context, names))
}
