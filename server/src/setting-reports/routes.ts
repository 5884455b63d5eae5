/** /api/setting-reports: a head's report of one setting, or a lead's entry where there is no head. */
import { Hono } from 'hono'
import * as z from 'zod'
import { FigureChange } from '@inclusion/shared/figures'
import { ReturnId } from '@inclusion/shared/returns'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { viewSince } from '../returns/position.ts'
import { DryRun, isDryRun, Since } from '../returns/requests.ts'
import { saveFigures } from '../returns/save.ts'
import { listReports, reportFor, seeReport } from './access.ts'
import { signOff, withdrawSignOff } from './report.ts'
import { holdForSaving } from './save.ts'
import { viewReport } from './view.ts'

const Key = z.object({ returnId: ReturnId, urn: z.string().regex(/^\d{6}$/, 'A URN has six digits') })
const SaveReportRequest = z
  .object({
    changes: z.array(FigureChange).min(1).max(200),
    provenance: z.enum(['typed', 'pasted', 'api']).default('typed'),
  })
  .strict()
  .meta({ id: 'SaveReportRequest' })

export const settingReportRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/', async (c) => c.json(await listReports(context, actorOf(c))))
    .get('/:returnId/:urn', valid('param', Key), async (c) => {
      const access = await reportFor(context, actorOf(c), c.req.valid('param'))
      return c.json(await viewReport(context, access))
    })
    .get('/:returnId/:urn/position', valid('param', Key), valid('query', Since), async (c) => {
      const report = c.req.valid('param')
      await seeReport(context, actorOf(c), report)
      return c.json(await viewSince(context, { ...report, ...c.req.valid('query') }))
    })
    .put(
      '/:returnId/:urn/figures',
      valid('param', Key),
      valid('query', DryRun),
      valid('json', SaveReportRequest),
      async (c) => {
        const { returnId, urn } = c.req.valid('param')
        const { onBehalf, why } = await reportFor(context, actorOf(c), { returnId, urn })
        const act = await actOf(c, 'setting-report.save-figures', `${returnId}@${urn}`)
        const save = { returnId, urn, ...c.req.valid('json'), onBehalf }
        const hold = holdForSaving(context, { returnId, urn, why })
        const dryRun = isDryRun(c.req.valid('query'))
        return c.json(await saveFigures(context, act, { ...save, ...hold, dryRun }))
      },
    )
    .post('/:returnId/:urn/sign-off', valid('param', Key), async (c) => {
      const { returnId, urn } = c.req.valid('param')
      const { onBehalf } = await reportFor(context, actorOf(c), { returnId, urn }, 'edit')
      const act = await actOf(c, 'setting-report.sign-off', `${returnId}@${urn}`)
      return c.json(await signOff(context, act, { returnId, urn, onBehalf }))
    })
    .post('/:returnId/:urn/withdraw', valid('param', Key), async (c) => {
      const { returnId, urn } = c.req.valid('param')
      await reportFor(context, actorOf(c), { returnId, urn }, 'edit')
      const act = await actOf(c, 'setting-report.withdraw', `${returnId}@${urn}`)
      return c.json(await withdrawSignOff(context, act, { returnId, urn }))
    })

export type SettingReportRoutes = ReturnType<typeof settingReportRoutes>
