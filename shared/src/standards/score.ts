/**
 * The standards score of a return: how many clauses it meets, in proportion to its tier. A clause counts only
 * where a check of it is asked in that tier; what is only noted takes nothing away.
 */
import type { Tier } from '../framework/tiers.ts'
import type { Standard } from './check.ts'
import { isOutstanding, type Finding } from './finding.ts'

export const clauseStates = ['met', 'met-with-explanation', 'waived', 'not-met', 'not-asked'] as const
export type ClauseState = (typeof clauseStates)[number]

export type ClauseScore = {
  clause: string
  name: string
  state: ClauseState
  /** Checks of the clause that are asked in this tier. */
  checks: number
  /** What stands behind the state, in the words of the findings: the worst first. */
  reasons: string[]
}

export type StandardsScore = {
  /** Clauses asked in this tier, and how many of them are met, with an explanation or a waiver too. */
  asked: number
  met: number
  clauses: ClauseScore[]
}

/** The score of a return from all its findings, those of the signing stage too where it is signed. */
export function scoreOf(standard: Standard, tier: Tier, findings: readonly Finding[]): StandardsScore {
  const byClause = Map.groupBy(findings, ({ clause }) => clause)
  const clauses = standard.clauses.map(({ number, name }): ClauseScore => {
    const checks = standard.checks.filter(
      ({ clause, severity }) => clause === number && severity[tier] !== 'off',
    ).length
    return { clause: number, name, checks, ...stateOf(checks, byClause.get(number) ?? []) }
  })
  const asked = clauses.filter(({ state }) => state !== 'not-asked')
  return { asked: asked.length, met: asked.filter(({ state }) => state !== 'not-met').length, clauses }
}

function stateOf(checks: number, findings: readonly Finding[]): Pick<ClauseScore, 'state' | 'reasons'> {
  const said = (chosen: readonly Finding[]) => chosen.map(({ message }) => message)
  const open = findings.filter(isOutstanding)
  if (open.length > 0) return { state: 'not-met', reasons: said(open) }
  const waived = findings.filter(({ waiver, severity }) => waiver && severity !== 'note')
  if (waived.length > 0) return { state: 'waived', reasons: said(waived) }
  const explained = findings.filter(({ explanation }) => explanation !== null)
  if (explained.length > 0) return { state: 'met-with-explanation', reasons: said(explained) }
  return { state: checks === 0 ? 'not-asked' : 'met', reasons: [] }
}
