/**
 * What has happened to a return since a position of the audit trail. Whoever has it open asks every few seconds, so
 * it costs one look-up while nothing happens anywhere, and one more when something did. Positions are given under
 * one lock, so that none below the latest can still appear.
 */
import type { Db } from '@inclusion/db/open'
import type { Locator } from '@inclusion/shared/locators'
import type { Context } from '../context.ts'

export type Since = {
  /** What to ask after next time. */
  position: number
  /** The revision that each figure came to that was saved since. */
  figures: Record<Locator, number>
  /** Whether anything else happened: an explanation, a question, a change of status. */
  others: boolean
}

/** More than this is not told one by one: the page asks for all of it anew. */
const most = 100

type Watched = { returnId: string; urn?: string; since: number }

/** The latest position of the whole trail. */
export async function latestPosition(db: Db): Promise<number> {
  const { position } = await db.selectFrom('audit_head').select('position').executeTakeFirstOrThrow()
  return position
}

/** Of the return and its setting reports; with `urn` only what concerns that setting's report. */
export async function viewSince(
  { db }: Pick<Context, 'db'>,
  { returnId, urn, since }: Watched,
): Promise<Since> {
  const position = await latestPosition(db)
  const nothing = { position, figures: {}, others: false }
  if (position <= since) return nothing
  let query = db
    .selectFrom('audit_events')
    .select(['subject', 'action', 'detail'])
    .where('position', '>', since)
    .where('position', '<=', position)
  if (urn === undefined)
    query = query.where((eb) => eb.or([eb('subject', '=', returnId), eb('subject', 'like', `${returnId}@%`)]))
  else query = query.where('subject', 'in', [returnId, `${returnId}@${urn}`])
  const events = await query.orderBy('position').limit(most).execute()
  if (events.length === most) return { ...nothing, others: true }
  // The authority's own figures are none of a setting's report.
  const heard = events.filter(({ action }) => urn === undefined || action !== 'return.save-figures')
  const trails = heard.map(({ detail }) => trailOf(detail))
  return {
    position,
    figures: Object.fromEntries(trails.flatMap((trail) => trail ?? [])),
    others: trails.includes(null),
  }
}

/** Figures and their revisions, as the event keeps them; null for an event of anything else. */
function trailOf(detail: string): [Locator, number][] | null {
  const { figures } = JSON.parse(detail) as { figures?: [Locator, number][] }
  return figures?.map(([locator, revision]) => [locator, revision]) ?? null
}
