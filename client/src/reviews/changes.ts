/** What changed in a return: since the version before, or since the last accepted period. Pure. */
import type { LastFiled } from '@inclusion/server/returns/last-filed'
import type { Figure } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { causeNames, type Cause } from '@inclusion/shared/movements/causes'
import { movementWords } from '@inclusion/shared/movements/words'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { inSentence, placeName } from '@inclusion/shared/standards/words'
import type { Difference } from '@inclusion/shared/differences'
import { sinceLast } from '@inclusion/shared/movements/since-last'
import { changeWords, figureWords } from '@inclusion/shared/figure-words'

export type Change = {
  locator: Locator
  indicator: string
  name: string
  was: string
  is: string
  change: string
  /** Why it changed, or why the two are not alike. */
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

/** Each measure that moved since the latest accepted period, what stands out first. */
export function changesSinceLastPeriod(input: CheckInput, known: LastFiled | null = null): Change[] {
  const since = sinceLast(input, known)
  if (!since) return []
  const { before, after, ranked } = since
  return ranked.flatMap(({ movement }): Change[] => {
    const { indicator, locator, causes } = movement
    const definition = input.asked.find((asked) => asked.indicator === indicator)
    if (!definition || locator !== indicator || definition.measure === 'text') return []
    const { reasons } = movementWords({ definition, movement, before, after })
    return [
      {
        locator,
        indicator,
        name: definition.label,
        was: wordsOf(definition, movement.before),
        is: wordsOf(definition, movement.after),
        change:
          changeWords(definition.measure, movement.before ?? undefined, movement.after ?? undefined) ?? '',
        causes: [tagsOf(causes), ...reasons].filter((words) => words !== ''),
      },
    ]
  })
}

/** "Coverage, revised"; nothing of a change that needs no more words. */
const tagsOf = (causes: readonly Cause[]): string =>
  causes
    .filter(({ kind }) => kind !== 'real')
    .map(({ kind }, at) => (at === 0 ? causeNames[kind] : inSentence(causeNames[kind])))
    .join(', ')
