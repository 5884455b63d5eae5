/** Returns: what is being filled in, what was filed, and what was accepted. */
import type { Generated } from 'kysely'
import type { ReturnStatus } from '@inclusion/shared/returns'

export interface ReturnRow {
  id: string
  grantId: string
  periodId: string
  tier: 'light' | 'standard' | 'enhanced'
  standardId: string
  status: ReturnStatus
  sentFrom: 'in-progress' | 'changes-requested' | null
  unlocked: Generated<string>
  sentBy: string | null
  sentAt: string | null
  sentFigures: string | null
  submittedBy: string | null
  submittedAt: string | null
  takenBy: string | null
  takenAt: string | null
  acceptedBy: string | null
  acceptedAt: string | null
  declineReason: string | null
  reopenRequest: string | null
  /** The due day when it was submitted first; null before. */
  dueWhenFiled: string | null
  statusSince: string
  revision: Generated<number>
}

export interface ReturnItemRow {
  returnId: string
  indicator: string
  definitionId: string
}

export interface DataPointRow {
  returnId: string
  locator: string
  indicator: string
  urn: string | null
  category: string | null
  value: number | null
  numerator: number | null
  denominator: number | null
  people: number | null
  text: string | null
  missing: 'z' | 'x' | null
  note: string | null
  evidence: string | null
  provenance: 'typed' | 'pasted' | 'file' | 'api' | 'setting' | 'prefill'
  onBehalf: Generated<0 | 1>
  revision: number
  changedBy: string
  changedAt: string
}

export interface DraftTextRow {
  returnId: string
  locator: string
  part: string
  entered: string
}

export interface ExplanationRow {
  id: string
  returnId: string
  checkCode: string
  locator: string
  reason: string
  text: string
  inputs: string
  explainedBy: string
  explainedAt: string
  /** The last period it is expected to hold for; null for this one alone. */
  holdsUntil: string | null
}

export interface ReturnVersionRow {
  returnId: string
  number: number
  reference: string
  canonical: string
  sha256: string
  findings: string
  standardId: string
  sentBy: string | null
  sentAt: string | null
  certifiedBy: string
  submittedAt: string
}

export interface AcceptedPointRow {
  returnId: string
  locator: string
  indicator: string
  urn: string | null
  category: string | null
  value: number | null
  numerator: number | null
  denominator: number | null
  people: number | null
  text: string | null
  missing: 'z' | 'x' | null
  version: number
}

export interface RollUpRow {
  programme: string
  indicator: string
  category: string
  periodId: string
  gssCode: string
  value: number | null
  numerator: number | null
  denominator: number | null
  people: number | null
  settings: number
  /** Of the return, whose accepted figures these are. */
  version: number
}
