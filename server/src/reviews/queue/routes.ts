/** /api/review-queue: every return in the whole collection, and the acceptance of clean ones together. */
import { Hono } from 'hono'
import * as z from 'zod'
import { AcceptTogether, QueueFilter, queuePageSize } from '@inclusion/shared/review-queue'
import { ReturnId } from '@inclusion/shared/returns'
import type { Context } from '../../context.ts'
import { actOf } from '../../http/acts.ts'
import { actorOf } from '../../http/allow.ts'
import type { HttpEnvironment } from '../../http/environment.ts'
import { valid } from '../../http/valid.ts'
import { acceptTogether } from './accept-together.ts'
import { viewChosen } from './chosen.ts'
import { viewQueue } from './view.ts'

/** Returns by id with commas between them, as they stand in an address. */
const Chosen = z.object({
  returns: z
    .string()
    .max(2_000)
    .transform((text) => text.split(','))
    .pipe(z.array(ReturnId).min(1).max(queuePageSize)),
})

export const queueRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', valid('query', QueueFilter), async (c) =>
      c.json(await viewQueue(context, actorOf(c), c.req.valid('query'))),
    )
    .get('/chosen', valid('query', Chosen), async (c) =>
      c.json(await viewChosen(context, actorOf(c), c.req.valid('query').returns)),
    )
    .post('/accept', valid('json', AcceptTogether), async (c) => {
      const act = await actOf(c, 'return.accept', 'review-queue')
      return c.json(await acceptTogether(context, { act, actor: actorOf(c) }, c.req.valid('json')))
    })

export type QueueRoutes = ReturnType<typeof queueRoutes>
