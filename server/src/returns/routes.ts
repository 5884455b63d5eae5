/** /api/returns: file a return. Each route finds, allows and acts. */
import { Hono } from 'hono'
import type { Trx } from '@inclusion/db/open'
import * as z from 'zod'
import { FigureChange } from '@inclusion/shared/figures'
import { Locator } from '@inclusion/shared/locators'
import { ReturnId, ReturnStatus } from '@inclusion/shared/returns'
import { Explain, explanationReasons, type ExplanationReason } from '@inclusion/shared/standards/finding'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { recordMissing } from '../setting-reports/report.ts'
import { listVisible, seeReturn, seeToEdit } from './access.ts'
import { viewDifferences } from './differences.ts'
import { explain } from './explain.ts'
import { viewHistory } from './history.ts'
import { viewReceipt } from './receipt.ts'
import { answerQuery } from './answer-query.ts'
import { saveFigures } from './save.ts'
import { decline, sendForSignOff, submit, withdraw } from './submit.ts'
import type { Return } from './store.ts'
import { refuse } from './transition.ts'
import { viewReturn } from './view.ts'

const Key = z.object({ returnId: ReturnId })
const Filter = z.object({
  status: ReturnStatus.optional(),
  programme: z.string().max(5).optional(),
  period: z.string().max(20).optional(),
  /** Only those that a lead has asked to have opened again. */
  reopenAsked: z.literal('true').optional(),
})
const reason = storableText(2_000).refine((text) => text.trim().length > 0, 'Give a reason')

export const SaveRequest = z
  .object({
    changes: z
      .array(FigureChange)
      .min(1, 'Send at least one figure')
      .max(500, 'Send at most 500 figures at once'),
    provenance: z.enum(['typed', 'pasted', 'api']).default('typed'),
  })
  .strict()
  .meta({ id: 'SaveRequest' })
const ExplainRequest = z
  .object({ explanations: z.array(Explain).min(1).max(100) })
  .strict()
  .meta({ id: 'ExplainRequest' })
const ReasonRequest = z.object({ reason }).strict().meta({ id: 'ReasonRequest' })
const SubmitRequest = z.object({ declared: z.boolean() }).strict().meta({ id: 'SubmitRequest' })
const MissingRequest = z
  .object({
    reason: z.enum(Object.keys(explanationReasons) as [ExplanationReason, ...ExplanationReason[]]).nullable(),
    text: storableText(2_000).default(''),
  })
  .strict()
  .meta({ id: 'MissingRequest' })
const ReplyRequest = z.object({ text: reason }).strict().meta({ id: 'ReplyRequest' })
const Urn = z.string().regex(/^\d{6}$/, 'A URN has six digits')
const Between = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) })

export const returnRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', valid('query', Filter), async (c) =>
      c.json(await listVisible(context, actorOf(c), c.req.valid('query'))),
    )
    .get('/:returnId', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      await seeReturn(context, actorOf(c), returnId)
      return c.json(await viewReturn(context, returnId, actorOf(c)))
    })
    .put('/:returnId/figures', valid('param', Key), valid('json', SaveRequest), async (c) => {
      const { returnId } = c.req.valid('param')
      const head = await seeToEdit(context, actorOf(c), returnId)
      const act = await actOf(c, 'return.save-figures', returnId)
      const before = (_: Trx, now: Return) => refuse('edit', { ...head, ...now }, actorOf(c))
      const save = { returnId, ...c.req.valid('json'), urn: null, onBehalf: false, before }
      return c.json(await saveFigures(context, act, save))
    })
    .put('/:returnId/explanations', valid('param', Key), valid('json', ExplainRequest), async (c) => {
      const { returnId } = c.req.valid('param')
      await seeToEdit(context, actorOf(c), returnId)
      const act = await actOf(c, 'return.explain', returnId)
      return c.json(await explain(context, { act, actor: actorOf(c) }, { returnId, ...c.req.valid('json') }))
    })
    .put(
      '/:returnId/settings/:urn/missing',
      valid('param', Key.extend({ urn: Urn })),
      valid('json', MissingRequest),
      async (c) => {
        const { returnId, urn } = c.req.valid('param')
        await seeToEdit(context, actorOf(c), returnId)
        const act = await actOf(c, 'setting-report.record-missing', `${returnId}@${urn}`)
        return c.json(await recordMissing(context, act, { returnId, urn, ...c.req.valid('json') }))
      },
    )
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
    .post(
      '/:returnId/queries/:queryId/messages',
      valid('param', Key.extend({ queryId: storableText(100) })),
      valid('json', ReplyRequest),
      async (c) => {
        const { returnId, queryId } = c.req.valid('param')
        const head = await seeReturn(context, actorOf(c), returnId)
        const act = await actOf(c, 'return.answer-query', returnId)
        return c.json(
          await answerQuery(context, { act, actor: actorOf(c) }, { head, queryId, ...c.req.valid('json') }),
        )
      },
    )
    .get('/:returnId/receipt', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      await seeReturn(context, actorOf(c), returnId)
      return c.json(await viewReceipt(context, returnId))
    })
    .get('/:returnId/differences', valid('param', Key), valid('query', Between), async (c) => {
      const { returnId } = c.req.valid('param')
      await seeReturn(context, actorOf(c), returnId)
      return c.json(await viewDifferences(context, returnId, c.req.valid('query')))
    })
    .get(
      '/:returnId/history',
      valid('param', Key),
      valid('query', z.object({ locator: Locator.optional() })),
      async (c) => {
        const { returnId } = c.req.valid('param')
        await seeReturn(context, actorOf(c), returnId)
        return c.json(await viewHistory(context, returnId, c.req.valid('query')))
      },
    )

export type ReturnRoutes = ReturnType<typeof returnRoutes>
