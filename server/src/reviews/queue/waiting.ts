/** What waits for RMEL: wishes to have a return opened again, then what was submitted, the oldest first. */
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { londonDate } from '@inclusion/shared/time'
import { workingDaysBetween } from '@inclusion/shared/working-days'
import { today, type Context } from '../../context.ts'
import { listReturns, namesOf, type ReturnHead } from '../../returns/store.ts'
import { lineOf, type ReturnLine } from '../../returns/view.ts'
import { findOpenRequests } from '../store.ts'
import { findServiceLevels, levelOf } from './service-levels.ts'

export type WaitingLine = ReturnLine & {
  /** When it was submitted, or was asked to be opened again. */
  since: string
  /** In working days, against the service level: "12 of 10, over"; of a wish "3, asked to be opened again". */
  waited: string
  /** Who is at it: "Leila Haddad". */
  stands: string
}

/** Wishes come before reviews: few ask, and nobody looks for them among what is accepted. */
export async function viewWaiting(context: Context, actor: Actor): Promise<WaitingLine[]> {
  return [...(await wishes(context, actor)), ...(await submitted(context, actor))]
}

async function wishes(context: Context, actor: Actor): Promise<WaitingLine[]> {
  const { db } = context
  const asked = new Map((await findOpenRequests(db)).map(({ returnId, askedAt }) => [returnId, askedAt]))
  if (asked.size === 0) return []
  const heads = await listReturns(db, { ids: [...asked.keys()] })
  const lines = ofActor(heads, actor).map((head): WaitingLine => {
    const since = asked.get(head.id)!
    const waited = `${waitedWords(context, since, null)}, asked to be opened again`
    return { ...lineOf(head, context), since, waited, stands: 'Nobody yet' }
  })
  return lines.toSorted(bySince)
}

async function submitted(context: Context, actor: Actor): Promise<WaitingLine[]> {
  const { db } = context
  const heads = ofActor(await listReturns(db, { status: 'submitted' }), actor)
  const levels = await findServiceLevels(db)
  const names = await namesOf(
    db,
    heads.map(({ takenBy }) => takenBy),
  )
  const lines = heads.map((head): WaitingLine => ({
    ...lineOf(head, context, names),
    since: head.submittedAt!,
    waited: waitedWords(
      context,
      head.submittedAt!,
      levelOf(levels, head.programme, londonDate(head.submittedAt!)),
    ),
    stands: (head.takenBy && names[head.takenBy]) || 'Nobody yet',
  }))
  return lines.toSorted(bySince)
}

const ofActor = (heads: readonly ReturnHead[], actor: Actor) =>
  heads.filter((head) => allowedOn(actor, 'return.review', head))

const bySince = (left: WaitingLine, right: WaitingLine) => left.since.localeCompare(right.since)

function waitedWords(context: Context, since: string, allowedDays: number | null): string {
  const days = workingDaysBetween(londonDate(since), today(context))
  if (allowedDays === null) return String(days)
  return `${days} of ${allowedDays}${days > allowedDays ? ', over' : ''}`
}
