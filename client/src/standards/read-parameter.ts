/** One parameter of a check as it was typed: what is kept of it, or what to type instead. */
import type { Parameter } from '@inclusion/shared/standards/kinds/catalogue/entry'
import { percentOf } from './rule-words.ts'

export type Fault = { field: string; message: string }

/** Reads a parameter from the texts of the form; a fault is added to the list and names its field. */
export function readParameter(
  parameter: Parameter,
  field: string,
  typed: Record<string, string>,
  faults: Fault[],
): unknown {
  const name = field.slice('rule.'.length)
  const text = typed[name]?.trim() ?? ''
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const fault = (message: string, at = field) => void faults.push({ field: at, message })
  switch (parameter.input) {
    case 'yes-no':
      return text === 'yes'
    case 'number':
    case 'whole-number':
    case 'share':
      return readNumber(text, parameter) ?? fault(`${parameter.label} must be ${numberWords(parameter)}`)
    case 'shares':
      return Object.fromEntries(
        Object.entries(parameter.names).map(([part, label]) => [
          part,
          readNumber(typed[`${name}.${part}`]?.trim() ?? '', percentage) ??
            fault(`${label} must be ${numberWords(percentage)}`, `${field}.${part}`),
        ]),
      )
    case 'numbers': {
      const numbers = lines.map(Number)
      const sound = numbers.length > 0 && numbers.every((number) => number > 0 && Number.isFinite(number))
      if (!sound || numbers.length > parameter.most)
        fault(`${parameter.label} must be 1 to ${parameter.most} numbers above 0, one a line`)
      return numbers
    }
    case 'phrases':
      if (lines.length === 0 || lines.length > parameter.most || lines.some((line) => line.length < 2))
        fault(`${parameter.label} must be 1 to ${parameter.most} words or phrases, one a line`)
      return lines
    case 'choices':
      if (lines.length === 0) fault(`${parameter.label}: choose at least one`)
      return lines
    case 'text':
      if (!/^[a-z0-9-]+$/.test(text)) fault(`${parameter.label} must be small letters, digits and hyphens`)
      return text
    case 'choice':
      return text
  }
}

type Bounds = { input: 'number' | 'whole-number' | 'share'; from: number; to: number | null }
const percentage: Bounds = { input: 'share', from: 0, to: 1 }

/** The number that is kept, or null where the text is none, or outside its bounds. */
function readNumber(text: string, { input, from, to }: Bounds): number | null {
  const typed = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  const number = input === 'share' ? Number((typed / 100).toPrecision(12)) : typed
  const whole = input !== 'whole-number' || Number.isInteger(number)
  return whole && number >= from && (to === null || number <= to) ? number : null
}

function numberWords({ input, from, to }: Bounds): string {
  const [least, most] = input === 'share' ? [percentOf(from), to && percentOf(to)] : [from, to]
  const what = { number: 'a number', 'whole-number': 'a whole number', share: 'a percentage' }[input]
  return most === null ? `${what}, ${least} or more` : `${what} from ${least} to ${most}`
}
