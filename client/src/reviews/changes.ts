/** What changed in a return: since the version before, or since the last accepted period. Pure. */
import { ratioOf, type Figure } from '@inclusion/shared/figures'
import { isPair, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import type { Amounts } from '@inclusion/shared/roll-up'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import type { Difference } from '@inclusion/shared/differences'
import { changeWords, figureWords, together } from '@inclusion/shared/figure-words'

export type Change = {
  locator: Locator
  indicator: string
  name: string
  was: string
  is: string
  change: string
  /** Why the two may not be alike: a new definition, other settings. */
  causes: string[]
}

const blank = 'Blank'

/** The figures that differ between two versions, in the order in which the return asks for them. */
export function changesBetweenVersions(input: CheckInput, differences: readonly Difference[]): Change[] {
  const prepared = prepareInput(input)
  const order = new Map(input.asked.map(({ indicator }, at) => [indicator, at]))
  const changes = differences.flatMap(({ locator, before, after }): Change[] => {
    const place = readLocator(locator)
    const definition = place.kind === 'figure' ? prepared.definitions().get(place.indicator) : undefined
    if (!definition) return []
    const was = wordsOf(definition, before)
    const is = wordsOf(definition, after)
    const causes = was === is ? ['Its note or evidence changed'] : []
    const change = changeWords(definition.measure, before ?? undefined, after ?? undefined) ?? ''
    const name = placeName(prepared, locator)
    return [{ locator, indicator: definition.indicator, name, was, is, change, causes }]
  })
  return changes.toSorted((left, right) => order.get(left.indicator)! - order.get(right.indicator)!)
}

const wordsOf = (definition: IndicatorDefinition, figure: Figure | null): string =>
  figure ? (figureWords(definition, figure) ?? blank) : blank

/** Each figure that moved since the last accepted period, the largest change by share first. */
export function changesSinceLastPeriod(input: CheckInput): Change[] {
  const [last] = input.history
  if (!last) return []
  const changes = input.asked.flatMap((definition) => {
    const was = together(definition, last.figures)
    const is = together(definition, input.figures)
    const size = sizeOfChange(definition, was, is)
    if (size === null || size === 0) return []
    const { indicator, label } = definition
    const change: Change = {
      locator: indicator,
      indicator,
      name: label,
      was: figureWords(definition, was) ?? blank,
      is: figureWords(definition, is) ?? blank,
      change: changeWords(definition.measure, was, is) ?? '',
      causes: causesOf(definition, input),
    }
    return [{ size, change }]
  })
  return changes.toSorted((left, right) => right.size - left.size).map(({ change }) => change)
}

/** The change as a share of what it was; anything is infinitely more than nothing. Null without two levels. */
function sizeOfChange({ measure }: IndicatorDefinition, was: Amounts, is: Amounts): number | null {
  const level = (amounts: Amounts) => (isPair(measure) ? ratioOf(amounts) : amounts.value)
  const [from, to] = [level(was), level(is)]
  if (from === null || to === null) return null
  return from === to ? 0 : Math.abs(to - from) / Math.abs(from)
}

function causesOf({ indicator, edition }: IndicatorDefinition, { figures, history }: CheckInput): string[] {
  const last = history[0]!
  const known = last.definitions[indicator]
  const placesOf = (of: CheckInput['figures']) =>
    Object.keys(of)
      .filter((locator) => locator.startsWith(`${indicator}@`) && !locator.includes(':'))
      .toSorted()
      .join()
  return [
    ...(known !== undefined && known !== edition ? ['The definition changed'] : []),
    ...(placesOf(figures) === placesOf(last.figures) ? [] : ['Other settings reported']),
  ]
}
