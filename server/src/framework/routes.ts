/** Reference sheets of indicators, and the checks of a standard: one click from every figure. */
import { Hono } from 'hono'
import * as z from 'zod'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { editionsOf, findStandard } from './store.ts'

const Indicator = z.object({
  indicator: z.string().regex(/^[A-Z]{2,5}-[A-Z0-9]+[a-z]?$/, 'Use a code like APM-OC1'),
})
const StandardKey = z.object({
  standardId: z.string().regex(/^[a-z0-9-]{1,60}$/, 'Use an id like reference-1'),
})

export const indicatorRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get('/:indicator', valid('param', Indicator), async (c) => {
    const editions = await editionsOf(context.db, c.req.valid('param').indicator)
    if (editions.length === 0) throw new Problem('not-found')
    return c.json({ editions })
  })

export const standardRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get('/:standardId', valid('param', StandardKey), async (c) => {
    const { standardId } = c.req.valid('param')
    const known = await context.db
      .selectFrom('standards')
      .select(['id', 'effectiveFrom', 'publishedAt'])
      .where('id', '=', standardId)
      .where('status', '=', 'published')
      .executeTakeFirst()
    if (!known) throw new Problem('not-found')
    const { effectiveFrom, publishedAt } = known
    return c.json({ ...(await findStandard(context.db, standardId)), effectiveFrom, publishedAt })
  })

export type IndicatorRoutes = ReturnType<typeof indicatorRoutes>
export type StandardRoutes = ReturnType<typeof standardRoutes>
