/** What RMEL does with returns: the queue, and the decisions on one. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { acceptRest, decideFigures } from './decide-figures.ts'
import { handOver } from './hand-over.ts'
import { reopeningRoutes } from './reopening-routes.ts'
import { Accept, DecideFigures, HandOver, Key, RequestChanges } from './requests.ts'
import { viewEvaluators } from './view-evaluators.ts'
import { accept, requestChanges, take } from './review.ts'

/** Mounted beside the routes of returns: the same address, the reviewer's verbs. */
export const reviewRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .post('/:returnId/take', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.take', returnId), actor: actorOf(c) }
      return c.json(await take(context, by, returnId))
    })
    .get('/:returnId/evaluators', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      return c.json(await viewEvaluators(context, actorOf(c), returnId))
    })
    .post('/:returnId/hand-over', valid('param', Key), valid('json', HandOver), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.hand-over', returnId), actor: actorOf(c) }
      return c.json(await handOver(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/decide-figures', valid('param', Key), valid('json', DecideFigures), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.decide-figures', returnId), actor: actorOf(c) }
      return c.json(await decideFigures(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/accept-rest', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.decide-figures', returnId), actor: actorOf(c) }
      return c.json(await acceptRest(context, by, returnId))
    })
    .post('/:returnId/request-changes', valid('param', Key), valid('json', RequestChanges), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.request-changes', returnId), actor: actorOf(c) }
      return c.json(await requestChanges(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/accept', valid('param', Key), valid('json', Accept), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.accept', returnId), actor: actorOf(c) }
      return c.json(await accept(context, by, { returnId, ...c.req.valid('json') }))
    })
    .route('/', reopeningRoutes(context))

export type ReviewRoutes = ReturnType<typeof reviewRoutes>
