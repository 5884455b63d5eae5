/** The cells of a line: which parts it has, what they are called, and what would be typed in them now. */
import { evidenceText, evidenceWords } from '../evidence-words.ts'
import { partsOf } from '../figure-changes.ts'
import { emptyFigure, entryText, type Figure, type NumberPart } from '../figures.ts'
import { missingWords } from '../figure-words.ts'
import type { EvidenceField, IndicatorDefinition } from '../framework/indicators.ts'
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
  const reason = reasonCell(figure)
  if (definition.measure === 'text')
    return [wordsCell(definition, figure), reason, ...evidenceCells(figure, ['claimStrength'])]
  const numbers = partsOf(definition).filter((part) => part !== 'people' || kind !== 'category')
  const draftOf = (part: NumberPart) =>
    drafts.find((draft) => draft.locator === locator && draft.part === part)?.entered
  const cells: TemplateCell[] = numbers.map((part) => ({
    part,
    label: partLabel(definition, part),
    given: draftOf(part) ?? numberText(definition, part, figure),
  }))
  const note: TemplateCell = { part: 'note', label: 'Note', given: figure.note ?? '' }
  if (kind !== 'total') return [...cells, reason]
  // The page shows a note, and evidence, beside a total only.
  return [...cells, reason, note, ...evidenceCells(figure, [...definition.evidenceAsked, 'claimStrength'])]
}

const reasonCell = ({ missing }: Figure): TemplateCell => ({
  part: 'missing',
  label: reasonLabel,
  given: missing === null ? '' : missingWords[missing],
})

const wordsCell = ({ label }: IndicatorDefinition, { text }: Figure): TemplateCell => ({
  part: 'text',
  label,
  given: text ?? '',
})

const evidenceCells = ({ evidence }: Figure, fields: readonly EvidenceField[]): TemplateCell[] =>
  [...new Set(fields)].map((part) => ({
    part,
    label: evidenceWords[part].label,
    given: evidenceText(part, evidence?.[part] ?? ''),
  }))

/** The cells of a setting's figure as its report gives it: shown, and typed nowhere in the return. */
export function reportedCells(definition: IndicatorDefinition, figure: Figure = emptyFigure): TemplateCell[] {
  const own =
    definition.measure === 'text' ? [wordsCell(definition, figure)] : computedCells(definition, figure)
  return [...own, reasonCell(figure)]
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
