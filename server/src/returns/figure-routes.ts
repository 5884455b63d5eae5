/** /api/returns/:returnId/figures/:locator: what is on record of one figure, for whoever files or reviews it. */
import { Hono } from 'hono'
import { Locator, settingOf } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { viewFigureProvenance } from '../provenance/view.ts'
import { seeReport } from '../setting-reports/access.ts'
import { viewFigureHistory } from './figure-history.ts'
import { Key } from './requests.ts'
import { findReturn, type ReturnHead } from './store.ts'

const FigureKey = Key.extend({ locator: Locator })

export const figureRoutes = (context: Context) =>
  new Hono<HttpEnvironment>()
    .get('/:returnId/figures/:locator/history', valid('param', FigureKey), async (c) => {
      const { returnId, locator } = c.req.valid('param')
      const { periodId } = await seeFigure(context, actorOf(c), { returnId, locator })
      return c.json(await viewFigureHistory(context, { returnId, periodId, locator }))
    })
    .get('/:returnId/figures/:locator/provenance', valid('param', FigureKey), async (c) => {
      const { returnId, locator } = c.req.valid('param')
      const head = await seeFigure(context, actorOf(c), { returnId, locator })
      return c.json(await viewFigureProvenance(context, actorOf(c), { head, locator }))
    })

/**
 * The figure's return, or `not-found` for a figure that is none of the actor's. A head sees the own setting's, in the
 * returns in which it reports.
 */
export async function seeFigure(
  context: Context,
  actor: Actor,
  { returnId, locator }: { returnId: string; locator: Locator },
): Promise<ReturnHead> {
  const head = await findReturn(context.db, returnId)
  const urn = settingOf(locator)
  if (!head) throw new Problem('not-found')
  if (allowedOn(actor, 'return.see', head)) return head
  if (urn === null) throw new Problem('not-found')
  await seeReport(context, actor, { returnId, urn })
  return head
}
