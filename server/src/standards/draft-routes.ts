/** /api/standards: begin a draft, name it, discard it. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { beginEdition } from './begin-edition.ts'
import { byOf } from './by-of.ts'
import { discardEdition, saveEdition } from './edit.ts'
import { NewEdition, RevisionQuery, SaveEdition, StandardKey } from './requests.ts'
import { sayIssue } from './say-issue.ts'

const key = valid('param', StandardKey)

export const draftRoutes = (context: Context) =>
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
