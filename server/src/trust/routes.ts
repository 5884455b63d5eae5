/** /api/audit: the trail, searched, read, taken out and verified. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { auditScopeOf } from './audit-scope.ts'
import { exportEvents, exportName, exportTypes } from './export.ts'
import { AuditSearch } from './search.ts'
import { verifyTrail } from './verifications.ts'
import { auditChoices, viewAudit, viewEvent } from './view.ts'

const Position = z.coerce.number().int().min(1)
const Paged = AuditSearch.extend({ before: Position.optional() })
const Export = AuditSearch.extend({ format: z.enum(['csv', 'jsonl']).default('csv') })
const EventKey = z.object({ position: Position })

export const auditRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', valid('query', Paged), async (c) =>
      c.json(await viewAudit(context, { ...c.req.valid('query'), scope: auditScopeOf(actorOf(c)) })),
    )
    .get('/choices', async (c) => c.json(await auditChoices(context)))
    .get('/export', valid('query', Export), async (c) => {
      const { format, ...search } = c.req.valid('query')
      const scope = auditScopeOf(actorOf(c))
      return c.body(await exportEvents(context, { ...search, scope }, format), 200, {
        'content-type': exportTypes[format],
        'content-disposition': `attachment; filename="${exportName(context, format)}"`,
      })
    })
    .post('/verify', async (c) =>
      c.json(await verifyTrail(context, await actOf(c, 'audit.verify', 'audit-trail'))),
    )
    .get('/events/:position', valid('param', EventKey), async (c) =>
      c.json(await viewEvent(context, auditScopeOf(actorOf(c)), c.req.valid('param').position)),
    )

export type AuditRoutes = ReturnType<typeof auditRoutes>
