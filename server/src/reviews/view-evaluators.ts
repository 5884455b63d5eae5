/** Who may hold the review of a return: what somebody chooses from who hands it over. */
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { seeReturn } from '../returns/access.ts'
import { findFilers, namesOf } from '../returns/store.ts'
import { evaluatorsOf } from './hand-over.ts'

export type EvaluatorLine = { personId: string; name: string }

/** The evaluators in whose scope it lies and who did not help to file it, by name; without the one who holds it. */
export async function viewEvaluators(
  context: Context,
  actor: Actor,
  returnId: string,
): Promise<EvaluatorLine[]> {
  const head = await seeReturn(context, actor, returnId)
  if (!allowedOn(actor, 'return.hand-over', head)) throw new Problem('not-yours-to-do')
  const filers = await findFilers(context.db, returnId)
  const barred = [head.takenBy, head.sentBy, head.submittedBy, ...filers]
  const free = (await evaluatorsOf(context, context.db, head)).filter((person) => !barred.includes(person))
  const names = await namesOf(context.db, free)
  const lines = free.map((personId) => ({ personId, name: names[personId] ?? '' }))
  return lines.toSorted((left, right) => left.name.localeCompare(right.name))
}
