/** One URN succeeds another: its parts in grants go on under the new one, and so do reports nobody has begun. */
import type { Trx } from '@inclusion/db/open'
import type { SucceedSetting } from '@inclusion/shared/settings/forms'
import { wrongSuccession } from '@inclusion/shared/settings/succession'
import { addDays, type LocalDate } from '@inclusion/shared/time'
import type { Context } from '../context.ts'
import { change, type Act } from '../trust/change.ts'
import { holdSetting, wrong } from './hold.ts'
import type { Recorded } from './record.ts'
import { settleReports } from './settle-reports.ts'
import { findParts, type PartInGrant } from './store.ts'

type Succession = SucceedSetting & { urn: string }

/**
 * Records a successor from a day. A setting without a last day closes on the day before. Throws
 * `invalid-request` for a circle, a second successor, or days that do not follow one another.
 */
export function succeedSetting(context: Context, act: Act, succession: Succession): Promise<Recorded> {
  const { urn, revision, successorUrn, succeededOn } = succession
  return change(context, act, async (trx, note) => {
    const places = await holdSetting(trx, { urn, revision, also: successorUrn })
    const fault = wrongSuccession(places, succession)
    if (fault) throw wrong(fault)
    const closedOn = places.get(urn)?.closedOn ?? addDays(succeededOn, -1)
    await trx
      .updateTable('settings')
      .set({ successorUrn, succeededOn, closedOn })
      .where('urn', '=', urn)
      .execute()
    const parts = await handOver(trx, { urn, successorUrn, succeededOn })
    const returns = await settleReports(context, trx, [urn, successorUrn])
    note({ successorUrn, succeededOn, closedOn, parts, returns })
    return { urn, revision: revision + 1, returns }
  })
}

type HandOver = { urn: string; successorUrn: string; succeededOn: LocalDate }

/** Ends the old parts on the day and begins the successor's, unless it takes part already. Answers the grants. */
async function handOver(trx: Trx, { urn, successorUrn, succeededOn }: HandOver): Promise<string[]> {
  const parts = await findParts(trx, { urns: [urn, successorUrn] })
  const theirs = parts.filter((part) => part.urn === successorUrn)
  const goesOn = parts.filter(
    (part) => part.urn === urn && (part.endsBefore === null || part.endsBefore > succeededOn),
  )
  for (const { grantId, startsOn, endsBefore } of goesOn) {
    const from = startsOn > succeededOn ? startsOn : succeededOn
    const next = { grantId, urn: successorUrn, startsOn: from, endsBefore }
    if (!theirs.some((part) => meets(part, next))) {
      await trx.insertInto('grant_settings').values(next).execute()
    }
    if (startsOn >= succeededOn) continue
    await trx
      .updateTable('grant_settings')
      .set({ endsBefore: succeededOn })
      .where('grantId', '=', grantId)
      .where('urn', '=', urn)
      .where('startsOn', '=', startsOn)
      .execute()
  }
  return goesOn.map(({ grantId }) => grantId)
}

type Stretch = Pick<PartInGrant, 'grantId' | 'startsOn' | 'endsBefore'>

const meets = (left: Stretch, right: Stretch): boolean =>
  left.grantId === right.grantId &&
  (left.endsBefore === null || right.startsOn < left.endsBefore) &&
  (right.endsBefore === null || left.startsOn < right.endsBefore)
