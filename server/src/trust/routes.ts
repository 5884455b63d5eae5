/** /api/audit: the trail, latest first, a page at a time. */
import { Hono } from 'hono'
import * as z from 'zod'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { namesOf } from '../returns/store.ts'

const pageSize = 100
const Query = z.object({
  before: z.coerce.number().int().min(1).optional(),
  subject: storableText(100).optional(),
})

export type AuditPage = {
  events: { position: number; at: string; by: string | null; action: string; subject: string; hash: string }[]
  /** Ask again with this as `before` for older events; null at the beginning. */
  before: number | null
}

export const auditRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get('/', valid('query', Query), async (c) =>
    c.json(await viewAudit(context, c.req.valid('query'))),
  )

async function viewAudit({ db }: Context, { before, subject }: z.infer<typeof Query>): Promise<AuditPage> {
  let query = db
    .selectFrom('audit_events')
    .select(['position', 'at', 'personId', 'action', 'subject', 'hash'])
    .orderBy('position', 'desc')
    .limit(pageSize)
  if (before) query = query.where('position', '<', before)
  if (subject) query = query.where('subject', '=', subject)
  const rows = await query.execute()
  const names = await namesOf(
    db,
    rows.map(({ personId }) => personId),
  )
  return {
    events: rows.map(({ personId, ...event }) => ({
      ...event,
      by: personId ? (names[personId] ?? null) : null,
    })),
    before: rows.length === pageSize ? rows.at(-1)!.position : null,
  }
}

export type AuditRoutes = ReturnType<typeof auditRoutes>
