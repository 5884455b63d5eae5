/** /api/collection: the whole collection in view, its windows and reminders. */
import { Hono } from 'hono'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { changeWindow } from './change-window.ts'
import { setReminderDays } from './reminder-days.ts'
import { remindLate } from './remind.ts'
import {
  CollectionQuery,
  ProgrammeQuery,
  ReminderDays,
  ReminderRequest,
  WindowChange,
  WindowKey,
} from './requests.ts'
import { viewCollection } from './view.ts'
import { viewWindows } from './windows-view.ts'

export const collectionRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', valid('query', CollectionQuery), async (c) =>
      c.json(await viewCollection(context, actorOf(c), c.req.valid('query'))),
    )
    .get('/windows', valid('query', ProgrammeQuery), async (c) =>
      c.json(await viewWindows(context, actorOf(c), c.req.valid('query').programme)),
    )
    .put(
      '/windows/:programme/:periodId',
      valid('param', WindowKey),
      valid('json', WindowChange),
      async (c) => {
        const key = c.req.valid('param')
        const act = await actOf(c, 'window.change', `window:${key.programme}-${key.periodId}`)
        return c.json(
          await changeWindow(context, { act, actor: actorOf(c) }, { ...key, ...c.req.valid('json') }),
        )
      },
    )
    .put('/reminder-days', valid('json', ReminderDays), async (c) => {
      if (!allowedOn(actorOf(c), 'collection.manage', {})) throw new Problem('not-yours-to-do')
      const act = await actOf(c, 'reminder.set-days', 'reminder-days')
      return c.json(await setReminderDays(context, act, c.req.valid('json').days))
    })
    .post('/reminders', valid('json', ReminderRequest), async (c) => {
      const { programme, periodId } = c.req.valid('json')
      const act = await actOf(c, 'reminder.send', `window:${programme}-${periodId}`)
      return c.json(await remindLate(context, { act, actor: actorOf(c) }, { programme, periodId }))
    })

export type CollectionRoutes = ReturnType<typeof collectionRoutes>
