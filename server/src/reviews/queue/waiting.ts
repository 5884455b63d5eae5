/** What was submitted and waits for review, the oldest first: the few lines that home shows. */
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { daysBetween, londonDate } from '@inclusion/shared/time'
import { today, type Context } from '../../context.ts'
import { listReturns, namesOf } from '../../returns/store.ts'
import { lineOf, type ReturnLine } from '../../returns/view.ts'

export type WaitingLine = ReturnLine & {
  submittedAt: string
  /** Days since it was submitted. */
  age: number
  evaluator: string | null
}

export async function viewWaiting(context: Context, actor: Actor): Promise<WaitingLine[]> {
  const { db } = context
  const heads = (await listReturns(db, { status: 'submitted' })).filter((head) =>
    allowedOn(actor, 'return.review', head),
  )
  const names = await namesOf(
    db,
    heads.map(({ takenBy }) => takenBy),
  )
  const lines = heads.map((head): WaitingLine => ({
    ...lineOf(head, context, names),
    submittedAt: head.submittedAt!,
    age: daysBetween(londonDate(head.submittedAt!), today(context)),
    evaluator: head.takenBy ? (names[head.takenBy] ?? null) : null,
  }))
  return lines.toSorted((left, right) => left.submittedAt.localeCompare(right.submittedAt))
}
