/** SQL of setting reports: who has reported. */
import type { Db, Trx } from '@inclusion/db/open'

export type Report = {
  returnId: string
  urn: string
  name: string
  laestab: string
  status: 'not-started' | 'in-progress' | 'signed-off'
  signedOffBy: string | null
  signedOffAt: string | null
  onBehalf: 0 | 1
  missingReason: string | null
  missingText: string | null
  /** Who last reminded its heads, and when. */
  remindedBy: string | null
  remindedAt: string | null
  changedAt: string | null
}

/** The reports of a return's settings, by name. */
export function findReports(db: Db | Trx, returnId: string): Promise<Report[]> {
  return db
    .selectFrom('setting_reports')
    .innerJoin('settings', 'settings.urn', 'setting_reports.urn')
    .select([
      'returnId',
      'setting_reports.urn',
      'name',
      'laestab',
      'status',
      'signedOffBy',
      'signedOffAt',
      'onBehalf',
      'missingReason',
      'missingText',
      'remindedBy',
      'remindedAt',
      'changedAt',
    ])
    .where('returnId', '=', returnId)
    .orderBy('name')
    .execute()
}

/** Whether a setting reports in a return. */
export async function isReported(
  db: Db,
  { returnId, urn }: { returnId: string; urn: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('setting_reports')
    .select('urn')
    .where('returnId', '=', returnId)
    .where('urn', '=', urn)
    .executeTakeFirst()
  return found !== undefined
}
