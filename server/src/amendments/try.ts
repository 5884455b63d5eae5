/** An amendment tried: its rows are written and returns opened with them, inside a transaction that is taken back. */
import type { Trx } from '@inclusion/db/open'
import type { AmendmentFault } from '@inclusion/shared/framework/amendment'
import { errorsFirst, faultsOf, hasErrors } from '@inclusion/shared/framework/faults'
import type { Tier } from '@inclusion/shared/framework/tiers'
import { touchedReturns, type Touched } from '@inclusion/shared/framework/touched'
import { returnId } from '@inclusion/shared/returns'
import { filledIn } from '@inclusion/shared/standards/filled-in'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { today, type Context } from '../context.ts'
import { lockProgramme } from '../framework/store.ts'
import { checkInputOf, loadReturn, type LoadedReturn } from '../returns/load.ts'
import { openOne, tierOfGrant } from '../returns/open.ts'
import { findPeerEvidence } from '../returns/peers.ts'
import { findReturn } from '../returns/store.ts'
import { rehearse } from '../trust/change.ts'
import { applyAmendment, type Applied } from './apply.ts'
import { loadGround } from './load-ground.ts'

/**
 * The faults of an amendment, with those that only show when it is tried: one return in each tier it touches is
 * opened and judged, empty and filled in.
 */
export function tryAmendment(
  context: Context,
  { id, programme, content }: Applied & { id?: string },
): Promise<AmendmentFault[]> {
  return rehearse(context, async (trx) => {
    // Else a return might be opened while it is tried on.
    await lockProgramme(trx, programme)
    const ground = await loadGround(context, trx, programme, id)
    const faults = faultsOf(content, ground)
    if (hasErrors(faults)) return faults
    await applyAmendment(trx, { programme, content }, context.now())
    const tried = await onePerTier(trx, programme, touchedReturns(content, ground))
    for (const touched of tried)
      faults.push(...checkFaults(await openTried(context, trx, { programme, touched })))
    return errorsFirst(faults)
  })
}

async function onePerTier(trx: Trx, programme: string, all: readonly Touched[]): Promise<Touched[]> {
  const chosen = new Map<Tier, Touched>()
  const seen = new Set<string>()
  for (const touched of all) {
    if (seen.has(touched.gssCode)) continue
    seen.add(touched.gssCode)
    const { id } = await grantOf(trx, programme, touched.gssCode)
    const tier = await tierOfGrant(trx, id)
    if (!chosen.has(tier)) chosen.set(tier, touched)
  }
  return [...chosen.values()]
}

export const findGrant = (trx: Trx, programme: string, gssCode: string) =>
  trx
    .selectFrom('grants')
    .select(['id', 'cohort'])
    .where('programme', '=', programme)
    .where('gssCode', '=', gssCode)
    .executeTakeFirst()

async function grantOf(trx: Trx, programme: string, gssCode: string) {
  const grant = await findGrant(trx, programme, gssCode)
  if (!grant) throw new Error(`No grant of ${programme} for ${gssCode}`)
  return grant
}

/** Opens one return as the service will, with what stands in the transaction, and loads it; or one that is open. */
export async function openTried(
  context: Context,
  trx: Trx,
  { programme, touched }: { programme: string; touched: Touched },
): Promise<LoadedReturn> {
  const { gssCode, periodId, dueOn } = touched
  const { id: grantId, cohort } = await grantOf(trx, programme, gssCode)
  const id = returnId(grantId, periodId)
  if (await findReturn(trx, id)) return loadReturn(trx, id, today(context))
  const evidence = await findPeerEvidence(trx, { programme, periodId })
  await openOne(context, trx, {
    id,
    grantId,
    gssCode,
    cohort,
    programme,
    periodId,
    dueOn,
    evidence,
    note: () => {},
  })
  return loadReturn(trx, id, today(context))
}

/** Checks that cannot be made on a return, whatever stands in it: boroughs could not file. */
export function checkFaults(loaded: LoadedReturn): AmendmentFault[] {
  const input = checkInputOf(loaded)
  const failed = new Map<string, string>()
  for (const given of [input, filledIn(input)])
    runChecks(loaded.standard, given, (check, error) =>
      failed.set(check, error instanceof Error ? error.message : String(error)),
    )
  const { standard, head } = loaded
  return [...failed].map(([code, why]) => {
    const title = standard.checks.find((check) => check.code === code)?.title ?? ''
    return {
      severity: 'error' as const,
      field: 'content',
      message: `Check ${code} cannot be made on the ${head.tier} return of ${head.authorityName}: “${title}” (${why}).`,
    }
  })
}
