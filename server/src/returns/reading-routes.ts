/** /api/returns: what may be read of a return, by those who may see it. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { listVisible, seeReturn } from './access.ts'
import { viewComparisons } from './comparisons.ts'
import { viewDifferences } from './differences.ts'
import { viewHistory } from './history.ts'
import { viewSince } from './position.ts'
import { viewReceipt } from './receipt.ts'
import { Between, Filter, Key, OfFigure, Since } from './requests.ts'
import { findUntold } from './untold.ts'
import { viewReturn } from './view.ts'

export const readingRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', valid('query', Filter), async (c) =>
      c.json(await listVisible(context, actorOf(c), c.req.valid('query'))),
    )
    .get('/:returnId', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      await seeReturn(context, actorOf(c), returnId)
      return c.json(await viewReturn(context, returnId, actorOf(c)))
    })
    .get('/:returnId/position', valid('param', Key), valid('query', Since), async (c) => {
      const { returnId } = c.req.valid('param')
      await seeReturn(context, actorOf(c), returnId)
      return c.json(await viewSince(context, { returnId, ...c.req.valid('query') }))
    })
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
    .get('/:returnId/comparisons', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      await seeReturn(context, actorOf(c), returnId)
      return c.json(await viewComparisons(context, returnId))
    })
    .get('/:returnId/history', valid('param', Key), valid('query', OfFigure), async (c) => {
      const { returnId } = c.req.valid('param')
      const head = await seeReturn(context, actorOf(c), returnId)
      const without = await findUntold(context.db, actorOf(c), head)
      return c.json(await viewHistory(context, returnId, { ...c.req.valid('query'), without }))
    })
