/** A setting takes part in a borough's grant from a day, until a day: several boroughs, where it serves them. */
import type { Trx } from '@inclusion/db/open'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { EndPart, TakePart } from '@inclusion/shared/settings/forms'
import { wrongPart, type Part } from '@inclusion/shared/settings/reporting'
import type { Context } from '../context.ts'
import { change, type Act } from '../trust/change.ts'
import { holdSetting, wrong } from './hold.ts'
import type { Recorded } from './record.ts'
import { settleReports } from './settle-reports.ts'
import { findGrants, findParts, storePart } from './store.ts'

type By = { urn: string; actor: Actor }

/** Records a part. Throws `invalid-request` for a grant that takes no settings, or days that do not fit. */
export function takePart(context: Context, act: Act, part: TakePart & By): Promise<Recorded> {
  const { urn, revision, grantId, startsOn, endsBefore } = part
  return change(context, act, async (trx, note) => {
    await refuseForeign(trx, part)
    await holdPart(trx, part)
    await storePart(trx, { grantId, urn, startsOn, endsBefore })
    const returns = await settleReports(context, trx, [urn])
    note({ grantId, startsOn, endsBefore, returns })
    return { urn, revision: revision + 1, returns }
  })
}

/**
 * Gives the part that began on a day another end, or none. Where it ends on the day it began it was recorded by
 * mistake, and is none any more. Throws `invalid-request` where there is no such part.
 */
export function endPart(context: Context, act: Act, part: EndPart & By): Promise<Recorded> {
  const { urn, revision, grantId, startsOn, endsBefore } = part
  return change(context, act, async (trx, note) => {
    await refuseForeign(trx, part)
    const before = await holdEnding(trx, part)
    await storePart(trx, { grantId, urn, startsOn, endsBefore })
    const returns = await settleReports(context, trx, [urn])
    note({ grantId, startsOn, endsBefore, endedBefore: before.endsBefore, returns })
    return { urn, revision: revision + 1, returns }
  })
}

async function refuseForeign(trx: Trx, { grantId, actor }: TakePart & By): Promise<void> {
  const grant = (await findGrants(trx)).find(({ id }) => id === grantId)
  if (grant && allowedOn(actor, 'settings.manage', grant)) return
  const message = 'Choose an active grant of a programme to which settings report.'
  throw wrong({ field: 'grantId', message })
}

/** Holds the setting, and a new part against its other parts in the grant. */
async function holdPart(trx: Trx, part: TakePart & By): Promise<void> {
  const { urn, revision } = part
  const place = (await holdSetting(trx, { urn, revision })).get(urn)
  const fault = place && wrongPart(place, part, await partsIn(trx, part))
  if (fault) throw wrong(fault)
}

/** Holds the setting, and answers the part as it is. What is taken back whole fits whatever else there is. */
async function holdEnding(trx: Trx, part: EndPart & By): Promise<Part> {
  const { urn, revision, startsOn, endsBefore } = part
  const place = (await holdSetting(trx, { urn, revision })).get(urn)
  const parts = await partsIn(trx, part)
  const before = parts.find((each) => each.startsOn === startsOn)
  if (!before) throw wrong({ field: 'startsOn', message: 'It takes no part from that day.' })
  const others = parts.filter((each) => each !== before)
  const fault = place && endsBefore !== startsOn && wrongPart(place, part, others)
  if (fault) throw wrong(fault)
  return before
}

const partsIn = (trx: Trx, { urn, grantId }: { urn: string; grantId: string }) =>
  findParts(trx, { urns: [urn], grantIds: [grantId] })
