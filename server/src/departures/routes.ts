/** Leaving over HTTP: what somebody holds, the act, and taking it back. */
import { Hono } from 'hono'
import * as z from 'zod'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { Leave, leave } from './leave.ts'
import { viewLeaving } from './leaving.ts'
import { takeBackDeparture } from './take-back.ts'

const PersonKey = z.object({ personId: storableText(100) })
const DepartureKey = z.object({ departureId: storableText(100) })

export const departureRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/api/people/:personId/leaving', valid('param', PersonKey), async (c) =>
      c.json(await viewLeaving(context, actorOf(c), c.req.valid('param').personId)),
    )
    .post('/api/people/:personId/leave', valid('param', PersonKey), valid('json', Leave), async (c) => {
      const { personId } = c.req.valid('param')
      const by = { act: await actOf(c, 'person.leave', `person:${personId}`), actor: actorOf(c) }
      return c.json(await leave(context, by, { personId, ...c.req.valid('json') }))
    })
    .post('/api/departures/:departureId/take-back', valid('param', DepartureKey), async (c) => {
      const { departureId } = c.req.valid('param')
      const by = { act: await actOf(c, 'person.stay', `departure:${departureId}`), actor: actorOf(c) }
      await takeBackDeparture(context, by, departureId)
      return c.json({ departureId })
    })

export type DepartureRoutes = ReturnType<typeof departureRoutes>
