/** /api/people/access: the review of who can see what, as a page, as a file, and its confirmations. */
import { Hono } from 'hono'
import * as z from 'zod'
import { storableText } from '@inclusion/shared/text'
import { today, type Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { accessCsv } from './access-csv.ts'
import { AccessFilter, reviewAccess } from './access-review.ts'
import { confirmAccess, confirmTogether, mostConfirmed } from './confirm-access.ts'

const ConfirmAccess = z
  .object({ people: z.array(storableText(100)).min(1).max(mostConfirmed) })
  .strict()
  .meta({ id: 'ConfirmAccess' })
const PersonKey = z.object({ personId: storableText(100) })

export const accessRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/api/people/access', valid('query', AccessFilter), async (c) =>
      c.json(await reviewAccess(context, actorOf(c), c.req.valid('query'))),
    )
    .get('/api/people/access/export', valid('query', AccessFilter), async (c) => {
      const lines = await reviewAccess(context, actorOf(c), c.req.valid('query'))
      return c.body(accessCsv(lines), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="access-review-${today(context)}.csv"`,
      })
    })
    .post('/api/people/confirm-access', valid('json', ConfirmAccess), async (c) => {
      const by = { act: await actOf(c, 'person.confirm-access', 'access-review'), actor: actorOf(c) }
      return c.json(await confirmTogether(context, by, c.req.valid('json').people))
    })
    .post('/api/people/:personId/confirm-access', valid('param', PersonKey), async (c) => {
      const { personId } = c.req.valid('param')
      const by = { act: await actOf(c, 'person.confirm-access', `person:${personId}`), actor: actorOf(c) }
      return c.json(await confirmAccess(context, by, personId))
    })

export type AccessRoutes = ReturnType<typeof accessRoutes>
