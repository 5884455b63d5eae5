/**
 * What became of findings, check by check: when one fired, and whether the figure was fixed, explained or
 * waived. Written in the transaction that moved the figures, so that the track record is of what people saw.
 */
import { upsertRows } from '@inclusion/db/insert-rows'
import type { Trx } from '@inclusion/db/open'
import type { FindingRecordRow } from '@inclusion/db/tables/standards'
import { isBlank, type Finding } from '@inclusion/shared/standards/finding'
import type { Context } from '../context.ts'
import { findStandard } from './find-standard.ts'
import type { ReturnHead } from '../returns/store.ts'

/**
 * When findings were made. `entry`: while figures are filled in, when a blank is no finding to fix yet;
 * `filing`: the return is sent; `signing`: it is submitted, and the signing checks were made too.
 */
export type RecordedAt = 'entry' | 'filing' | 'signing'

type Key = Pick<FindingRecordRow, 'checkCode' | 'locator'>

/**
 * Keeps `finding_records` true to all the findings of a whole return, never those of one setting alone. One
 * statement to read; one to write, where something changed.
 */
export async function recordFindings(
  { now }: Pick<Context, 'now'>,
  trx: Trx,
  { id, standardId, at = 'entry' }: Pick<ReturnHead, 'id' | 'standardId'> & { at?: RecordedAt },
  findings: readonly Finding[],
): Promise<void> {
  const records = await findRecords(trx, id, at)
  const known = Map.groupBy(records, keyOf)
  const open = records.filter(({ endedAt }) => endedAt === null)
  const standing = new Map(findings.map((finding) => [keyOf(placeOf(finding)), finding]))
  const moment = now()
  const start = { returnId: id, firedAt: moment, standardId, endedAt: null, outcome: null }
  const fired = [...standing.values()]
    .filter((finding) => isNew(finding, at, known.get(keyOf(placeOf(finding)))))
    .map((finding) => ({ ...placeOf(finding), ...start, severity: finding.severity }))
  const judged = await judgedBy(trx, { standardId, at, findings }, open, standing)
  const over = [...open.filter(judged), ...fired].flatMap((record) => {
    const outcome = outcomeOf(standing.get(keyOf(record)))
    return outcome === null ? [] : [{ ...record, endedAt: moment, outcome }]
  })
  // In one order for everybody, so that two transactions never wait for each other's rows.
  const changed = new Map([...fired, ...over].map((row) => [`${keyOf(row)} ${row.firedAt}`, row]))
  const rows = [...changed.values()].toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
  await upsertRows(trx, 'finding_records', rows, shape)
}

/** The open records of a return; at signing those that ended too, for what was answered once stays so. */
function findRecords(trx: Trx, returnId: string, at: RecordedAt) {
  const records = trx.selectFrom('finding_records').selectAll().where('returnId', '=', returnId)
  return (at === 'signing' ? records : records.where('endedAt', 'is', null)).execute()
}

/**
 * Whether a finding begins a record: it demands something, or tells, and none is open. What only signing
 * shows is answered in the same act: it counts once, with its answer.
 */
function isNew(finding: Finding, at: RecordedAt, own: readonly FindingRecordRow[] = []): boolean {
  if (own.some(({ endedAt }) => endedAt === null)) return false
  const outcome = outcomeOf(finding)
  if (outcome === null) return at !== 'entry' || !isBlank(finding)
  return at === 'signing' && finding.stage === 'signing' && !own.some((record) => record.outcome === outcome)
}

/** One that fires again in the very instant in which it fired before has the same key: it is open again. */
const shape = {
  columns: {
    returnId: 'text',
    checkCode: 'text',
    locator: 'text',
    firedAt: 'text',
    standardId: 'text',
    severity: 'text',
    endedAt: 'text',
    outcome: 'text',
  },
  key: ['returnId', 'checkCode', 'locator', 'firedAt'],
} satisfies Parameters<typeof upsertRows>[3]

const placeOf = ({ check, locator }: Finding): Key => ({ checkCode: check, locator: locator ?? '' })
const keyOf = ({ checkCode, locator }: Key): string => `${checkCode} ${locator}`

/** What ends the record of a finding; null while it demands something, or tells. */
function outcomeOf(finding: Finding | undefined): FindingRecordRow['outcome'] {
  if (!finding) return 'fixed'
  if (finding.waiver) return 'waived'
  return finding.severity === 'explain' && finding.explanation ? 'explained' : null
}

/**
 * The open records that these findings can end. A check that could not be made says nothing of its figures,
 * and neither does a signing check where nobody signs.
 */
async function judgedBy(
  trx: Trx,
  { standardId, at, findings }: { standardId: string; at: RecordedAt; findings: readonly Finding[] },
  open: readonly Key[],
  standing: ReadonlyMap<string, Finding>,
): Promise<(record: Key) => boolean> {
  const failed = new Set(findings.filter(({ failedClosed }) => failedClosed).map(({ check }) => check))
  const isGone = (record: Key) => !standing.has(keyOf(record))
  const signing = new Set<string>()
  if (at !== 'signing' && open.some(isGone)) {
    const { checks } = await findStandard(trx, standardId)
    for (const { code, stage } of checks) if (stage === 'signing') signing.add(code)
  }
  return (record) => !isGone(record) || !(failed.has(record.checkCode) || signing.has(record.checkCode))
}
