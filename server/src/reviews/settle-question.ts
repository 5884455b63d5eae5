/** RMEL closes its own question as settled, without a decision on the figure. */
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { transition, type By } from '../returns/transition.ts'
import { findQuery, moveQuery } from './queries.ts'

type Settling = { returnId: string; queryId: string }

/** Whoever holds the return closes a question that RMEL asked. Its thread stays, and can be added to no more. */
export async function settleQuestion(context: Context, by: By, { returnId, queryId }: Settling) {
  await transition(context, by, { returnId, action: 'decide-figures' }, async ({ trx, note }) => {
    const query = await findQuery(trx, { returnId, queryId })
    if (query?.askedOf !== 'borough') throw new Problem('not-found')
    if (!(await moveQuery(context, trx, { queryId, status: 'closed' })))
      throw new Problem('return-not-open', { detail: 'This question is closed.' })
    note({ queryId, locator: query.locator })
    return { set: {} }
  })
  return { status: 'closed' as const }
}
