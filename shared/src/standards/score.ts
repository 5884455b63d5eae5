/**
 * The standards score of a return: how many clauses it meets, in proportion to its tier. A clause counts only
 * where a check of it asks for something in that tier; what is only noted takes nothing away.
 */
import type { Tier } from '../framework/tiers.ts'
import { longDate } from '../time.ts'
import type { Check, Standard } from './check.ts'
import { explanationReasons, isBlank, isOutstanding, type Finding } from './finding.ts'

export const clauseStates = [
  'met',
  'met-with-explanation',
  'waived',
  'not-met',
  'not-yet',
  'not-asked',
] as const
export type ClauseState = (typeof clauseStates)[number]

/** What a finding says, and what was answered: the explanation or the waiver, in words. */
export type ScoreReason = { message: string; answer: string | null }

export type ClauseScore = {
  clause: string
  name: string
  state: ClauseState
  /** Checks of the clause that ask for something in this tier. */
  checks: number
  /** What stands behind the state, in the words of the findings and in their order. */
  reasons: ScoreReason[]
}

export type StandardsScore = {
  /** Clauses asked in this tier: the sum of `states` without `not-asked`. */
  asked: number
  /** Clauses that are met, with an explanation or a waiver too. */
  met: number
  states: Record<ClauseState, number>
  clauses: ClauseScore[]
}

/**
 * The score of a return from all its findings. `filed`: as it was signed, with the findings of the signing
 * stage. `live`: while it is filled in, when what is merely blank and what is judged at signing is not yet met.
 */
export function scoreOf(
  standard: Standard,
  tier: Tier,
  findings: readonly Finding[],
  when: 'filed' | 'live' = 'filed',
): StandardsScore {
  const byClause = Map.groupBy(findings, ({ clause }) => clause)
  const clauses = standard.clauses.map(({ number, name }): ClauseScore => {
    const asking = standard.checks.filter(({ clause, severity }) => clause === number && asks(severity[tier]))
    const state = stateOf(asking, byClause.get(number) ?? [], when)
    return { clause: number, name, checks: asking.length, ...state }
  })
  const states = Object.fromEntries(
    clauseStates.map((state) => [state, clauses.filter((clause) => clause.state === state).length]),
  ) as StandardsScore['states']
  const met = states.met + states['met-with-explanation'] + states.waived
  return { asked: clauses.length - states['not-asked'], met, states, clauses }
}

const asks = (severity: Check['severity'][Tier]): boolean => severity === 'block' || severity === 'explain'

function stateOf(
  asking: readonly Check[],
  findings: readonly Finding[],
  when: 'filed' | 'live',
): Pick<ClauseScore, 'state' | 'reasons'> {
  const open = findings.filter(isOutstanding)
  const told = when === 'filed' ? open : open.filter((finding) => !isBlank(finding))
  if (told.length > 0) return { state: 'not-met', reasons: told.map(reasonOf) }
  if (open.length > 0) return { state: 'not-yet', reasons: open.map(reasonOf) }
  if (when === 'live' && asking.some(({ stage }) => stage === 'signing')) {
    const message = 'This is judged when the return is signed and submitted.'
    return { state: 'not-yet', reasons: [{ message, answer: null }] }
  }
  if (asking.length === 0) return { state: 'not-asked', reasons: [] }
  const waived = findings.filter(({ waiver, severity }) => waiver && severity !== 'note')
  const explained = findings.filter(({ explanation, waiver }) => explanation && !waiver)
  const reasons = [...waived, ...explained].map(reasonOf)
  if (waived.length > 0) return { state: 'waived', reasons }
  if (explained.length > 0) return { state: 'met-with-explanation', reasons }
  return { state: 'met', reasons: [] }
}

const reasonNames: Record<string, string> = explanationReasons

function reasonOf({ message, explanation, waiver }: Finding): ScoreReason {
  if (waiver) return { message, answer: `Waived until ${longDate(waiver.until)}: ${waiver.reason}` }
  if (!explanation) return { message, answer: null }
  return { message, answer: `${reasonNames[explanation.reason] ?? explanation.reason}: ${explanation.text}` }
}
