/** One URN succeeds another: its parts in grants go on under the new one, and so do reports nobody has begun. */
import type { Trx } from '@inclusion/db/open'
import type { SucceedSetting } from '@inclusion/shared/settings/forms'
import { uncovered } from '@inclusion/shared/settings/reporting'
import { wrongSuccession } from '@inclusion/shared/settings/succession'
import { addDays, type LocalDate } from '@inclusion/shared/time'
import type { Context } from '../context.ts'
import { change, type Act } from '../trust/change.ts'
import { holdSetting, wrong } from './hold.ts'
import type { Recorded } from './record.ts'
import { settleReports } from './settle-reports.ts'
import { findParts, storePart, type StoredPart } from './store.ts'

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
    const closedBefore = places.get(urn)?.closedOn ?? null
    const closedOn = closedBefore ?? addDays(succeededOn, -1)
    await trx
      .updateTable('settings')
      .set({ successorUrn, succeededOn, closedOn })
      .where('urn', '=', urn)
      .execute()
    const parts = await handOver(trx, { urn, successorUrn, succeededOn })
    const returns = await settleReports(context, trx, [urn, successorUrn])
    const handedOver: HandedOver = { closedBefore, closedOn, ...parts }
    note({ successorUrn, succeededOn, ...handedOver, returns })
    return { urn, revision: revision + 1, returns }
  })
}

type HandOver = { urn: string; successorUrn: string; succeededOn: LocalDate }

/** What a succession changed beside the setting itself: as its event keeps it, and as it is taken back by. */
export type HandedOver = {
  closedBefore: LocalDate | null
  closedOn: LocalDate
  /** Parts of the setting that end on the day now, as they were. */
  ended: StoredPart[]
  /** Parts that the successor has since. */
  begun: StoredPart[]
}

/** Ends the old parts on the day, and lets the successor take over what it does not take part in already. */
async function handOver(
  trx: Trx,
  { urn, successorUrn, succeededOn }: HandOver,
): Promise<Pick<HandedOver, 'ended' | 'begun'>> {
  const goesOn = (await findParts(trx, { urns: [urn] })).filter(
    ({ endsBefore }) => endsBefore === null || endsBefore > succeededOn,
  )
  const ended: StoredPart[] = []
  const begun: StoredPart[] = []
  for (const { grantId, startsOn, endsBefore } of goesOn) {
    const from = startsOn > succeededOn ? startsOn : succeededOn
    begun.push(...(await takeOver(trx, { grantId, urn: successorUrn, startsOn: from, endsBefore })))
    if (startsOn >= succeededOn) continue
    await storePart(trx, { grantId, urn, startsOn, endsBefore: succeededOn })
    ended.push({ grantId, urn, startsOn, endsBefore })
  }
  return { ended, begun }
}

/** Gives a setting a part wherever it has none yet in the stretch. Answers the parts it did not have. */
export async function takeOver(trx: Trx, { grantId, urn, ...stretch }: StoredPart): Promise<StoredPart[]> {
  const own = await findParts(trx, { urns: [urn], grantIds: [grantId] })
  const begun = uncovered(stretch, own).map((rest) => ({ grantId, urn, ...rest }))
  for (const part of begun) await storePart(trx, part)
  return begun
}
