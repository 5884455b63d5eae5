/** Audit, outbox, idempotency and facts about this installation. */
import type { Generated } from 'kysely'

export interface AuditEventRow {
  position: number
  id: string
  at: string
  personId: string | null
  action: string
  subject: string
  detail: string
  previousHash: string
  hash: string
}

/** What an event is about, beside its subject: `return:`, `figure:` or `person:` and which. For searching. */
export interface AuditSubjectRow {
  key: string
  position: number
}

export interface AuditHeadRow {
  id: number
  position: number
  hash: string
}

export interface OutboxRow {
  id: string
  recipient: string
  subject: string
  text: string
  createdAt: string
  notBefore: string
  attempts: Generated<number>
  claimedUntil: string | null
  /** When the last of it was given to the mail server: from then on nobody sends it again. */
  handedOverAt: string | null
  lastError: string | null
  sentAt: string | null
  /** Who looked at a letter that did not arrive and was done with it: it is not sent any more. */
  settledBy: Generated<string | null>
  settledAt: Generated<string | null>
}

export interface IdempotencyKeyRow {
  key: string
  personId: string
  route: string
  bodyHash: string
  response: string
  createdAt: string
}

export interface ServiceFactRow {
  name: string
  value: string
}
