/** A setting is recorded, and has a last day. Nothing that was recorded is ever deleted. */
import { Problem } from '@inclusion/shared/problems'
import type { CloseSetting, NewSetting } from '@inclusion/shared/settings/forms'
import { wrongClosure } from '@inclusion/shared/settings/succession'
import { shortDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { change, type Act } from '../trust/change.ts'
import { holdSetting, wrong } from './hold.ts'
import { settleReports, type SettledReturn } from './settle-reports.ts'

/** What became of it: the setting's revision now, and the open returns that it changed. */
export type Recorded = { urn: string; revision: number; returns: SettledReturn[] }

/** Records a setting. Throws `setting-recorded` for a URN that there is, `invalid-request` for another's number. */
export function recordSetting(context: Context, act: Act, setting: NewSetting): Promise<Recorded> {
  return change(context, act, async (trx, note) => {
    const { urn, laestab, gssCode } = setting
    const authority = await trx
      .selectFrom('authorities')
      .select(['name', 'dfeCode'])
      .where('gssCode', '=', gssCode)
      .executeTakeFirst()
    if (!authority) throw wrong({ field: 'gssCode', message: 'Choose the authority it lies in.' })
    if (!laestab.startsWith(authority.dfeCode)) {
      const message = `DfE numbers of ${authority.name} begin with ${authority.dfeCode}. Check the number and the authority.`
      throw wrong({ field: 'laestab', message })
    }
    const source = `Recorded in this service on ${shortDate(today(context))}`
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('settings')
      .values({ ...setting, closedOn: null, successorUrn: null, source })
      .onConflict((conflict) => conflict.column('urn').doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) {
      const message = 'A setting with this URN is recorded already. Look it up in the list.'
      throw new Problem('setting-recorded', { errors: [{ field: 'urn', message }] })
    }
    note({ urn, laestab, type: setting.type, gssCode, openedOn: setting.openedOn })
    return { urn, revision: 0, returns: [] }
  })
}

type Closing = CloseSetting & { urn: string }

/** Records the last day of a setting, or that it is open after all. Reports that nobody has begun follow. */
export function closeSetting(
  context: Context,
  act: Act,
  { urn, revision, closedOn }: Closing,
): Promise<Recorded> {
  return change(context, act, async (trx, note) => {
    const places = await holdSetting(trx, { urn, revision })
    const fault = wrongClosure(places, urn, closedOn)
    if (fault) throw wrong(fault)
    await trx.updateTable('settings').set({ closedOn }).where('urn', '=', urn).execute()
    const returns = await settleReports(context, trx, [urn])
    note({ closedOn, returns })
    return { urn, revision: revision + 1, returns }
  })
}
