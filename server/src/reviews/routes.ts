/** What RMEL does with returns: the queue, and the decisions on one. */
import { Hono } from 'hono'
import * as z from 'zod'
import { Locator } from '@inclusion/shared/locators'
import { ReturnId } from '@inclusion/shared/returns'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { accept, askToReopen, reopen, requestChanges, take } from './review.ts'

const Key = z.object({ returnId: ReturnId })
const words = storableText(2_000).refine((text) => text.trim().length > 0, 'Write a sentence')
const RequestChanges = z
  .object({
    questions: z
      .array(z.object({ locator: Locator, question: words }).strict())
      .min(1)
      .max(100),
  })
  .strict()
  .meta({ id: 'RequestChanges' })
const Accept = z
  .object({ remark: storableText(2_000).nullable().default(null) })
  .strict()
  .meta({ id: 'Accept' })
const AskToReopen = z.object({ reason: words }).strict().meta({ id: 'AskToReopen' })
const Reopen = z
  .object({ reason: words, locators: z.array(Locator).min(1).max(100) })
  .strict()
  .meta({ id: 'Reopen' })

/** Mounted beside the routes of returns: the same address, the reviewer's verbs. */
export const reviewRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .post('/:returnId/take', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.take', returnId), actor: actorOf(c) }
      return c.json(await take(context, by, returnId))
    })
    .post('/:returnId/request-changes', valid('param', Key), valid('json', RequestChanges), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.request-changes', returnId), actor: actorOf(c) }
      return c.json(await requestChanges(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/accept', valid('param', Key), valid('json', Accept), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.accept', returnId), actor: actorOf(c) }
      return c.json(await accept(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/ask-to-reopen', valid('param', Key), valid('json', AskToReopen), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.ask-to-reopen', returnId), actor: actorOf(c) }
      return c.json(await askToReopen(context, by, { returnId, ...c.req.valid('json') }))
    })
    .post('/:returnId/reopen', valid('param', Key), valid('json', Reopen), async (c) => {
      const { returnId } = c.req.valid('param')
      const by = { act: await actOf(c, 'return.reopen', returnId), actor: actorOf(c) }
      return c.json(await reopen(context, by, { returnId, ...c.req.valid('json') }))
    })

export type ReviewRoutes = ReturnType<typeof reviewRoutes>
