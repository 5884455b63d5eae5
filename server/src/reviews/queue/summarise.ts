/** What the queue says of a version, worked out once: in the transaction that files it, or later for older ones. */
import { upsertRows, type RowTypes } from '@inclusion/db/insert-rows'
import type { Db, Trx } from '@inclusion/db/open'
import type { FilingSummaryRow } from '@inclusion/db/tables/queue'
import { sinceLast } from '@inclusion/shared/movements/since-last'
import { sizeOfChange, type Largest, type SizeOfChange } from '@inclusion/shared/movements/size'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Finding } from '@inclusion/shared/standards/finding'
import { scoreOf } from '@inclusion/shared/standards/score'
import { findLastFiled } from '../../returns/last-filed.ts'
import type { LoadedReturn } from '../../returns/load.ts'

type Filed = {
  loaded: LoadedReturn
  /** The return as it was filed. */
  input: CheckInput
  findings: readonly Finding[]
  version: number
}

/** Puts the summary of the version filed last in the place of the one before; `keep` leaves one that is there. */
export async function storeSummary(db: Db | Trx, filed: Filed, how: { keep?: true } = {}): Promise<void> {
  const row = await summaryOf(db, filed)
  await upsertRows(db, 'filing_summaries', [{ ...row }], { columns: shape, key: ['returnId'], ...how })
}

const shape: RowTypes = {
  returnId: 'text',
  version: 'number',
  clausesAsked: 'number',
  clausesMet: 'number',
  explained: 'number',
  waived: 'number',
  noted: 'number',
  compared: 'number',
  large: 'number',
  gone: 'number',
  largestName: 'text',
  largestTimes: 'number',
  largestIsKnown: 'number',
}

async function summaryOf(
  db: Db | Trx,
  { loaded, input, findings, version }: Filed,
): Promise<FilingSummaryRow> {
  const { head, standard, asked } = loaded
  const since = sinceLast(input, findings, await findLastFiled(db, loaded))
  const score = scoreOf(standard, head.tier, findings)
  const demanding = findings.filter(({ severity }) => severity !== 'note')
  return {
    returnId: head.id,
    version,
    clausesAsked: score.asked,
    clausesMet: score.met,
    explained: demanding.filter(({ waiver }) => !waiver).length,
    waived: demanding.filter(({ waiver }) => waiver).length,
    noted: findings.length - demanding.length,
    ...sizeColumns(since ? sizeOfChange(since, asked) : nothingBefore),
  }
}

const nothingBefore: SizeOfChange = { compared: 0, large: 0, gone: 0, largest: null }

const sizeColumns = ({ largest, ...counts }: SizeOfChange) => ({
  ...counts,
  largestName: largest?.name ?? null,
  largestTimes: largest?.times ?? null,
  largestIsKnown: largest ? isKnown(largest) : null,
})

const isKnown = (largest: Largest): 0 | 1 => (largest.isKnown ? 1 : 0)
