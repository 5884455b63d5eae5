/** /api/returns: fill a return in. Figures, explanations, settings that did not report. */
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { recordMissing } from '../setting-reports/report.ts'
import { seeReturn, seeToEdit } from './access.ts'
import { explain } from './explain.ts'
import { holdForEntry } from './hold-for-entry.ts'
import { DryRun, ExplainRequest, isDryRun, Key, MissingRequest, SaveRequest, SettingKey } from './requests.ts'
import { saveFigures } from './save.ts'

export const entryRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .put(
      '/:returnId/figures',
      valid('param', Key),
      valid('query', DryRun),
      valid('json', SaveRequest),
      async (c) => {
        const { returnId } = c.req.valid('param')
        const head = await seeReturn(context, actorOf(c), returnId)
        const act = await actOf(c, 'return.save-figures', returnId)
        const hold = holdForEntry(context, head, actorOf(c))
        const dryRun = isDryRun(c.req.valid('query'))
        return c.json(await saveFigures(context, act, { returnId, ...c.req.valid('json'), ...hold, dryRun }))
      },
    )
    .put('/:returnId/explanations', valid('param', Key), valid('json', ExplainRequest), async (c) => {
      const { returnId } = c.req.valid('param')
      await seeReturn(context, actorOf(c), returnId)
      const act = await actOf(c, 'return.explain', returnId)
      return c.json(await explain(context, { act, actor: actorOf(c) }, { returnId, ...c.req.valid('json') }))
    })
    .put(
      '/:returnId/settings/:urn/missing',
      valid('param', SettingKey),
      valid('json', MissingRequest),
      async (c) => {
        const { returnId, urn } = c.req.valid('param')
        await seeToEdit(context, actorOf(c), returnId)
        const act = await actOf(c, 'setting-report.record-missing', `${returnId}@${urn}`)
        return c.json(await recordMissing(context, act, { returnId, urn, ...c.req.valid('json') }))
      },
    )
