/** A setting takes part in a borough's grant from a day, until a day: several boroughs, where it serves them. */
import type { Trx } from '@inclusion/db/open'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { EndPart, TakePart } from '@inclusion/shared/settings/forms'
import { wrongPart } from '@inclusion/shared/settings/reporting'
import type { Context } from '../context.ts'
import { change, type Act } from '../trust/change.ts'
import { holdSetting, wrong } from './hold.ts'
import type { Recorded } from './record.ts'
import { settleReports } from './settle-reports.ts'
import { findGrants, findParts } from './store.ts'

type By = { urn: string; actor: Actor }

/** Records a part. Throws `invalid-request` for a grant that takes no settings, or days that do not fit. */
export function takePart(context: Context, act: Act, part: TakePart & By): Promise<Recorded> {
  const { urn, revision, grantId, startsOn, endsBefore } = part
  return change(context, act, async (trx, note) => {
    await refuseForeign(trx, part)
    await holdPart(trx, part, [])
    await trx.insertInto('grant_settings').values({ grantId, urn, startsOn, endsBefore }).execute()
    const returns = await settleReports(context, trx, [urn])
    note({ grantId, startsOn, endsBefore, returns })
    return { urn, revision: revision + 1, returns }
  })
}

/** Gives the part that began on a day another end, or none. Throws `invalid-request` where there is none. */
export function endPart(context: Context, act: Act, part: EndPart & By): Promise<Recorded> {
  const { urn, revision, grantId, startsOn, endsBefore } = part
  return change(context, act, async (trx, note) => {
    await refuseForeign(trx, part)
    await holdPart(trx, part, [startsOn])
    const { numUpdatedRows } = await trx
      .updateTable('grant_settings')
      .set({ endsBefore })
      .where('grantId', '=', grantId)
      .where('urn', '=', urn)
      .where('startsOn', '=', startsOn)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw wrong({ field: 'startsOn', message: 'It takes no part from that day.' })
    const returns = await settleReports(context, trx, [urn])
    note({ grantId, startsOn, endsBefore, returns })
    return { urn, revision: revision + 1, returns }
  })
}

async function refuseForeign(trx: Trx, { grantId, actor }: TakePart & By): Promise<void> {
  const grant = (await findGrants(trx)).find(({ id }) => id === grantId)
  if (grant && allowedOn(actor, 'settings.manage', grant)) return
  const message = 'Choose an active grant of a programme to which settings report.'
  throw wrong({ field: 'grantId', message })
}

/** Holds the setting, and its part against its other parts in the grant: all but those that begin on `but`. */
async function holdPart(trx: Trx, part: TakePart & By, but: readonly string[]): Promise<void> {
  const { urn, revision, grantId } = part
  const place = (await holdSetting(trx, { urn, revision })).get(urn)
  const parts = await findParts(trx, { urns: [urn], grantIds: [grantId] })
  const others = parts.filter(({ startsOn }) => !but.includes(startsOn))
  const fault = place && wrongPart(place, part, others)
  if (fault) throw wrong(fault)
}
