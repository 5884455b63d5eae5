/** The cells of a line: which parts it has, what they are called, and what would be typed in them now. */
import { partsOf } from '../figure-changes.ts'
import { emptyFigure, entryText, type NumberPart } from '../figures.ts'
import { missingWords } from '../figure-words.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import type { Amounts } from '../roll-up.ts'
import { partName } from '../standards/words.ts'
import type { TemplateSource } from './source.ts'
import type { TemplateCell, TemplateLine } from './template.ts'

export const reasonLabel = 'If there is no figure, why'

/** A number is written as it would be typed, and what could not be read as it was. People are asked of totals only. */
export function cellsOf(
  { checkInput: { figures, drafts } }: Pick<TemplateSource, 'checkInput'>,
  definition: IndicatorDefinition,
  { locator, kind }: Pick<TemplateLine, 'locator' | 'kind'>,
): TemplateCell[] {
  const figure = figures[locator] ?? emptyFigure
  const reason: TemplateCell = {
    part: 'missing',
    label: reasonLabel,
    given: figure.missing === null ? '' : missingWords[figure.missing],
  }
  if (definition.measure === 'text')
    return [{ part: 'text', label: definition.label, given: figure.text ?? '' }, reason]
  const numbers = partsOf(definition).filter((part) => part !== 'people' || kind !== 'category')
  const draftOf = (part: NumberPart) =>
    drafts.find((draft) => draft.locator === locator && draft.part === part)?.entered
  const cells: TemplateCell[] = numbers.map((part) => ({
    part,
    label: partLabel(definition, part),
    given: draftOf(part) ?? numberText(definition, part, figure),
  }))
  const note: TemplateCell = { part: 'note', label: 'Note', given: figure.note ?? '' }
  // The page shows a note beside a total only.
  return kind === 'total' ? [...cells, reason, note] : [...cells, reason]
}

/** The cells of a figure that is not typed: its numbers. */
export const computedCells = (definition: IndicatorDefinition, amounts: Amounts): TemplateCell[] =>
  partsOf(definition).map((part) => ({
    part,
    label: partLabel(definition, part),
    given: numberText(definition, part, amounts),
  }))

const partLabel = (definition: IndicatorDefinition, part: NumberPart): string =>
  definition.parts[part] ?? partName(definition, part)

const numberText = ({ measure }: IndicatorDefinition, part: NumberPart, amounts: Amounts): string =>
  entryText(amounts[part], part === 'people' ? 'count' : measure)
