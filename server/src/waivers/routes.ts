/** /api/waivers: ask for one, grant, refuse, withdraw or end it. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { decideWaiver } from './decide.ts'
import { requestWaiver } from './request.ts'
import { DecisionRequest, Key, WaiverRequest } from './requests.ts'
import { viewWaivers } from './view.ts'

export const waiverRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', async (c) => c.json(await viewWaivers(context, actorOf(c))))
    .post('/', valid('json', WaiverRequest), async (c) => {
      const by = { act: await actOf(c, 'waiver.request', 'waivers'), actor: actorOf(c) }
      return c.json(await requestWaiver(context, by, c.req.valid('json')), 201)
    })
    .post('/:waiverId/approve', valid('param', Key), valid('json', DecisionRequest), async (c) => {
      const { waiverId } = c.req.valid('param')
      const by = { act: await actOf(c, 'waiver.approve', `waiver:${waiverId}`), actor: actorOf(c) }
      return c.json(await decideWaiver(context, by, { waiverId, act: 'approve', ...c.req.valid('json') }))
    })
    .post('/:waiverId/refuse', valid('param', Key), valid('json', DecisionRequest), async (c) => {
      const { waiverId } = c.req.valid('param')
      const by = { act: await actOf(c, 'waiver.refuse', `waiver:${waiverId}`), actor: actorOf(c) }
      return c.json(await decideWaiver(context, by, { waiverId, act: 'refuse', ...c.req.valid('json') }))
    })
    .post('/:waiverId/withdraw', valid('param', Key), async (c) => {
      const { waiverId } = c.req.valid('param')
      const by = { act: await actOf(c, 'waiver.withdraw', `waiver:${waiverId}`), actor: actorOf(c) }
      return c.json(await decideWaiver(context, by, { waiverId, act: 'withdraw' }))
    })
    .post('/:waiverId/end', valid('param', Key), async (c) => {
      const { waiverId } = c.req.valid('param')
      const by = { act: await actOf(c, 'waiver.end', `waiver:${waiverId}`), actor: actorOf(c) }
      return c.json(await decideWaiver(context, by, { waiverId, act: 'end' }))
    })

export type WaiverRoutes = ReturnType<typeof waiverRoutes>
