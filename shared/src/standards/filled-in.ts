/** A return as if somebody had filled it in with plain figures: so that every check meets a figure to be made on. */
import { emptyFigure, type Figure, type Figures } from '../figures.ts'
import { isPair, type IndicatorDefinition } from '../framework/indicators.ts'
import { asksIn } from '../framework/tiers.ts'
import { figureLocator } from '../locators.ts'
import type { CheckInput } from './check-input.ts'

/** Every setting's report is signed off, and every figure that is typed is there, in total and by category. */
export function filledIn(input: CheckInput): CheckInput {
  const figures: Figures = { ...input.figures }
  for (const definition of input.asked)
    for (const urn of placesOf(definition, input)) {
      figures[figureLocator(definition.indicator, { urn })] ??= plainFigure(definition)
      for (const { dimension, categories, askedFrom } of definition.disaggregations)
        if (asksIn(askedFrom, input.tier))
          for (const { code } of categories)
            figures[figureLocator(definition.indicator, { urn, dimension, category: code })] ??=
              plainFigure(definition)
    }
  return {
    ...input,
    figures,
    settings: input.settings.map((setting) => ({ ...setting, status: 'signed-off' })),
  }
}

function placesOf({ collectedFrom, alsoFromAuthority }: IndicatorDefinition, { settings }: CheckInput) {
  const urns = collectedFrom === 'setting' ? settings.map(({ urn }) => urn) : []
  return collectedFrom === 'setting' && !alsoFromAuthority ? urns : [...urns, null]
}

function plainFigure({ measure, people }: IndicatorDefinition): Figure {
  const beside = people === 'beside' ? 12 : null
  if (measure === 'text') return { ...emptyFigure, text: 'Nothing to tell.' }
  if (isPair(measure)) return { ...emptyFigure, numerator: 9, denominator: 12, people: beside }
  return { ...emptyFigure, value: 12, people: beside }
}
