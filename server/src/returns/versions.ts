/** Immutable versions of a return: canonical JSON, its digest, and the receipt that proves it. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Attendance } from '@inclusion/shared/attendance/counts'
import { canonicalJson } from '@inclusion/shared/canonical'
import { isAnswered, type Figures } from '@inclusion/shared/figures'
import type { Finding } from '@inclusion/shared/standards/finding'
import type { PeerSummary } from '@inclusion/shared/standards/peers'
import type { Context } from '../context.ts'
import { storeSummary } from '../reviews/queue/summarise.ts'
import { sha256 } from '../trust/audit.ts'
import { checkInputOf, type LoadedReturn } from './load.ts'

export type Receipt = { reference: string; sha256: string; version: number; submittedAt: string }

/** The content of a version: what the digest covers. People appear by id only. */
export type VersionContent = {
  /** Versions before `2` do not hold the peers; those before `3` not where attendance was counted. */
  format: `inclusion-returns/version/${1 | 2 | 3}`
  return: string
  version: number
  programme: string
  authority: string
  period: string
  tier: string
  standard: string
  definitions: Record<string, number>
  figures: Figures
  attendance: Attendance[]
  settings: { urn: string; status: string; missingReason: string | null }[]
  explanations: { check: string; locator: string; reason: string; text: string }[]
  /** What boroughs of its kind reported, as the checks saw it. */
  peers?: PeerSummary[]
  sentBy: string | null
  sentAt: string | null
  certifiedBy: string
  submittedAt: string
}

type Signed = { loaded: LoadedReturn; findings: Finding[]; certifiedBy: string }

export async function writeVersion(
  context: Context,
  trx: Trx,
  { loaded, findings, certifiedBy }: Signed,
): Promise<Receipt> {
  const { head } = loaded
  const submittedAt = context.now()
  const version = (await latestVersion(trx, head.id)) + 1
  const canonical = canonicalJson(contentOf(loaded, findings, { version, certifiedBy, submittedAt }))
  const digest = sha256(canonical)
  const reference = referenceOf(digest)
  await trx
    .insertInto('return_versions')
    .values({
      returnId: head.id,
      number: version,
      reference,
      canonical,
      sha256: digest,
      findings: JSON.stringify(findings),
      standardId: head.standardId,
      sentBy: head.sentBy,
      sentAt: head.sentAt,
      certifiedBy,
      submittedAt,
    })
    .execute()
  await storeSummary(trx, { loaded, input: checkInputOf(loaded), findings, version })
  return { reference, sha256: digest, version, submittedAt }
}

/** `IR-7F3A-9C21-04BE-55D0`: the first 64 bits of the digest, so that the code itself is proof. */
const referenceOf = (digest: string): string =>
  `IR-${digest.slice(0, 16).toUpperCase().match(/.{4}/g)!.join('-')}`

function contentOf(
  loaded: LoadedReturn,
  findings: readonly Finding[],
  signed: { version: number; certifiedBy: string; submittedAt: string },
): VersionContent {
  const { head, asked, figures, reports } = loaded
  return {
    format: 'inclusion-returns/version/3',
    return: head.id,
    programme: head.programme,
    authority: head.gssCode,
    period: head.periodId,
    tier: head.tier,
    standard: head.standardId,
    definitions: Object.fromEntries(asked.map(({ indicator, edition }) => [indicator, edition])),
    figures: answeredOf(figures),
    attendance: checkInputOf(loaded).attendance,
    settings: reports.map(({ urn, status, missingReason }) => ({ urn, status, missingReason })),
    explanations: findings.flatMap(({ check, locator, explanation }) =>
      explanation ? [{ check, locator: locator ?? '', ...explanation }] : [],
    ),
    peers: loaded.parts.peers,
    sentBy: head.sentBy,
    sentAt: head.sentAt,
    ...signed,
  }
}

/** Figures that say anything, in the order of their locators. */
function answeredOf(figures: Figures): Figures {
  const answered = Object.entries(figures).filter(
    ([, figure]) => isAnswered(figure) || figure.note !== null || figure.evidence !== null,
  )
  return Object.fromEntries(answered.toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

async function latestVersion(trx: Trx, returnId: string): Promise<number> {
  const row = await trx
    .selectFrom('return_versions')
    .select(({ fn }) => fn.max('number').as('latest'))
    .where('returnId', '=', returnId)
    .executeTakeFirst()
  return row?.latest ?? 0
}

export type StoredVersion = Receipt & {
  canonical: string
  content: VersionContent
  certifiedBy: string
  sentBy: string | null
  standardId: string
  findings: Finding[]
}

/** The versions of a return, first to last. */
export async function findVersions(db: Db | Trx, returnId: string): Promise<StoredVersion[]> {
  const rows = await db
    .selectFrom('return_versions')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('number')
    .execute()
  return rows.map(({ number, canonical, findings, ...row }) => ({
    ...row,
    version: number,
    canonical,
    content: JSON.parse(canonical) as VersionContent,
    findings: JSON.parse(findings) as Finding[],
  }))
}
