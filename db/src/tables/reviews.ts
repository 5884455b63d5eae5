/** Reviews and the questions they raise on figures. */
import type { Generated } from 'kysely'

export interface ReviewRow {
  id: string
  returnId: string
  version: number
  evaluator: string
  begunAt: string
  outcome: 'accepted' | 'changes-requested' | 'reopened' | null
  endedAt: string | null
  note: string | null
}

export interface DataQueryRow {
  id: string
  returnId: string
  locator: string
  status: 'open' | 'answered' | 'closed'
  /** RMEL asks the borough; the borough asks the setting's head. */
  askedOf: Generated<'borough' | 'setting'>
  openedBy: string
  openedAt: string
  changedAt: string
}

export interface QueryMessageRow {
  id: string
  queryId: string
  personId: string
  at: string
  text: string
}
