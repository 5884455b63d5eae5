/** The dry run: what a borough's lead will see of an amendment, before anything of it is there. Nothing stays. */
import type { Trx } from '@inclusion/db/open'
import type { AmendmentFault } from '@inclusion/shared/framework/amendment'
import type { DryRunRequest } from '@inclusion/shared/framework/amendment-requests'
import { errorsFirst, faultsOf, hasErrors } from '@inclusion/shared/framework/faults'
import { nameOf } from '@inclusion/shared/framework/faults/grants'
import type { Ground } from '@inclusion/shared/framework/ground'
import { isAskedIn, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { asksIn, type Tier } from '@inclusion/shared/framework/tiers'
import { touchedReturns, type Touched } from '@inclusion/shared/framework/touched'
import { periodLabel, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { lockProgramme } from '../framework/store.ts'
import { tierOfGrant } from '../returns/open.ts'
import { rehearse } from '../trust/change.ts'
import { seeable } from './allow-amendment.ts'
import { applyAmendment } from './apply.ts'
import { loadGround } from './load-ground.ts'
import { viewSeen, type Seen } from './seen.ts'
import { findAmendment, type Amendment } from './store.ts'
import { checkFaults, findGrant, openTried } from './try.ts'

export type TouchedPeriod = {
  id: PeriodId
  label: string
  opensOn: string
  dueOn: string
  returns: number
}

export type DryRun = {
  faults: AmendmentFault[]
  /** How much of what is yet to be opened it changes. */
  touches: { boroughs: number; returns: number; periods: TouchedPeriod[] }
  /** Whose return can be tried, and for which periods. */
  places: { gssCode: string; name: string; periods: PeriodId[] }[]
  /** Null where errors stop it, or where it touches nobody. */
  seen: Seen | null
}

/** Tries an amendment on one return. Throws `not-found`, or `invalid-request` for a return that it does not touch. */
export async function dryRun(
  context: Context,
  actor: Actor,
  { id, ...wanted }: DryRunRequest & { id: string },
): Promise<DryRun> {
  const amendment = seeable(await findAmendment(context.db, id), actor)
  if (amendment.status === 'published') throw new Problem('amendment-published')
  if (amendment.status === 'discarded') throw new Problem('amendment-discarded')
  return rehearse(context, (trx) => tryOn(context, trx, amendment, wanted))
}

async function tryOn(
  context: Context,
  trx: Trx,
  { id, programme, content }: Amendment,
  wanted: DryRunRequest,
): Promise<DryRun> {
  await lockProgramme(trx, programme)
  const ground = await loadGround(context, trx, programme, id)
  const faults = faultsOf(content, ground)
  const all = touchedReturns(content, ground)
  const about = { touches: touchesOf(all), places: placesOf(all, ground) }
  const touched = choose(all, wanted)
  if (hasErrors(faults) || !touched) return { faults, ...about, seen: null }
  const tier = await tierNow(trx, programme, touched)
  await applyAmendment(trx, { programme, content }, context.now())
  const loaded = await openTried(context, trx, { programme, touched })
  const before = askedToday(ground, touched.periodId, tier ?? loaded.head.tier)
  const seen = await viewSeen(context, trx, { loaded, touched, before, tierNow: tier })
  return { faults: errorsFirst([...faults, ...checkFaults(loaded)]), ...about, seen }
}

function choose(all: readonly Touched[], { gssCode, periodId }: DryRunRequest): Touched | undefined {
  const chosen = all.find(
    (touched) =>
      (gssCode === null || touched.gssCode === gssCode) &&
      (periodId === null || touched.periodId === periodId),
  )
  if (!chosen && all.length > 0) {
    const field = gssCode !== null ? 'gssCode' : 'periodId'
    const message = 'This amendment touches nothing of that return. Choose another authority or period'
    throw new Problem('invalid-request', { errors: [{ field, message }] })
  }
  return chosen
}

function touchesOf(all: readonly Touched[]): DryRun['touches'] {
  const periods = [...Map.groupBy(all, ({ periodId }) => periodId)].map(([id, of]) => ({
    id,
    label: periodLabel(id),
    returns: of.length,
    opensOn: of[0]!.opensOn,
    dueOn: of[0]!.dueOn,
  }))
  return { boroughs: new Set(all.map(({ gssCode }) => gssCode)).size, returns: all.length, periods }
}

const placesOf = (all: readonly Touched[], ground: Ground): DryRun['places'] =>
  [...Map.groupBy(all, ({ gssCode }) => gssCode)]
    .map(([gssCode, of]) => ({
      gssCode,
      name: nameOf(ground, gssCode),
      periods: of.map(({ periodId }) => periodId),
    }))
    .toSorted((left, right) => left.name.localeCompare(right.name))

/** The tier of the grant as it is today; null where there is none yet. */
async function tierNow(trx: Trx, programme: string, { gssCode }: Touched): Promise<Tier | null> {
  const grant = await findGrant(trx, programme, gssCode)
  return grant ? tierOfGrant(trx, grant.id) : null
}

/** What is asked today in a tier and a period. An authority that joins is held against what the others are asked. */
function askedToday({ definitions }: Ground, periodId: PeriodId, tier: Tier): IndicatorDefinition[] {
  const { ordinal, startsOn } = periodOf(periodId)
  const inForce = definitions.filter(({ effectiveFrom }) => periodOf(effectiveFrom).startsOn <= startsOn)
  const latest = new Map(inForce.map((definition) => [definition.indicator, definition]))
  return [...latest.values()].filter(
    (definition) => asksIn(definition.askedFrom, tier) && isAskedIn(definition, ordinal),
  )
}
