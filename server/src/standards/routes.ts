/** /api/standards and /api/back-tests: editions to read, and how evaluators write, try and publish them. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { viewBackTest, viewTestedReturns } from './back-test-view.ts'
import { previewEdition } from './preview.ts'
import { BackTestKey, PreviewQuery, ResultsQuery, StandardKey } from './requests.ts'
import { findInForce, viewEdition, viewEditions } from './view.ts'

/** What there is to read. `in-force` stands for the edition that returns are opened with today. */
export const standardRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', async (c) => c.json(await viewEditions(context, actorOf(c))))
    .get('/:standardId', valid('param', StandardKey), async (c) => {
      const { standardId } = c.req.valid('param')
      const id = standardId === 'in-force' ? await findInForce(context) : standardId
      return c.json(await viewEdition(context, actorOf(c), id))
    })
    .get('/:standardId/preview', valid('param', StandardKey), valid('query', PreviewQuery), async (c) => {
      const { standardId } = c.req.valid('param')
      const returnId = c.req.valid('query').return
      return c.json(await previewEdition(context, actorOf(c), { standardId, returnId }))
    })

export const backTestRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/:backTestId', valid('param', BackTestKey), async (c) =>
      c.json(await viewBackTest(context, actorOf(c), c.req.valid('param').backTestId)),
    )
    .get('/:backTestId/returns', valid('param', BackTestKey), valid('query', ResultsQuery), async (c) => {
      const { backTestId } = c.req.valid('param')
      const wanted = { id: backTestId, ...c.req.valid('query') }
      return c.json(await viewTestedReturns(context, actorOf(c), wanted))
    })

export type StandardRoutes = ReturnType<typeof standardRoutes>
export type BackTestRoutes = ReturnType<typeof backTestRoutes>
