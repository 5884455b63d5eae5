/** Editions of the Monitoring Minimum Standards, their checks, waivers, back-tests and track record. */
import type { Generated } from 'kysely'

export interface StandardRow {
  id: string
  name: string
  status: 'draft' | 'published'
  effectiveFrom: string
  clauses: string
  publishedAt: string | null
  basedOn: string | null
  summary: Generated<string>
  /** Moves with every change of a draft, so that a back-test says which draft it is of. */
  revision: Generated<number>
  /** Null for an edition that ships with the service. */
  createdBy: string | null
  createdAt: string | null
  proposedBy: string | null
  proposedAt: string | null
  approvedBy: string | null
  /** Who did not approve it when it was last proposed, and why; null once it is proposed again. */
  refusedBy: string | null
  refusal: string | null
}

export interface CheckRow {
  standardId: string
  code: string
  position: number
  body: string
}

/** A null scope means any: any programme, any authority, any setting, any indicator. */
export interface WaiverRow {
  id: string
  checkCode: string
  programme: string | null
  gssCode: string | null
  urn: string | null
  indicator: string | null
  reason: string
  /** The last London date on which it counts. */
  until: string
  status: 'requested' | 'withdrawn' | 'approved' | 'refused' | 'ended'
  requestedBy: string
  requestedAt: string
  decidedBy: string | null
  decidedAt: string | null
  decisionNote: string | null
  endedBy: string | null
  endedAt: string | null
}

/** What became of one finding at one place: open while `outcome` is null. */
export interface FindingRecordRow {
  returnId: string
  checkCode: string
  locator: string
  firedAt: string
  standardId: string
  severity: 'block' | 'explain' | 'note'
  endedAt: string | null
  outcome: 'fixed' | 'explained' | 'waived' | null
}

export interface CheckFailureRow {
  standardId: string
  checkCode: string
  returnId: string
  failedAt: string
}

/** Peer summaries as a return was given them (JSON). */
export interface PeerSummaryRow {
  returnId: string
  summaries: string
  madeAt: string
}

export interface BackTestRow {
  id: string
  standardId: string
  revision: number
  status: 'running' | 'finished' | 'failed'
  total: number
  startedBy: string
  startedAt: string
  finishedAt: string | null
}

/** What both editions find in one return: JSON of [check, locator, severity, message]. */
export interface BackTestResultRow {
  backTestId: string
  returnId: string
  present: string
  draft: string
}
