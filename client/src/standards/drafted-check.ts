/** A check as its form holds it, each field as it is typed, and what is saved of it. */
import type { Check, CheckKind, CheckRule } from '@inclusion/shared/standards/check'
import { catalogue, parametersOf } from '@inclusion/shared/standards/kinds/catalogue'
import type { Parameter } from '@inclusion/shared/standards/kinds/catalogue/entry'
import { percentOf } from './rule-words.ts'

export type DraftedCheck = {
  kind: CheckKind
  severity: Check['severity']
  /** Parameters as typed: a list has a line for each, parts of a parameter stand under `name.part`. */
  typed: Record<string, string>
  title: string
  rationale: string
  message: string
  fix: string
}

export type Fault = { field: string; message: string }

/** What is saved of a check, or what has to be put right before. Fields are named as the server names them. */
export type CheckParts = Pick<Check, 'severity' | 'rule' | 'title' | 'rationale' | 'words'>

/** The id of the field in which a part of a check is typed: an entry of a list has the field of the list. */
export const checkField = (field: string): string =>
  `check-${field.replace(/\.\d+$/, '').replaceAll('.', '-')}`

export const draftOf = ({ severity, rule, title, rationale, words }: CheckParts): DraftedCheck => ({
  kind: rule.kind,
  severity,
  typed: typedOf(rule),
  title,
  rationale,
  message: words.message ?? '',
  fix: words.fix ?? '',
})

/** A new check of a kind, with what the reference edition starts with. */
export const startingDraft = (kind: CheckKind): DraftedCheck => ({
  ...{ kind, title: '', rationale: '', message: '', fix: '' },
  severity: { light: 'note', standard: 'explain', enhanced: 'explain' },
  typed: typedOf(catalogue[kind].starting),
})

function typedOf(rule: CheckRule): Record<string, string> {
  const values = rule as Record<string, unknown>
  const typed = parametersOf(rule.kind).flatMap(([name, parameter]): [string, string][] => {
    const value = values[name]
    if (parameter.input === 'shares')
      return Object.keys(parameter.names).map((part) => [
        `${name}.${part}`,
        percentOf((value as Record<string, number>)[part]),
      ])
    return [[name, textOf(parameter, value)]]
  })
  return Object.fromEntries(typed)
}

function textOf({ input }: Parameter, value: unknown): string {
  if (input === 'share') return percentOf(value)
  if (input === 'yes-no') return value === true ? 'yes' : 'no'
  return Array.isArray(value) ? value.join('\n') : String(value)
}

/** Reads the form. A fault names its field and says what to type. */
export function readDraft(draft: DraftedCheck): { parts: CheckParts; faults: Fault[] } {
  const faults: Fault[] = []
  const rule: Record<string, unknown> = { kind: draft.kind }
  for (const [name, parameter] of parametersOf(draft.kind)) {
    rule[name] = readParameter(parameter, `rule.${name}`, draft.typed, faults)
  }
  if (draft.title.trim().length < 5)
    faults.push({ field: 'title', message: 'Write what the check looks for, in one sentence' })
  const message = draft.message.trim()
  if (message !== '' && !/\{(said|figure)\}/.test(message))
    faults.push({ field: 'words.message', message: 'Name the figure: use {figure} or {said}' })
  const parts: CheckParts = {
    severity: draft.severity,
    // The engine parses it again: a rule that is not sound fails closed, and the server refuses it.
    rule: rule as CheckRule,
    title: draft.title.trim(),
    rationale: draft.rationale.trim(),
    words: { message: message || null, fix: draft.fix.trim() || null },
  }
  return { parts, faults }
}

function readParameter(
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
