/** /api/programmes: what was accepted, rolled up. */
import { Hono } from 'hono'
import * as z from 'zod'
import { PeriodId } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { viewRollUpProvenance } from '../provenance/roll-up.ts'
import { viewProgramme } from './view.ts'

const Key = z.object({ programme: z.string().regex(/^[A-Z]{2,5}$/, 'Use a programme like APM') })
const IndicatorKey = Key.extend({
  indicator: z.string().regex(/^[A-Z]{2,5}-[A-Z0-9]+[a-z]?$/, 'Use an indicator like APM-OP1'),
})
const Query = z.object({ period: PeriodId.optional() })

export const programmeRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', async (c) => {
      const rows = await context.db
        .selectFrom('programmes')
        .select(['code', 'name', 'summary'])
        .orderBy('code')
        .execute()
      return c.json(rows.filter(({ code }) => allowedOn(actorOf(c), 'evidence.see', { programme: code })))
    })
    .get('/:programme', valid('param', Key), valid('query', Query), async (c) => {
      const { programme } = c.req.valid('param')
      if (!allowedOn(actorOf(c), 'evidence.see', { programme })) throw new Problem('not-found')
      return c.json(await viewProgramme(context, programme, c.req.valid('query').period))
    })
    .get(
      '/:programme/indicators/:indicator/provenance',
      valid('param', IndicatorKey),
      valid('query', Query),
      async (c) => {
        const { programme, indicator } = c.req.valid('param')
        if (!allowedOn(actorOf(c), 'evidence.see', { programme })) throw new Problem('not-found')
        const { period } = c.req.valid('query')
        return c.json(await viewRollUpProvenance(context, { programme, indicator, period }))
      },
    )

export type ProgrammeRoutes = ReturnType<typeof programmeRoutes>
