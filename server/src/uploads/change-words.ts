/** A figure before and after a change of a file, each in one line. */
import { applyChange } from '@inclusion/shared/figure-changes'
import { missingWords } from '@inclusion/shared/figure-words'
import { emptyFigure, showNumber, type Figure, type FigureChange } from '@inclusion/shared/figures'
import { isPair, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'

const longest = 300

/** "380 of 398", "Not available", or the beginning of a text; what cannot be read as it was typed. */
export function nowWords(
  definition: IndicatorDefinition,
  figure: Figure = emptyFigure,
  drafts: readonly { entered: string }[] = [],
): string {
  const typed = drafts.map(({ entered }) => `“${entered}”`)
  const words = [...figureLine(definition, figure), ...typed]
  return words.length === 0 ? 'Blank' : words.join(', ')
}

export function thenWords(
  definition: IndicatorDefinition,
  before: Figure | undefined,
  change: FigureChange,
): string {
  const { figure, drafts } = applyChange(definition, before ?? emptyFigure, change)
  const entered = Object.values(drafts).flatMap((text) => (text ? [{ entered: text }] : []))
  const note = change.note ? `. Note: ${shortened(change.note)}` : ''
  return nowWords(definition, figure, entered) + note
}

function figureLine({ measure }: IndicatorDefinition, figure: Figure): string[] {
  const { value, numerator, denominator, people, text, missing } = figure
  if (missing) return [missingWords[missing]]
  if (measure === 'text') return text === null ? [] : [shortened(text)]
  const show = (number: number | null) => (number === null ? 'blank' : showNumber(number, measure))
  const beside = people === null ? [] : [`people ${showNumber(people, 'count')}`]
  if (!isPair(measure)) return [...(value === null ? [] : [show(value)]), ...beside]
  const isBlank = numerator === null && denominator === null
  return [...(isBlank ? [] : [`${show(numerator)} of ${show(denominator)}`]), ...beside]
}

const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).trimEnd()} …`
