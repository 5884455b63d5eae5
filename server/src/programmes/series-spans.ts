/** How far the series of indicators reach: from a major change of the definition to the next. Nothing is added over one. */
import type { Db } from '@inclusion/db/open'
import { comparePeriods, type PeriodId } from '@inclusion/shared/periods'
import { everyDefinition } from '../framework/store.ts'

/** `from`: the first period of the series; null where it began with the indicator. `until`: the first of the next. */
export type SeriesSpan = { from: PeriodId | null; until: PeriodId | null }

/** By indicator of a programme, the span of the series that a period lies in. */
export async function findSpans(
  db: Db,
  programme: string,
  period: PeriodId,
): Promise<Map<string, SeriesSpan>> {
  const breaks = (await everyDefinition(db, programme)).filter(
    ({ changeClass, edition }) => changeClass === 'major' && edition > 1,
  )
  const spanOf = (starts: PeriodId[]): SeriesSpan => ({
    from: starts.findLast((start) => comparePeriods(start, period) <= 0) ?? null,
    until: starts.find((start) => comparePeriods(start, period) > 0) ?? null,
  })
  return new Map(
    [...Map.groupBy(breaks, ({ indicator }) => indicator)].map(([indicator, editions]) => [
      indicator,
      spanOf(editions.map(({ effectiveFrom }) => effectiveFrom).toSorted(comparePeriods)),
    ]),
  )
}

/** Whether a period is of the series; of an indicator without a major change every period is. */
export const isInSpan = (span: SeriesSpan | undefined, periodId: PeriodId): boolean =>
  (!span?.from || comparePeriods(periodId, span.from) >= 0) &&
  (!span?.until || comparePeriods(periodId, span.until) < 0)
