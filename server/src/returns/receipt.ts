/** Receipts: proof of filing for the borough, and the check that anybody may make. */
import { periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { ReturnStatus } from '@inclusion/shared/returns'
import type { Context } from '../context.ts'
import { findReturn, namesOf } from './store.ts'
import { findVersions } from './versions.ts'

export type ReceiptView = {
  returnId: string
  programme: string
  authority: string
  period: string
  standard: string
  /** Where the return stands now: it may have been taken back, or opened again, since. */
  status: ReturnStatus
  latest: ReceiptLine
  versions: ReceiptLine[]
  dueOn: string
  /** The canonical JSON that the digest covers: the file anybody can verify. */
  canonical: string
}

export type ReceiptLine = {
  version: number
  reference: string
  sha256: string
  submittedAt: string
  sentBy: string | null
  certifiedBy: string
}

/** The receipts of a return, latest version first to hand. Throws `not-found` before it was submitted. */
export async function viewReceipt({ db }: Context, returnId: string): Promise<ReceiptView> {
  const head = await findReturn(db, returnId)
  const versions = await findVersions(db, returnId)
  const latest = versions.at(-1)
  if (!head || !latest) throw new Problem('not-found', { detail: 'This return has not been submitted yet.' })
  const names = await namesOf(
    db,
    versions.flatMap(({ certifiedBy, sentBy }) => [certifiedBy, sentBy]),
  )
  const lines = versions.map(({ version, reference, sha256, submittedAt, certifiedBy, sentBy }) => ({
    version,
    reference,
    sha256,
    submittedAt,
    sentBy: sentBy ? (names[sentBy] ?? '') : null,
    certifiedBy: names[certifiedBy] ?? '',
  }))
  const standard = await db
    .selectFrom('standards')
    .select('name')
    .where('id', '=', head.standardId)
    .executeTakeFirst()
  return {
    returnId,
    programme: head.programmeName,
    authority: head.authorityName,
    period: periodLabel(head.periodId),
    standard: standard?.name ?? head.standardId,
    status: head.status,
    latest: lines.at(-1)!,
    versions: lines,
    dueOn: head.dueOn,
    canonical: latest.canonical,
  }
}
