/** /api/standards: the checks of a draft. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { byOf } from './by-of.ts'
import { addCheck, removeCheck, saveCheck, saveSeverities } from './edit-checks.ts'
import { AddCheck, CheckKey, RevisionQuery, SaveCheck, SaveSeverities, StandardKey } from './requests.ts'
import { sayIssue } from './say-issue.ts'

const key = valid('param', StandardKey)
const checkKey = valid('param', CheckKey)

export const draftCheckRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
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
