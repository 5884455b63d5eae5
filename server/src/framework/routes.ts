/** The framework to read: reference sheets of indicators, one click from every figure, and all that is in force. */
import { Hono } from 'hono'
import * as z from 'zod'
import { ProgrammeCode } from '@inclusion/shared/framework/amendment'
import { IndicatorCode } from '@inclusion/shared/framework/indicators'
import { PeriodId } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { actorOf } from '../http/allow.ts'
import { valid } from '../http/valid.ts'
import { editionsOf } from './store.ts'
import { viewFramework, viewReference } from './view.ts'

const Indicator = z.object({ indicator: IndicatorCode })
const Programme = z.object({ programme: ProgrammeCode })
const InPeriod = z.object({ period: PeriodId.optional() })

export const indicatorRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get('/:indicator', valid('param', Indicator), async (c) => {
    const editions = await editionsOf(context.db, c.req.valid('param').indicator)
    if (editions.length === 0) throw new Problem('not-found')
    return c.json({ editions })
  })

export type IndicatorRoutes = ReturnType<typeof indicatorRoutes>

/** /api/framework: what is in force of a programme in a period, and what an amendment may choose from. */
export const frameworkRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', async (c) => c.json(await viewReference(context, actorOf(c))))
    .get('/:programme', valid('param', Programme), valid('query', InPeriod), async (c) => {
      const { programme: code } = c.req.valid('param')
      const wanted = c.req.valid('query').period
      return c.json(await viewFramework(context, actorOf(c), { code, wanted }))
    })

export type FrameworkRoutes = ReturnType<typeof frameworkRoutes>
