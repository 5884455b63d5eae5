/** A return and the accepted one before it, as the two sides of what changed. Pure. */
import type { LastFiled } from '@inclusion/server/returns/last-filed'
import { numbersAndWords, type Filing } from '@inclusion/shared/movements/filing'
import { movementsBetween } from '@inclusion/shared/movements/movements'
import { rankMovements, type Ranked } from '@inclusion/shared/movements/ordinary'
import { periodMonths, previousPeriod } from '@inclusion/shared/periods'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { periodName } from './period-name.ts'

type Before = Pick<LastFiled, 'settings' | 'corrected'> | null

export const thisFiling = ({ periodId, asked, figures, settings }: CheckInput): Filing => ({
  when: `this ${periodName(periodId)}`,
  figures: numbersAndWords(figures),
  definitions: Object.fromEntries(asked.map(({ indicator, edition }) => [indicator, edition])),
  settings: settings.map(({ urn, name }) => ({ urn, name })),
  corrected: null,
})

/** The latest accepted return; null without one. */
export function lastFiling({ periodId, history: [last] }: CheckInput, known: Before): Filing | null {
  if (!last) return null
  const isJustBefore = last.periodId === previousPeriod(periodId)
  return {
    when: isJustBefore ? `last ${periodName(periodId)}` : `in ${periodMonths(last.periodId)}`,
    figures: numbersAndWords(last.figures),
    definitions: last.definitions,
    settings: known?.settings ?? [],
    corrected: known?.corrected
      ? { ...known.corrected, figures: numbersAndWords(known.corrected.figures) }
      : null,
  }
}

export type SinceLast = { before: Filing; after: Filing; ranked: Ranked[] }

/** What moved since the latest accepted return, what stands out first; null where there is none. */
export function sinceLast(input: CheckInput, known: Before): SinceLast | null {
  const before = lastFiling(input, known)
  if (!before) return null
  const after = thisFiling(input)
  return { before, after, ranked: rankMovements(movementsBetween(before, after, input), input.asked, input) }
}
