/** The parameters of a check in words, as the catalogue of kinds names them. */
import type { CheckRule } from '@inclusion/shared/standards/check'
import { parametersOf } from '@inclusion/shared/standards/kinds/catalogue'
import type { Parameter } from '@inclusion/shared/standards/kinds/catalogue/entry'

export type ParameterWords = { name: string; label: string; value: string }

/** Each parameter with its value; none for a kind without any, or one that is not in the catalogue. */
export function ruleWords(rule: CheckRule): ParameterWords[] {
  const values = rule as Record<string, unknown>
  return parametersIn(rule).map(([name, parameter]) => ({
    name,
    label: parameter.label,
    value: sayValue(parameter, values[name]),
  }))
}

/** A check whose stored form cannot be read has a kind that nobody knows. */
function parametersIn({ kind }: CheckRule): ReturnType<typeof parametersOf> {
  try {
    return parametersOf(kind)
  } catch {
    return []
  }
}

function sayValue(parameter: Parameter, value: unknown): string {
  switch (parameter.input) {
    case 'yes-no':
      return value === true ? parameter.yes : parameter.no
    case 'number':
    case 'whole-number':
      return withUnit(String(value), parameter.unit)
    case 'share':
      return withUnit(percentOf(value), parameter.unit)
    case 'shares':
      return Object.entries(parameter.names)
        .map(([name, label]) => `${label} ${percentOf((value as Record<string, unknown>)[name])}%`)
        .join('; ')
    case 'numbers':
      return (value as number[]).join(', ')
    case 'phrases':
      return (value as string[]).map((phrase) => `“${phrase}”`).join(', ')
    case 'text':
      return String(value)
    case 'choice':
      return parameter.options[String(value)] ?? String(value)
    case 'choices':
      return (value as string[]).map((each) => parameter.options[each] ?? each).join(', ')
  }
}

const withUnit = (number: string, unit: string): string =>
  unit === '%' ? `${number}%` : `${number} ${unit}`.trim()

/** A share kept from 0 to 1 as it is typed: 0.075 is 7.5. */
export const percentOf = (share: unknown): string =>
  typeof share === 'number' ? String(Number((share * 100).toPrecision(12))) : ''
