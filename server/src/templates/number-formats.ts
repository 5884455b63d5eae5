/** How numbers are shown, never with fewer digits than they have: a figure that looks whole has to be whole. */
import { isPair, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { isCounted } from '@inclusion/shared/standards/prepared-input'
import { isNumberPart, type TemplatePart } from '@inclusion/shared/templates/template'

/** What Excel is told of a cell that holds a text, so that `=1+1` typed there stays one. */
export const asText = '@'

/** How many decimals a part of a figure may have. */
export function decimalsOf({ measure, bounds }: IndicatorDefinition, part: TemplatePart): number {
  if (!isNumberPart(part) || isCounted(measure, part)) return 0
  if (measure === 'money' || isPair(measure)) return 2
  return bounds.decimals
}

export function numberFormat(
  definition: IndicatorDefinition,
  part: TemplatePart,
  value: string | number | null,
): string {
  if (!isNumberPart(part)) return asText
  const decimals = decimalsOf(definition, part)
  if (typeof value === 'number' && Number(value.toFixed(decimals)) !== value) return 'General'
  const digits = decimals === 0 || isWhole(value, definition) ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  return definition.measure === 'money' && part === 'value' ? `"£"${digits}` : digits
}

const isWhole = (value: string | number | null, { measure }: IndicatorDefinition): boolean =>
  measure !== 'money' && typeof value === 'number' && Number.isInteger(value)

/** The rate beside a pair: worked out by the spreadsheet from the two counts. */
export function rateFormat({ measure }: Pick<IndicatorDefinition, 'measure'>): string {
  if (measure === 'mean') return '0.0'
  return measure === 'rate' ? '0.0" per 100"' : '0.0%'
}
