/** /api/returns: file a return. Send for sign-off, decline, submit, withdraw. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { Key, ReasonRequest, SubmitRequest } from './requests.ts'
import { decline, sendForSignOff, submit, withdraw } from './submit.ts'

export const filingRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .post('/:returnId/send-for-sign-off', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.send-for-sign-off', returnId), actor: actorOf(c) }
      return c.json(await sendForSignOff(context, by, returnId))
    })
    .post('/:returnId/decline', valid('param', Key), valid('json', ReasonRequest), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.decline', returnId), actor: actorOf(c) }
      return c.json(await decline(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/submit', valid('param', Key), valid('json', SubmitRequest), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.submit', returnId), actor: actorOf(c) }
      return c.json(await submit(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/withdraw', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.withdraw', returnId), actor: actorOf(c) }
      return c.json(await withdraw(context, by, returnId))
    })
