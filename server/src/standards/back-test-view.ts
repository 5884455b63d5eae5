/** A back-test as people see it: how far it is, what it found, and return by return. */
import { periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { findStandard } from './find-standard.ts'
import { findBackTest, findResults, type BackTestLine, type Result } from './back-test-store.ts'
import { changesOf, compare, type Change, type Comparison } from './compare.ts'
import { findEdition } from './store.ts'

export type BackTestView = BackTestLine & {
  edition: string
  /** Whether the draft is still as it was when it was tested. */
  isOfThisDraft: boolean
  /** Null until it is finished. */
  comparison: Comparison | null
}

export type TestedReturn = {
  returnId: string
  label: string
  authority: string
  period: string
  tier: string
  /** The edition it was filed under. */
  standardId: string
  changes: Change[]
}

export type TestedReturns = { returns: TestedReturn[]; more: number }

const most = 50

/** The back-test with its comparison, over the returns that the actor may see. */
export async function viewBackTest(context: Context, actor: Actor, id: string): Promise<BackTestView> {
  const line = await seeBackTest(context, id)
  const edition = await findEdition(context.db, line.standardId)
  const finished = line.status === 'finished'
  return {
    ...line,
    edition: edition?.name ?? '',
    isOfThisDraft: edition?.revision === line.revision,
    comparison: finished
      ? compare(await visibleResults(context, actor, id), await findStandard(context.db, line.standardId))
      : null,
  }
}

/**
 * The returns in which a check fired in either edition; without a check, those in which the editions differ.
 * At most 50, and how many more there are.
 */
export async function viewTestedReturns(
  context: Context,
  actor: Actor,
  { id, check, authority }: { id: string; check?: string | undefined; authority?: string | undefined },
): Promise<TestedReturns> {
  await seeBackTest(context, id)
  const results = await visibleResults(context, actor, id)
  const wanted = results
    .filter((result) => authority === undefined || result.authority.gssCode === authority)
    .map((result) => ({ result, changes: changesOf(result).filter(isWanted(check)) }))
    .filter(({ changes }) => changes.length > 0)
  const returns = wanted.slice(0, most).map(({ result, changes }) => ({
    returnId: result.returnId,
    label: `${result.authority.name}, ${result.programme}`,
    authority: result.authority.name,
    period: periodLabel(result.periodId),
    tier: result.tier,
    standardId: result.standardId,
    changes,
  }))
  return { returns, more: wanted.length - returns.length }
}

const isWanted =
  (check: string | undefined) =>
  (change: Change): boolean =>
    check === undefined ? change.what !== 'same' : change.check === check

async function seeBackTest(context: Context, id: string): Promise<BackTestLine> {
  const line = await findBackTest(context.db, id)
  if (!line) throw new Problem('not-found')
  return line
}

/** Messages hold figures, so each stays with those who may see its return. */
async function visibleResults(context: Context, actor: Actor, id: string): Promise<Result[]> {
  const results = await findResults(context.db, id)
  return results.filter(({ programmeCode, authority }) =>
    allowedOn(actor, 'return.see', { programme: programmeCode, gssCode: authority.gssCode }),
  )
}
