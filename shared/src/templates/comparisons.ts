/** What stands beside a figure to hold it against, in words: last period, baseline, profile. */
import {
  figureWords,
  lastPeriod,
  levelWords,
  profileWords,
  soFarWords,
  together,
  yearToDate,
} from '../figure-words.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import type { Locator } from '../locators.ts'
import type { CheckInput } from '../standards/check-input.ts'
import type { TemplateSource } from './source.ts'
import type { TemplateLine } from './template.ts'

/** What was accepted last period for one figure, or with null for all places together; null when nothing was. */
export function lastWords(
  input: CheckInput,
  definition: IndicatorDefinition,
  locator: Locator | null,
): string | null {
  const figures = lastPeriod(input)?.figures
  if (!figures || definition.measure === 'text') return null
  return figureWords(definition, locator === null ? together(definition, figures) : figures[locator])
}

export function comparisonsOf(
  { checkInput, baselines, profile }: TemplateSource,
  definition: IndicatorDefinition,
): Pick<TemplateLine, 'baseline' | 'profile'> {
  const { indicator } = definition
  const baseline = baselines.find((each) => each.indicator === indicator && each.urn === null)
  const planned = profile[indicator]
  return {
    baseline: levelWords(definition, baseline),
    profile:
      planned === undefined || definition.measure === 'text'
        ? null
        : plannedWords(definition, planned, checkInput),
  }
}

function plannedWords(definition: IndicatorDefinition, planned: number, input: CheckInput): string {
  const words = profileWords(definition, planned)
  if (definition.overTime !== 'sum') return words
  const soFar = levelWords(definition, yearToDate(definition, input))
  return `${words} (${soFar ?? 'none'} ${soFarWords(definition, input)})`
}
