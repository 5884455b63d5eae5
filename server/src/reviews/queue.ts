/** The review queue: what was submitted and waits, the oldest first. */
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { daysBetween, londonDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { listReturns, namesOf } from '../returns/store.ts'
import { lineOf, type ReturnLine } from '../returns/view.ts'

export type QueueLine = ReturnLine & {
  submittedAt: string
  /** Days since it was submitted. */
  age: number
  version: number
  /** Findings that were answered by an explanation when it was filed. */
  explained: number
  notes: number
  evaluator: string | null
  /** Whether this person may review it: nobody reviews what they filed. */
  mayTake: boolean
}

export async function viewQueue(context: Context, actor: Actor): Promise<QueueLine[]> {
  const { db } = context
  const heads = (await listReturns(db, { status: 'submitted' })).filter((head) =>
    allowedOn(actor, 'return.review', head),
  )
  const names = await namesOf(
    db,
    heads.map(({ takenBy }) => takenBy),
  )
  const filed = await latestFilings(
    context,
    heads.map(({ id }) => id),
  )
  const lines = heads.map((head): QueueLine => {
    const { version = 0, explained = 0, notes = 0, filers = [] } = filed.get(head.id) ?? {}
    return {
      ...lineOf(head, context, names),
      submittedAt: head.submittedAt!,
      age: daysBetween(londonDate(head.submittedAt!), today(context)),
      version,
      explained,
      notes,
      evaluator: head.takenBy ? (names[head.takenBy] ?? null) : null,
      mayTake: head.takenBy === null && !filers.includes(actor.personId),
    }
  })
  return lines.toSorted((left, right) => left.submittedAt.localeCompare(right.submittedAt))
}

type Filing = { version: number; explained: number; notes: number; filers: (string | null)[] }

/** The latest version of each return, with everybody who sent or signed any. */
async function latestFilings({ db }: Context, ids: string[]): Promise<Map<string, Filing>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('return_versions')
    .select(['returnId', 'number', 'findings', 'sentBy', 'certifiedBy'])
    .where('returnId', 'in', ids)
    .orderBy('number')
    .execute()
  const latest = new Map<string, Filing>()
  for (const { returnId, number, findings, sentBy, certifiedBy } of rows) {
    const found = JSON.parse(findings) as { severity: string }[]
    const count = (severity: string) => found.filter((finding) => finding.severity === severity).length
    const filers = [...(latest.get(returnId)?.filers ?? []), sentBy, certifiedBy]
    latest.set(returnId, { version: number, explained: count('explain'), notes: count('note'), filers })
  }
  return latest
}
