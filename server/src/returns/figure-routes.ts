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

/** The figure's return, or `not-found` for a figure that is none of the actor's: a head sees the own setting's. */
export async function seeFigure(
  { db }: Context,
  actor: Actor,
  { returnId, locator }: { returnId: string; locator: Locator },
): Promise<ReturnHead> {
  const head = await findReturn(db, returnId)
  const urn = settingOf(locator)
  if (!head) throw new Problem('not-found')
  const { programme, gssCode } = head
  const isSeen =
    allowedOn(actor, 'return.see', head) ||
    (urn !== null && allowedOn(actor, 'report.see', { programme, gssCode, urns: [urn] }))
  if (!isSeen) throw new Problem('not-found')
  return head
}
