/** What the publication of an amendment opened, for whoever published it to read. */
import type { LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { holdersOf } from '../people/holders.ts'
import { nextOpening } from '../returns/open.ts'

export type Opening = {
  /** Returns of the programme that opened since it was published. */
  returns: number
  /** How many leads were written to about them. */
  leads: number
  /** The day on which the next returns of the programme open; null where none will. */
  next: LocalDate | null
}

/**
 * Counted by the events after that of the publication, not by what this request opened: a request sent twice is
 * answered alike, and another process may have been quicker.
 */
export async function openingOf(
  context: Context,
  { id, programme }: { id: string; programme: string },
): Promise<Opening> {
  const { db } = context
  const opened = await db
    .selectFrom('audit_events')
    .innerJoin('returns', 'returns.id', 'audit_events.subject')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .select('gssCode')
    .where('action', '=', 'return.open')
    .where('programme', '=', programme)
    .where('position', '>', (published) =>
      published
        .selectFrom('audit_events')
        .select('position')
        .where('action', '=', 'amendment.publish')
        .where('subject', '=', `amendment:${id}`),
    )
    .execute()
  const leads = new Set<string>()
  for (const gssCode of new Set(opened.map((each) => each.gssCode)))
    for (const { personId } of await holdersOf(db, ['lead'], { programme, gssCode, on: today(context) }))
      leads.add(personId)
  return { returns: opened.length, leads: leads.size, next: await nextOpening(context, programme) }
}
