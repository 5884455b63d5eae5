/** Reference sheets of indicators: one click from every figure. */
import { Hono } from 'hono'
import * as z from 'zod'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { editionsOf } from './store.ts'

const Indicator = z.object({
  indicator: z.string().regex(/^[A-Z]{2,5}-[A-Z0-9]+[a-z]?$/, 'Use a code like APM-OC1'),
})

export const indicatorRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get('/:indicator', valid('param', Indicator), async (c) => {
    const editions = await editionsOf(context.db, c.req.valid('param').indicator)
    if (editions.length === 0) throw new Problem('not-found')
    return c.json({ editions })
  })

export type IndicatorRoutes = ReturnType<typeof indicatorRoutes>
