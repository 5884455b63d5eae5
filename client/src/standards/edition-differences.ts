/** What an edition changes against the one it is based on, check by check, in words. */
import type { Check, Standard } from '@inclusion/shared/standards/check'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import { ruleWords } from './rule-words.ts'
import { severityNames, tierLabels, tiersInOrder } from './severity-names.ts'

export type Difference = { code: string; title: string; changes: string[] }

/** Checks that are new, gone or changed, in the order of their numbers. */
export function differencesOf(ground: Standard, edition: Standard): Difference[] {
  const before = new Map(ground.checks.map((check) => [check.code, check]))
  const after = new Map(edition.checks.map((check) => [check.code, check]))
  const codes = [...new Set([...before.keys(), ...after.keys()])].toSorted(byNumber)
  return codes.flatMap((code) => {
    const changes = changesOf(before.get(code), after.get(code))
    const title = (after.get(code) ?? before.get(code))!.title
    return changes.length === 0 ? [] : [{ code, title, changes }]
  })
}

function changesOf(before: Check | undefined, after: Check | undefined): string[] {
  if (!before && after) return [`New: ${catalogue[after.rule.kind].looksFor}`, severityOf(after)]
  if (!before || !after) return ['No longer there.']
  return [
    ...severityChanges(before, after),
    ...parameterChanges(before, after),
    ...wordChanges(before, after),
  ]
}

const severityOf = ({ severity }: Check): string =>
  `${tiersInOrder.map((tier) => `${tierLabels[tier]}: ${severityNames[severity[tier]].toLowerCase()}`).join('. ')}.`

const severityChanges = (before: Check, after: Check): string[] =>
  tiersInOrder
    .filter((tier) => before.severity[tier] !== after.severity[tier])
    .map((tier) => {
      const [was, is] = [severityNames[before.severity[tier]], severityNames[after.severity[tier]]]
      return `${tierLabels[tier]}: ${is.toLowerCase()}, was ${was.toLowerCase()}.`
    })

function parameterChanges(before: Check, after: Check): string[] {
  const was = new Map(ruleWords(before.rule).map(({ name, value }) => [name, value]))
  return ruleWords(after.rule)
    .filter(({ name, value }) => was.get(name) !== value)
    .map(({ name, label, value }) => `${label}: ${value}, was ${was.get(name) ?? 'not there'}.`)
}

function wordChanges(before: Check, after: Check): string[] {
  const pairs: [string, string | null, string | null][] = [
    ['What it looks for', before.title, after.title],
    ['Reason', before.rationale, after.rationale],
    ['Message', before.words.message, after.words.message],
    ['What to do', before.words.fix, after.words.fix],
  ]
  return pairs
    .filter(([, was, is]) => was !== is)
    .map(([name, , is]) => (is ? `${name}: “${is}”` : `${name}: as its kind says.`))
}

/** Orders codes as people count: 4.9 before 4.10. */
export function byNumber(left: string, right: string): number {
  const [clause = 0, check = 0] = left.split('.').map(Number)
  const [otherClause = 0, otherCheck = 0] = right.split('.').map(Number)
  return clause - otherClause || check - otherCheck
}
