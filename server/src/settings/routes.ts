/** /api/settings: which settings there are, what became of them, and their part in grants. */
import { Hono } from 'hono'
import * as z from 'zod'
import {
  CloseSetting,
  EndPart,
  NewSetting,
  SucceedSetting,
  TakeBackSuccession,
  TakePart,
} from '@inclusion/shared/settings/forms'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { holdToManaging } from './access.ts'
import { closeSetting, recordSetting } from './record.ts'
import { succeedSetting } from './succeed.ts'
import { takeBackSuccession } from './take-back.ts'
import { endPart, takePart } from './take-part.ts'
import { viewSetting, viewSettings } from './view.ts'

const Key = z.object({ urn: z.string().regex(/^\d{6}$/, 'A URN has six digits') })

export const settingRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', async (c) => c.json(await viewSettings(context, actorOf(c))))
    .get('/:urn', valid('param', Key), async (c) =>
      c.json(await viewSetting(context, actorOf(c), c.req.valid('param').urn)),
    )
    .post('/', valid('json', NewSetting), async (c) => {
      const setting = c.req.valid('json')
      const act = await actOf(c, 'setting.record', `setting:${setting.urn}`)
      return c.json(await recordSetting(context, act, setting), 201)
    })
    .post('/:urn/close', valid('param', Key), valid('json', CloseSetting), async (c) => {
      const { urn } = c.req.valid('param')
      await holdToManaging(context, actorOf(c), urn)
      const act = await actOf(c, 'setting.close', `setting:${urn}`)
      return c.json(await closeSetting(context, act, { urn, ...c.req.valid('json') }))
    })
    .post('/:urn/succeed', valid('param', Key), valid('json', SucceedSetting), async (c) => {
      const { urn } = c.req.valid('param')
      await holdToManaging(context, actorOf(c), urn)
      const act = await actOf(c, 'setting.succeed', `setting:${urn}`)
      return c.json(await succeedSetting(context, act, { urn, ...c.req.valid('json') }))
    })
    .post('/:urn/take-back', valid('param', Key), valid('json', TakeBackSuccession), async (c) => {
      const { urn } = c.req.valid('param')
      await holdToManaging(context, actorOf(c), urn)
      const act = await actOf(c, 'setting.take-back', `setting:${urn}`)
      return c.json(await takeBackSuccession(context, act, { urn, ...c.req.valid('json') }))
    })
    .post('/:urn/take-part', valid('param', Key), valid('json', TakePart), async (c) => {
      const { urn } = c.req.valid('param')
      await holdToManaging(context, actorOf(c), urn)
      const act = await actOf(c, 'setting.take-part', `setting:${urn}`)
      return c.json(await takePart(context, act, { urn, actor: actorOf(c), ...c.req.valid('json') }))
    })
    .post('/:urn/end-part', valid('param', Key), valid('json', EndPart), async (c) => {
      const { urn } = c.req.valid('param')
      await holdToManaging(context, actorOf(c), urn)
      const act = await actOf(c, 'setting.end-part', `setting:${urn}`)
      return c.json(await endPart(context, act, { urn, actor: actorOf(c), ...c.req.valid('json') }))
    })

export type SettingRoutes = ReturnType<typeof settingRoutes>
