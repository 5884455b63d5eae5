/** Reviews and the questions they raise on figures. */
import type { Generated } from 'kysely'

/** Who ever helped to file a return: written by the database with what they entered, signed or sent. */
export interface ReturnFilerRow {
  returnId: string
  personId: string
}

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

/** Append-only. `toPerson` is null where the review went back to the queue, `handedBy` where the service did it. */
export interface ReviewHandOverRow {
  id: string
  reviewId: string
  returnId: string
  fromPerson: string
  toPerson: string | null
  reason: string | null
  handedBy: string | null
  handedAt: string
}

/** Append-only: the one with the highest number is what holds of a figure of a version. */
export interface FigureDecisionRow {
  returnId: string
  version: number
  locator: string
  number: number
  decision: 'accept' | 'accept-explained' | 'question' | 'request-change' | 'undecided'
  note: string | null
  queryId: string | null
  decidedBy: string
  decidedAt: string
}

export interface ReopenRequestRow {
  id: string
  returnId: string
  version: number
  reason: string
  locators: string
  askedBy: string
  askedAt: string
  outcome: 'reopened' | 'declined' | null
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
}
