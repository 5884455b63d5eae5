/** The places that a measure is made of: the authority's own figure and those of its settings. */
import { emptyFigure, type Figure } from '../figures.ts'
import { isPair, type IndicatorDefinition } from '../framework/indicators.ts'
import { overPlaces } from '../roll-up.ts'

type Measured = Pick<IndicatorDefinition, 'measure' | 'overPlace'>

/** Figures by the setting that gave them; `''` is the authority's own. */
export type Places = ReadonlyMap<string, Figure>

/** A number to hold against another: the ratio of a pair, else the value. Null where there is none. */
export function levelOf(
  { measure }: Pick<IndicatorDefinition, 'measure'>,
  figure: Figure | null,
): number | null {
  if (figure === null || measure === 'text') return null
  if (!isPair(measure)) return figure.value
  const { numerator, denominator } = figure
  return numerator === null || denominator === null || denominator <= 0 ? null : numerator / denominator
}

/** The figure of all places together, by the indicator's own rule; null where there is no place. */
export function togetherOf(definition: Measured, places: Places): Figure | null {
  const figures = [...places.values()]
  const [only] = figures
  if (figures.length < 2) return only ?? null
  const amounts = overPlaces(definition, figures)
  const isGiven = amounts.value !== null || amounts.denominator !== null
  const missing = isGiven ? null : (figures.find((figure) => figure.missing !== null)?.missing ?? null)
  return { ...emptyFigure, ...amounts, missing }
}

/** Whether a place gave numbers, all that its measure takes. */
export function isGiven({ measure }: Measured, figure: Figure | undefined): boolean {
  if (!figure) return false
  return isPair(measure) ? figure.numerator !== null && figure.denominator !== null : figure.value !== null
}
