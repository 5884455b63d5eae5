/** /api/standards: how evaluators write drafts, and how two of them publish one. */
import { Hono, type Context as HonoContext } from 'hono'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { startBackTest } from './back-test.ts'
import { beginEdition, discardEdition, saveEdition, type By } from './edit.ts'
import { addCheck, removeCheck, saveCheck, saveSeverities } from './edit-checks.ts'
import { approveEdition, proposeEdition, refuseEdition, takeBackEdition } from './publish.ts'
import {
  AddCheck,
  AtRevision,
  CheckKey,
  NewEdition,
  Refuse,
  RevisionQuery,
  SaveCheck,
  SaveEdition,
  SaveSeverities,
  StandardKey,
} from './requests.ts'
import { sayIssue } from './say-issue.ts'

const byOf = async (c: HonoContext<HttpEnvironment>, action: string, id: string): Promise<By> => ({
  act: await actOf(c, `standard.${action}`, `standard:${id}`),
  actor: actorOf(c),
})

const key = valid('param', StandardKey)
const checkKey = valid('param', CheckKey)
const atRevision = valid('json', AtRevision, sayIssue)

export const standardEditRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .post('/', valid('json', NewEdition, sayIssue), async (c) => {
      const given = c.req.valid('json')
      const by = { act: await actOf(c, 'standard.begin', 'standards'), actor: actorOf(c) }
      return c.json(await beginEdition(context, by, given), 201)
    })
    .put('/:standardId', key, valid('json', SaveEdition, sayIssue), async (c) => {
      const { standardId: id } = c.req.valid('param')
      const { revision, ...head } = c.req.valid('json')
      return c.json(await saveEdition(context, await byOf(c, 'save', id), { id, revision }, head))
    })
    .delete('/:standardId', key, valid('query', RevisionQuery), async (c) => {
      const { standardId: id } = c.req.valid('param')
      const revision = Number(c.req.valid('query').revision)
      return c.json(await discardEdition(context, await byOf(c, 'discard', id), { id, revision }))
    })
    .put('/:standardId/severities', key, valid('json', SaveSeverities, sayIssue), async (c) => {
      const { standardId: id } = c.req.valid('param')
      return c.json(
        await saveSeverities(context, await byOf(c, 'save-severities', id), id, c.req.valid('json')),
      )
    })
    .post('/:standardId/checks', key, valid('json', AddCheck, sayIssue), async (c) => {
      const { standardId: id } = c.req.valid('param')
      return c.json(await addCheck(context, await byOf(c, 'add-check', id), id, c.req.valid('json')), 201)
    })
    .put('/:standardId/checks/:code', checkKey, valid('json', SaveCheck, sayIssue), async (c) => {
      const { standardId: id, code } = c.req.valid('param')
      return c.json(
        await saveCheck(context, await byOf(c, 'save-check', id), { id, code }, c.req.valid('json')),
      )
    })
    .delete('/:standardId/checks/:code', checkKey, valid('query', RevisionQuery), async (c) => {
      const { standardId: id, code } = c.req.valid('param')
      const revision = Number(c.req.valid('query').revision)
      return c.json(await removeCheck(context, await byOf(c, 'remove-check', id), { id, code, revision }))
    })
    .post('/:standardId/back-tests', key, async (c) => {
      const { standardId: id } = c.req.valid('param')
      return c.json(await startBackTest(context, await byOf(c, 'back-test', id), id), 202)
    })
    .post('/:standardId/propose', key, atRevision, async (c) => {
      const { standardId: id } = c.req.valid('param')
      const at = { id, ...c.req.valid('json') }
      return c.json(await proposeEdition(context, await byOf(c, 'propose', id), at))
    })
    .post('/:standardId/take-back', key, atRevision, async (c) => {
      const { standardId: id } = c.req.valid('param')
      const at = { id, ...c.req.valid('json') }
      return c.json(await takeBackEdition(context, await byOf(c, 'take-back', id), at))
    })
    .post('/:standardId/approve', key, atRevision, async (c) => {
      const { standardId: id } = c.req.valid('param')
      const at = { id, ...c.req.valid('json') }
      return c.json(await approveEdition(context, await byOf(c, 'approve', id), at))
    })
    .post('/:standardId/refuse', key, valid('json', Refuse, sayIssue), async (c) => {
      const { standardId: id } = c.req.valid('param')
      const at = { id, ...c.req.valid('json') }
      return c.json(await refuseEdition(context, await byOf(c, 'refuse', id), at))
    })

export type StandardEditRoutes = ReturnType<typeof standardEditRoutes>
