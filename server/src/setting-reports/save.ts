/** Saving a report's figures: open to its reporter while the return is not with RMEL and it is unsigned. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { holdOpen } from './report.ts'

/** What a save asks before it writes, and marks after: the report is begun. */
export function holdForSaving(context: Context, { returnId, urn }: { returnId: string; urn: string }) {
  return {
    async before(trx: Trx): Promise<void> {
      const report = await holdOpen(trx, { returnId, urn })
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
  }
}
