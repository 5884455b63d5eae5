/** /api/returns: ask and be asked. Questions to a setting, answers to anybody's, reminders to heads. */
import { Hono } from 'hono'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { findQuery } from '../reviews/queries.ts'
import { settleQuestion } from '../reviews/settle-question.ts'
import { askSetting, closeQuestion } from '../setting-reports/ask.ts'
import { remind, remindAll } from '../setting-reports/remind.ts'
import { answerQuery } from './answer-query.ts'
import { Key, QueryKey, QuestionRequest, ReplyRequest, SettingKey } from './requests.ts'
import { findReturn } from './store.ts'

export const questionRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .post('/:returnId/queries', valid('param', Key), valid('json', QuestionRequest), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.ask-setting', returnId), actor: actorOf(c) }
      return c.json(await askSetting(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post(
      '/:returnId/queries/:queryId/messages',
      valid('param', QueryKey),
      valid('json', ReplyRequest),
      async (c) => {
        const { returnId, queryId } = c.req.valid('param')
        // A head sees no return: whether this is theirs to answer is judged by the figure it is about.
        const head = await findReturn(context.db, returnId)
        if (!head) throw new Problem('not-found')
        const by = { act: await actOf(c, 'return.answer-query', returnId), actor: actorOf(c) }
        return c.json(await answerQuery(context, by, { head, queryId, ...c.req.valid('json') }))
      },
    )
    .post('/:returnId/queries/:queryId/close', valid('param', QueryKey), async (c) => {
      const { returnId, queryId } = c.req.valid('param')
      const query = await findQuery(context.db, { returnId, queryId })
      const [close, action] =
        query?.askedOf === 'borough'
          ? [settleQuestion, 'return.settle-query']
          : [closeQuestion, 'return.close-query']
      const by = { act: await actOf(c, action, returnId), actor: actorOf(c) }
      return c.json(await close(context, by, { returnId, queryId }))
    })
    .post('/:returnId/settings/:urn/remind', valid('param', SettingKey), async (c) => {
      const { returnId, urn } = c.req.valid('param')
      const by = { act: await actOf(c, 'setting-report.remind', `${returnId}@${urn}`), actor: actorOf(c) }
      return c.json(await remind(context, by, { returnId, urn }))
    })
    .post('/:returnId/remind', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.remind', returnId), actor: actorOf(c) }
      return c.json(await remindAll(context, by, returnId))
    })
