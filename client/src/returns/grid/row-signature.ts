/**
 * What each indicator's rows show, as one text: rows whose text is as it was need not be drawn again. A key
 * pressed in one figure would otherwise draw hundreds of fields.
 */
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { figureLocator, type Locator } from '@inclusion/shared/locators'
import type { Grid } from './grid-context.ts'

/** The signature of every definition's rows, by indicator. */
export function signaturesOf(grid: Grid, definitions: readonly IndicatorDefinition[]): Map<string, string> {
  const parts = new Map(definitions.map(({ indicator }) => [indicator, [] as string[]]))
  const add = (locator: Locator, part: unknown) =>
    parts.get(indicatorOf(locator))?.push(locator, JSON.stringify(part))
  const { input, state, findings } = grid.entry
  for (const [locator, figure] of Object.entries(input.figures)) add(locator, figure)
  for (const draft of input.drafts) add(draft.locator, draft)
  for (const said of [state.edits, state.conflicts, state.refusals]) {
    for (const [locator, each] of Object.entries(said)) add(locator, each)
  }
  for (const finding of findings) {
    const places = [finding.locator ?? '', ...finding.inputs.map(({ locator }) => locator)]
    for (const indicator of new Set(places.map(indicatorOf)))
      parts.get(indicator)?.push(JSON.stringify(finding))
  }
  for (const definition of definitions) parts.get(definition.indicator)?.push(...openPlaces(grid, definition))
  return new Map([...parts].map(([indicator, texts]) => [indicator, texts.join('\n')]))
}

const indicatorOf = (locator: Locator): string => locator.split(/[@:]/, 1)[0]!

/** Which of an indicator's places can be typed into, and which breakdowns are folded open. */
function openPlaces(
  { urn, isOpen, unfolded }: Grid,
  { indicator, disaggregations }: IndicatorDefinition,
): string[] {
  const places = disaggregations.flatMap(({ dimension, categories }) =>
    categories.map(({ code }) => figureLocator(indicator, { urn, dimension, category: code })),
  )
  const open = [figureLocator(indicator, { urn }), ...places].filter(isOpen)
  return [
    ...open,
    ...disaggregations.map(({ dimension }) => String(unfolded.has(`${indicator}:${dimension}`))),
  ]
}
