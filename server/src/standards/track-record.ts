/** The track record of an edition: what became of the findings of each check, over all returns under it. */
import { engineOf } from '@inclusion/db/engine'
import type { Db } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import type { CheckRecord } from '@inclusion/shared/standards/track-record'
import { sql } from 'kysely'

/** Only checks that fired: the others have done nothing yet. */
export type TrackRecord = { standardId: string; checks: CheckRecord[] }

/**
 * Adds up the records of an edition on returns of some programmes. Throws `not-found` for an edition that
 * does not exist.
 */
export async function findTrackRecord(
  db: Db,
  { standardId, programmes }: { standardId: string; programmes: readonly string[] },
): Promise<TrackRecord> {
  const known = await db.selectFrom('standards').select('id').where('id', '=', standardId).executeTakeFirst()
  if (!known) throw new Problem('not-found')
  if (programmes.length === 0) return { standardId, checks: [] }
  const rows = await db
    .selectFrom(placed(db, standardId, programmes).as('placed'))
    .select(({ fn }) => [
      'checkCode as check',
      fn.countAll<number>().as('fired'),
      countOf('fixed').as('fixed'),
      countOf('explained').as('explained'),
      countOf('waived').as('waived'),
      fn.count<number>('returnId').distinct().as('returns'),
      // The middle one, or the mean of the two in the middle.
      sql<number | null>`AVG(CASE WHEN outcome = 'fixed' AND 2 * place BETWEEN size AND size + 2
        THEN seconds END)`.as('medianSeconds'),
    ])
    .groupBy('checkCode')
    .execute()
  return { standardId, checks: rows.map(recordOf) }
}

type Row = Omit<CheckRecord, 'open' | 'medianHours'> & { medianSeconds: number | null }

const recordOf = ({ medianSeconds, ...record }: Row): CheckRecord => ({
  ...record,
  open: record.fired - record.fixed - record.explained - record.waived,
  medianHours: medianSeconds === null ? null : Math.round((medianSeconds / 3600) * 1e6) / 1e6,
})

const countOf = (outcome: 'fixed' | 'explained' | 'waived') =>
  sql<number>`COUNT(CASE WHEN outcome = ${sql.lit(outcome)} THEN 1 END)`

/** Each record with its place among those of its check that ended as it did, by the time they took. */
function placed(db: Db, standardId: string, programmes: readonly string[]) {
  const ended = sql.ref('endedAt')
  const fired = sql.ref('firedAt')
  const seconds =
    engineOf(db) === 'postgres'
      ? sql<number>`EXTRACT(EPOCH FROM ${ended}::timestamptz - ${fired}::timestamptz)::double precision`
      : sql<number>`unixepoch(${ended}, 'subsec') - unixepoch(${fired}, 'subsec')`
  const alike = sql`PARTITION BY ${sql.ref('checkCode')}, outcome`
  return db
    .selectFrom('finding_records')
    .innerJoin('returns', 'returns.id', 'finding_records.returnId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .select(['checkCode', 'returnId', 'outcome', seconds.as('seconds')])
    .select([
      sql<number>`ROW_NUMBER() OVER (${alike} ORDER BY ${seconds})`.as('place'),
      sql<number>`COUNT(*) OVER (${alike})`.as('size'),
    ])
    .where('finding_records.standardId', '=', standardId)
    .where('grants.programme', 'in', programmes)
}
