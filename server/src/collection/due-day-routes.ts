/** /api/collection/returns: the due day of one return, and its extensions. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { endExtension, extend } from './extend.ts'
import { viewDueDay } from './extension-view.ts'
import { ExtensionEnd, ExtensionKey, ExtensionRequest, ReturnKey } from './requests.ts'

export const dueDayRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/:returnId', valid('param', ReturnKey), async (c) =>
      c.json(await viewDueDay(context, actorOf(c), c.req.valid('param').returnId)),
    )
    .post('/:returnId/extensions', valid('param', ReturnKey), valid('json', ExtensionRequest), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.extend', returnId), actor: actorOf(c) }
      return c.json(await extend(context, by, { returnId, ...c.req.valid('json') }), 201)
    })
    .post(
      '/:returnId/extensions/:extensionId/end',
      valid('param', ExtensionKey),
      valid('json', ExtensionEnd),
      async (c) => {
        const key = c.req.valid('param')
        const by = { act: await actOf(c, 'return.end-extension', key.returnId), actor: actorOf(c) }
        return c.json(await endExtension(context, by, { ...key, ...c.req.valid('json') }))
      },
    )

export type DueDayRoutes = ReturnType<typeof dueDayRoutes>
