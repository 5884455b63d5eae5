/** What the spreadsheet itself checks while somebody types, with what it says before and after. */
import type { DataValidation } from 'hucre/xlsx'
import { evidenceWords } from '@inclusion/shared/evidence-words'
import { missingWords } from '@inclusion/shared/figure-words'
import { claimStrengths, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { isCounted } from '@inclusion/shared/standards/prepared-input'
import {
  isEvidencePart,
  isNumberPart,
  lineName,
  type TemplateCell,
  type TemplateLine,
  type TemplatePart,
} from '@inclusion/shared/templates/template'

/** Excel takes no file with longer ones. */
const longestTitle = 32
const longestMessage = 255

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

type Rule = Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2' | 'values'> & { wrong: string }

/** The lengths the service stores. */
const longestIn = (part: TemplatePart): number => (part === 'text' ? 10_000 : part === 'note' ? 2_000 : 500)

function ruleOf({ measure, bounds }: IndicatorDefinition, { part }: TemplateCell): Rule {
  if (part === 'missing')
    return {
      type: 'list',
      values: Object.values(missingWords),
      wrong: `Choose ${missingWords.z} or ${missingWords.x}, or leave it blank.`,
    }
  if (part === 'claimStrength')
    return {
      type: 'list',
      values: Object.values(claimStrengths),
      wrong: 'Choose one of the list, or leave it blank.',
    }
  if (!isNumberPart(part))
    return {
      type: 'textLength',
      operator: 'lessThanOrEqual',
      formula1: String(longestIn(part)),
      wrong: `Use ${longestIn(part).toLocaleString('en-GB')} characters or fewer.`,
    }
  if (isCounted(measure, part)) return atLeast('whole', 0, 'Give a whole number, 0 or more: digits only.')
  const minimum = part === 'value' ? bounds.minimum : null
  if (minimum === null)
    return atLeast('decimal', -1e12, 'Give a number: digits, with a point for a part of one.')
  if (bounds.maximum !== null)
    return {
      type: 'decimal',
      operator: 'between',
      formula1: String(minimum),
      formula2: String(bounds.maximum),
      wrong: `Give a number from ${minimum} to ${bounds.maximum}.`,
    }
  const unit = measure === 'money' ? 'pounds, for example 1234.50' : 'digits, with a point for a part of one'
  return atLeast('decimal', minimum, `Give a number, ${minimum} or more: ${unit}.`)
}

const atLeast = (type: 'whole' | 'decimal', least: number, wrong: string): Rule => ({
  type,
  operator: 'greaterThanOrEqual',
  formula1: String(least),
  wrong,
})

/** What checks one cell. It stops what cannot be right; the service checks the rest. */
function validationOf({ definition, line, cell }: CheckedCell): Omit<DataValidation, 'range'> {
  const { wrong, ...rule } = ruleOf(definition, cell)
  const about = aboutCell(line, cell, wrong)
  return {
    ...rule,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    inputTitle: cut(cell.label, longestTitle),
    inputMessage: cut(about, longestMessage),
    errorTitle: cut(cell.label, longestTitle),
    errorMessage: cut(`${wrong} A blank cell changes nothing.`, longestMessage),
  }
}

function aboutCell(line: TemplateLine, { part }: TemplateCell, wrong: string): string {
  if (isEvidencePart(part)) return `${evidenceWords[part].hint}. ${wrong}`
  return isNumberPart(part) ? `${lineName(line)}. ${wrong}` : wrong
}

/** A cell that is typed in, and its address on its sheet. */
export type CheckedCell = {
  definition: IndicatorDefinition
  line: TemplateLine
  cell: TemplateCell
  address: string
}

/** The validations of a sheet: cells of which the same is asked share one. */
export function validationsOf(cells: readonly CheckedCell[]): DataValidation[] {
  const shared = new Map<string, DataValidation>()
  for (const checked of cells) {
    const validation = validationOf(checked)
    const key = JSON.stringify(validation)
    const before = shared.get(key)
    const range = before ? `${before.range} ${checked.address}` : checked.address
    shared.set(key, { ...validation, range })
  }
  return [...shared.values()]
}
