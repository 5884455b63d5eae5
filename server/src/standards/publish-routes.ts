/** /api/standards: try a draft on the past, propose it, and decide on it. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { startBackTest } from './back-test.ts'
import { byOf } from './by-of.ts'
import { approveEdition, proposeEdition, refuseEdition, takeBackEdition } from './publish.ts'
import { AtRevision, Refuse, StandardKey } from './requests.ts'
import { sayIssue } from './say-issue.ts'

const key = valid('param', StandardKey)
const atRevision = valid('json', AtRevision, sayIssue)

export const publishRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
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
