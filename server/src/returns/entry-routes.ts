/** /api/returns: fill a return in. Figures, explanations, settings that did not report, answers to RMEL. */
import { Hono } from 'hono'
import type { Trx } from '@inclusion/db/open'
import { today, type Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { recordMissing } from '../setting-reports/report.ts'
import { seeReturn, seeToEdit } from './access.ts'
import { answerQuery } from './answer-query.ts'
import { explain } from './explain.ts'
import {
  ExplainRequest,
  Key,
  MissingRequest,
  QueryKey,
  ReplyRequest,
  SaveRequest,
  SettingKey,
} from './requests.ts'
import { findingsOf } from './load.ts'
import { saveFigures } from './save.ts'
import type { Return } from './store.ts'
import { refuse } from './transition.ts'

export const entryRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .put('/:returnId/figures', valid('param', Key), valid('json', SaveRequest), async (c) => {
      const { returnId } = c.req.valid('param')
      // Whether it is open is judged under the lock, after a repeat has had the answer it had before.
      const head = await seeReturn(context, actorOf(c), returnId)
      const act = await actOf(c, 'return.save-figures', returnId)
      const before = (_: Trx, now: Return) => refuse('edit', { ...head, ...now }, actorOf(c))
      const save = { returnId, ...c.req.valid('json'), urn: null, onBehalf: false, before }
      const saved = await saveFigures(context, act, save)
      return c.json({ ...saved, findings: await findingsOf(context.db, returnId, today(context)) })
    })
    .put('/:returnId/explanations', valid('param', Key), valid('json', ExplainRequest), async (c) => {
      const { returnId } = c.req.valid('param')
      await seeReturn(context, actorOf(c), returnId)
      const act = await actOf(c, 'return.explain', returnId)
      return c.json(await explain(context, { act, actor: actorOf(c) }, { returnId, ...c.req.valid('json') }))
    })
    .put(
      '/:returnId/settings/:urn/missing',
      valid('param', SettingKey),
      valid('json', MissingRequest),
      async (c) => {
        const { returnId, urn } = c.req.valid('param')
        await seeToEdit(context, actorOf(c), returnId)
        const act = await actOf(c, 'setting-report.record-missing', `${returnId}@${urn}`)
        return c.json(await recordMissing(context, act, { returnId, urn, ...c.req.valid('json') }))
      },
    )
    .post(
      '/:returnId/queries/:queryId/messages',
      valid('param', QueryKey),
      valid('json', ReplyRequest),
      async (c) => {
        const { returnId, queryId } = c.req.valid('param')
        const head = await seeReturn(context, actorOf(c), returnId)
        const act = await actOf(c, 'return.answer-query', returnId)
        const answer = { head, queryId, ...c.req.valid('json') }
        return c.json(await answerQuery(context, { act, actor: actorOf(c) }, answer))
      },
    )
