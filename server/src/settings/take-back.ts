/** A succession that was recorded by mistake is taken back, while no report has come of it. */
import type { Trx } from '@inclusion/db/open'
import { periodLabel } from '@inclusion/shared/periods'
import type { TakeBackSuccession } from '@inclusion/shared/settings/forms'
import { wrongPart } from '@inclusion/shared/settings/reporting'
import {
  predecessorsOf,
  wrongTakingBack,
  type Place,
  type Places,
} from '@inclusion/shared/settings/succession'
import type { LocalDate } from '@inclusion/shared/time'
import type { Context } from '../context.ts'
import { change, type Act } from '../trust/change.ts'
import { holdSetting, wrong } from './hold.ts'
import type { Recorded } from './record.ts'
import { reportingFor, settleReports } from './settle-reports.ts'
import { findParts, findSettings, storePart, type StoredPart } from './store.ts'
import { takeOver, type HandedOver } from './succeed.ts'

/**
 * Gives a setting back its last day and its parts as they were, and takes from its successor what came with
 * the succession. What was changed since stays. Throws `invalid-request` where there is no successor, where
 * that one has a successor itself, and where a report that came to it is begun.
 */
export function takeBackSuccession(
  context: Context,
  act: Act,
  { urn, revision }: TakeBackSuccession & { urn: string },
): Promise<Recorded> {
  return change(context, act, async (trx, note) => {
    const seen = (await findSettings(trx)).find((each) => each.urn === urn)
    const also = seen?.successorUrn ?? urn
    const places = await holdSetting(trx, { urn, revision, also })
    const fault = wrongTakingBack(places, urn)
    if (fault) throw wrong(fault)
    const old = places.get(urn)!
    const asked = await findAsked(trx, also, old.succeededOn!)
    const handedOver = await handedOverBy(trx, urn)
    const closedOn = await giveBack(trx, { old, places, handedOver })
    const returns = await settleReports(context, trx, [urn, also])
    await refuseBegun(trx, { asked, old, successor: places.get(also)! })
    note({ successorUrn: also, succeededOn: old.succeededOn, closedOn, returns })
    return { urn, revision: revision + 1, returns }
  })
}

/** What the succession changed, from its event; null of one that was not recorded in this service. */
async function handedOverBy(trx: Trx, urn: string): Promise<HandedOver | null> {
  const event = await trx
    .selectFrom('audit_events')
    .select('detail')
    .where('subject', '=', `setting:${urn}`)
    .where('action', '=', 'setting.succeed')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return event ? (JSON.parse(event.detail) as HandedOver) : null
}

type GivingBack = { old: Place; places: Places; handedOver: HandedOver | null }

/** Answers the last day that the setting has then. */
async function giveBack(trx: Trx, { old, places, handedOver }: GivingBack): Promise<LocalDate | null> {
  const closedOn = handedOver?.closedOn === old.closedOn ? handedOver.closedBefore : old.closedOn
  await trx
    .updateTable('settings')
    .set({ successorUrn: null, succeededOn: null, closedOn })
    .where('urn', '=', old.urn)
    .execute()
  const { ended = [], begun = [] } = handedOver ?? {}
  for (const part of ended) await restore(trx, { ...old, closedOn }, part, old.succeededOn!)
  const others = predecessorsOf(places, old.successorUrn!).filter(({ urn }) => urn !== old.urn)
  for (const part of begun) await takeAway(trx, part, others)
  return closedOn
}

/** Gives a part its end again, where it still ends on the day and no other part has come in its place. */
async function restore(trx: Trx, place: Place, part: StoredPart, succeededOn: LocalDate): Promise<void> {
  const parts = await findParts(trx, { urns: [part.urn], grantIds: [part.grantId] })
  const now = parts.find(({ startsOn }) => startsOn === part.startsOn)
  if (now?.endsBefore !== succeededOn) return
  const others = parts.filter((each) => each !== now)
  if (wrongPart(place, part, others) === null) await storePart(trx, part)
}

/** Takes a part from the successor that it had by the succession, but for what it has by another one too. */
async function takeAway(trx: Trx, part: StoredPart, predecessors: readonly Place[]): Promise<void> {
  const { grantId, urn, startsOn, endsBefore } = part
  const now = await findParts(trx, { urns: [urn], grantIds: [grantId] })
  if (!now.some((each) => each.startsOn === startsOn && each.endsBefore === endsBefore)) return
  await storePart(trx, { ...part, endsBefore: startsOn })
  for (const { urn: other, succeededOn } of predecessors) {
    const theirs = await findParts(trx, { urns: [other], grantIds: [grantId] })
    const from = theirs.find((each) => each.endsBefore === succeededOn)?.endsBefore
    if (!from || (endsBefore !== null && from >= endsBefore)) continue
    await takeOver(trx, { grantId, urn, startsOn: from, endsBefore })
  }
}

type Asked = { returnId: string; grantId: string; periodId: string; authority: string }

/** The reports that a setting has, begun or not, and is asked for as things stand, in periods since the day. */
async function findAsked(trx: Trx, urn: string, since: LocalDate): Promise<Asked[]> {
  const reports = await reportsSince(trx, urn, since)
  const asked: Asked[] = []
  for (const report of reports) if (await isAsked(trx, report, urn)) asked.push(report)
  return asked
}

const isAsked = async (trx: Trx, report: Asked, urn: string): Promise<boolean> =>
  (await reportingFor(trx, report)).some((reporting) => reporting.urn === urn)

function reportsSince(trx: Trx, urn: string, since: LocalDate) {
  return trx
    .selectFrom('setting_reports')
    .innerJoin('returns', 'returns.id', 'setting_reports.returnId')
    .innerJoin('periods', 'periods.id', 'returns.periodId')
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['returnId', 'grantId', 'periodId', 'authorities.name as authority'])
    .where('setting_reports.urn', '=', urn)
    .where('periods.endsBefore', '>', since)
    .orderBy('periods.startsOn')
    .orderBy('returnId')
    .execute()
}

/** Throws for a report that the successor is not asked for any more: it is there still, so it was begun. */
async function refuseBegun(
  trx: Trx,
  { asked, old, successor }: { asked: readonly Asked[]; old: Place; successor: Place },
): Promise<void> {
  const there = new Set(
    (await reportsSince(trx, successor.urn, old.succeededOn!)).map(({ returnId }) => returnId),
  )
  for (const report of asked.filter(({ returnId }) => there.has(returnId))) {
    if (await isAsked(trx, report, successor.urn)) continue
    const which = `${successor.name} has begun its report for ${periodLabel(report.periodId)} in ${report.authority}’s return`
    const message = `${which}, which came to it from ${old.name}. So the succession stands.`
    throw wrong({ field: 'revision', message })
  }
}
