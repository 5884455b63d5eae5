/** /api/amendments: drafts of programmes, years and definitions; tried, proposed, and published by a second person. */
import { Hono, type Context as HonoContext } from 'hono'
import {
  AmendmentAt,
  BeginAmendment,
  DryRunRequest,
  RefuseAmendment,
  SaveAmendment,
} from '@inclusion/shared/framework/amendment-requests'
import { storableText } from '@inclusion/shared/text'
import * as z from 'zod'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import type { By } from './allow-amendment.ts'
import { beginAmendment } from './begin.ts'
import { dryRun } from './dry-run.ts'
import { discardAmendment, saveAmendment } from './edit.ts'
import { proposeAmendment, publishAmendment, refuseAmendment, takeBackAmendment } from './publish.ts'
import { sayIssue } from '../standards/say-issue.ts'
import { viewAmendment, viewAmendments } from './view.ts'

const key = valid('param', z.object({ amendmentId: storableText(60) }))
const at = valid('json', AmendmentAt, sayIssue)

const byOf = async (c: HonoContext<HttpEnvironment>, action: string, id: string): Promise<By> => ({
  act: await actOf(c, `amendment.${action}`, `amendment:${id}`),
  actor: actorOf(c),
})

const draftRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', async (c) => c.json(await viewAmendments(context, actorOf(c))))
    .post('/', valid('json', BeginAmendment, sayIssue), async (c) => {
      const by = { act: await actOf(c, 'amendment.begin', 'amendments'), actor: actorOf(c) }
      return c.json(await beginAmendment(context, by, c.req.valid('json')), 201)
    })
    .get('/:amendmentId', key, async (c) =>
      c.json(await viewAmendment(context, actorOf(c), c.req.valid('param').amendmentId)),
    )
    .put('/:amendmentId', key, valid('json', SaveAmendment, sayIssue), async (c) => {
      const { amendmentId: id } = c.req.valid('param')
      const { revision, ...draft } = c.req.valid('json')
      return c.json(await saveAmendment(context, await byOf(c, 'save', id), { id, revision }, draft))
    })
    .post('/:amendmentId/discard', key, at, async (c) => {
      const { amendmentId: id } = c.req.valid('param')
      const by = await byOf(c, 'discard', id)
      return c.json(await discardAmendment(context, by, { id, ...c.req.valid('json') }))
    })
    .post('/:amendmentId/dry-run', key, valid('json', DryRunRequest, sayIssue), async (c) => {
      const { amendmentId: id } = c.req.valid('param')
      return c.json(await dryRun(context, actorOf(c), { id, ...c.req.valid('json') }))
    })

const decisionRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .post('/:amendmentId/propose', key, at, async (c) => {
      const { amendmentId: id } = c.req.valid('param')
      const by = await byOf(c, 'propose', id)
      return c.json(await proposeAmendment(context, by, { id, ...c.req.valid('json') }))
    })
    .post('/:amendmentId/take-back', key, at, async (c) => {
      const { amendmentId: id } = c.req.valid('param')
      const by = await byOf(c, 'take-back', id)
      return c.json(await takeBackAmendment(context, by, { id, ...c.req.valid('json') }))
    })
    .post('/:amendmentId/refuse', key, valid('json', RefuseAmendment, sayIssue), async (c) => {
      const { amendmentId: id } = c.req.valid('param')
      const by = await byOf(c, 'refuse', id)
      return c.json(await refuseAmendment(context, by, { id, ...c.req.valid('json') }))
    })
    .post('/:amendmentId/publish', key, at, async (c) => {
      const { amendmentId: id } = c.req.valid('param')
      const by = await byOf(c, 'publish', id)
      return c.json(await publishAmendment(context, by, { id, ...c.req.valid('json') }))
    })

export const amendmentRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().route('/', draftRoutes(context)).route('/', decisionRoutes(context))

export type AmendmentRoutes = ReturnType<typeof amendmentRoutes>
