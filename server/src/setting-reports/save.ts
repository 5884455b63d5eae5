/** Saving a report's figures: open to its reporter while the return is not with RMEL and it is unsigned. */
import type { Db, Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import type { Return } from '../returns/store.ts'
import type { ReportAccess } from './access.ts'
import { judgeReport, openReport } from './report.ts'

type Saving = { returnId: string; urn: string } & Pick<ReportAccess, 'why'>

/** What a save asks before it writes, marks after (the report is begun), and what the checks say of the report. */
export function holdForSaving(context: Context, { returnId, urn, why }: Saving) {
  return {
    async before(trx: Trx, dataReturn: Return): Promise<void> {
      // Only now, after a repeat has had the answer it had before.
      if (why) throw new Problem(why)
      const report = await openReport(trx, dataReturn, { returnId, urn })
      if (report.status === 'signed-off') throw new Problem('report-signed-off')
    },
    async after(trx: Trx): Promise<void> {
      await trx
        .updateTable('setting_reports')
        .set({ status: 'in-progress', missingReason: null, missingText: null, changedAt: context.now() })
        .where('returnId', '=', returnId)
        .where('urn', '=', urn)
        .execute()
    },
    judge: (db: Db | Trx) => judgeReport(context, db, { returnId, urn }),
  }
}
