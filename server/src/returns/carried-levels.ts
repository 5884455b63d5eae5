/** The levels that a return begins with, where they are carried from the accepted return just before it. */
import type { Db, Trx } from '@inclusion/db/open'
import { isCarried, lastPeriod } from '@inclusion/shared/figure-words'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { findSeries } from './find-series.ts'
import { findHistory, type Return } from './store.ts'

type Of = Pick<Return, 'grantId' | 'periodId'> & { asked: readonly IndicatorDefinition[] }

/** The level of each indicator that is carried; those whose series broke since, at a major change, are not. */
export async function findCarried(
  db: Db | Trx,
  { grantId, periodId, asked }: Of,
): Promise<Map<string, number>> {
  const history = await findHistory(db, { grantId, before: periodId, most: 1 })
  const sources = { asked: [...asked], periodId, history, seriesFrom: await findSeries(db, asked) }
  return new Map(
    asked.flatMap((definition) => {
      const { derivation, indicator } = definition
      if (derivation?.kind !== 'carried' || !isCarried(definition, sources)) return []
      return [[indicator, lastPeriod(sources)!.figures[derivation.from]!.value!]]
    }),
  )
}
