/** /api/returns: an accepted return that a lead wants opened again, and RMEL's answer. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { askToReopen, declineReopening, reopen } from './reopening.ts'
import { AskToReopen, DeclineReopening, Key, Reopen } from './requests.ts'

export const reopeningRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .post('/:returnId/ask-to-reopen', valid('param', Key), valid('json', AskToReopen), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.ask-to-reopen', returnId), actor: actorOf(c) }
      return c.json(await askToReopen(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/decline-reopening', valid('param', Key), valid('json', DeclineReopening), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.decline-reopening', returnId), actor: actorOf(c) }
      return c.json(await declineReopening(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/reopen', valid('param', Key), valid('json', Reopen), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.reopen', returnId), actor: actorOf(c) }
      return c.json(await reopen(context, by, { returnId, ...c.req.valid('json') }))
    })
