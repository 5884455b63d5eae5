/** A figure before and after a change of a file, each in one line. */
import { applyChange } from '@inclusion/shared/figure-changes'
import { evidenceText, evidenceWords } from '@inclusion/shared/evidence-words'
import { missingWords } from '@inclusion/shared/figure-words'
import { showNumber, type Figure, type FigureChange } from '@inclusion/shared/figures'
import { evidenceFields, isPair, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'

const longest = 300

/** A figure as it stands, with what was typed of it and could not be read. */
type Standing = { figure: Figure; drafts: readonly { part: string; entered: string }[] }

/** "380 of 398", "Not available", or the beginning of a text; what cannot be read as it was typed. */
export function nowWords(
  definition: IndicatorDefinition,
  { figure, drafts }: Standing,
  change: FigureChange,
): string {
  const words = [...figureLine(definition, figure), ...drafts.map(({ entered }) => `“${entered}”`)]
  const answer = words.length === 0 ? 'Blank' : words.join(', ')
  return [answer, ...remarksOf(figure, change)].join('. ')
}

export function thenWords(definition: IndicatorDefinition, before: Standing, change: FigureChange): string {
  const { figure, drafts } = applyChange(definition, before.figure, change)
  const typed = Object.entries(drafts).flatMap(([part, entered]) => (entered ? [{ part, entered }] : []))
  const kept = before.drafts.filter(({ part }) => !(part in drafts))
  return nowWords(definition, { figure, drafts: [...kept, ...typed] }, change)
}

/** What is said beside the figure, of that which the change speaks of. */
function remarksOf({ note, evidence }: Figure, change: FigureChange): string[] {
  const noted = change.note !== undefined && note ? [`Note: ${shortened(note)}`] : []
  const evident = evidenceFields.flatMap((field) => {
    const text = change.evidence?.[field] === undefined ? undefined : evidence?.[field]
    const label = evidenceWords[field].label.replace('?', '')
    return text ? [`${label}: ${shortened(evidenceText(field, text))}`] : []
  })
  return [...noted, ...evident]
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
