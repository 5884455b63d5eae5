/**
 * The audit trail: append-only and hash-chained. Each event's hash covers its own content and the hash
 * before it, so a change anywhere breaks the chain from there on.
 */
import { createHash } from 'node:crypto'
import type { Trx } from '@inclusion/db/open'
import { engineOf } from '@inclusion/db/engine'
import { canonicalJson } from '@inclusion/shared/canonical'
import type { Context } from '../context.ts'
import { writeKeys } from './audit-subjects.ts'

export type AuditEntry = {
  personId: string | null
  action: string
  subject: string
  detail: Record<string, unknown>
}

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** Adds one event inside the caller's transaction. The head row is the lock that keeps one chain. */
export async function appendAudit(context: Context, trx: Trx, entry: AuditEntry): Promise<void> {
  const lock = trx.selectFrom('audit_head').select(['position', 'hash']).where('id', '=', 1)
  const head = await (engineOf(trx) === 'postgres' ? lock.forUpdate() : lock).executeTakeFirstOrThrow()
  const event = {
    position: head.position + 1,
    id: context.newId(),
    at: context.now(),
    personId: entry.personId,
    action: entry.action,
    subject: entry.subject,
    detail: canonicalJson(entry.detail),
    previousHash: head.hash,
  }
  const hash = sha256(canonicalJson(event))
  await trx
    .insertInto('audit_events')
    .values({ ...event, hash })
    .execute()
  await writeKeys(trx, entry, event.position)
  await trx.updateTable('audit_head').set({ position: event.position, hash }).where('id', '=', 1).execute()
}
