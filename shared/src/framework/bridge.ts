/**
 * The bridge of a major change: in the first period of the new definition the figure is also asked as it was counted
 * before, under a code of its own, so that the old series and the new one can be joined. It is an indicator like any
 * other, whose second edition ends it in the period after.
 */
import { nextPeriod, type PeriodId } from '../periods.ts'
import type { IndicatorDefinition } from './indicators.ts'

/** `APM-OC4` before its edition 2 as `APM-OC4B2`; `APM-OC3a` as `APM-OC3B2a`. */
export const bridgeCodeOf = (indicator: string, edition: number): string =>
  indicator.replace(/[a-z]?$/, (letter) => `B${edition}${letter}`)

/** Whether a change of a definition breaks a series of figures, which a bridge then joins: words have none. */
export const needsBridge = (
  before: Pick<IndicatorDefinition, 'measure'>,
  changed: Pick<IndicatorDefinition, 'measure' | 'changeClass'>,
): boolean => changed.changeClass === 'major' && before.measure !== 'text' && changed.measure !== 'text'

/**
 * The two editions of the bridge figure: asked in the bridge period, and ended in the one after. Only the total is
 * asked again, with nothing beside it: that is what joins the series. It is context, whatever it was before, so that
 * no money and no result is counted twice.
 */
export function bridgeOf(
  before: IndicatorDefinition,
  { edition, period }: { edition: number; period: PeriodId },
): [IndicatorDefinition, IndicatorDefinition] {
  const asked: IndicatorDefinition = {
    ...before,
    indicator: bridgeCodeOf(before.indicator, edition),
    edition: 1,
    effectiveFrom: period,
    changeClass: 'major',
    bridges: { indicator: before.indicator, edition: before.edition },
    kind: 'context',
    polarity: 'none',
    label: `${before.label}, as counted before`,
    hint: `Asked this once, so that figures before and after the change can be joined. ${before.hint}`.trim(),
    evidenceAsked: [],
    baseline: 'none',
    disaggregations: [],
  }
  const ended: IndicatorDefinition = {
    ...asked,
    edition: 2,
    effectiveFrom: nextPeriod(period),
    changeClass: 'minor',
    askedInOrdinals: [],
  }
  return [asked, ended]
}
