/** A check as its form holds it, each field as it is typed, and what is saved of it. */
import type { Check, CheckKind, CheckRule } from '@inclusion/shared/standards/check'
import { catalogue, parametersOf } from '@inclusion/shared/standards/kinds/catalogue'
import type { Parameter } from '@inclusion/shared/standards/kinds/catalogue/entry'
import { readParameter, type Fault } from './read-parameter.ts'
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
  kind,
  title: '',
  rationale: '',
  message: '',
  fix: '',
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
