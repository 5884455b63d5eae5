/** Review: take, request changes, accept. What RMEL decides about a submitted return. */
import type { Trx } from '@inclusion/db/open'
import { doubtWords, figuresInTheWay } from '@inclusion/shared/figure-decisions'
import type { Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import { figureName } from '../returns/figure-name.ts'
import { tell } from '../returns/tell.ts'
import { transition, type By } from '../returns/transition.ts'
import { findVersions, type StoredVersion } from '../returns/versions.ts'
import { acceptFigures } from './accept-figures.ts'
import { findDecisions, findUnderReview, requestedChanges } from './figure-decisions.ts'
import { openFigures, type Question } from './open-figures.ts'
import { closeQueries } from './queries.ts'
import { summariseLater } from './queue/summarise-filed.ts'
import { latestVersion } from './store.ts'

/** A return that is open again: nobody has sent, submitted or taken what comes next. */
export const notFiled = {
  takenBy: null,
  takenAt: null,
  submittedBy: null,
  submittedAt: null,
  sentBy: null,
  sentAt: null,
}

/** An evaluator takes the return: from here on it cannot be withdrawn. */
export function take(context: Context, by: By, returnId: string) {
  return transition(context, by, { returnId, action: 'take' }, async ({ trx, actor }) => {
    const { version } = await latestVersion(trx, returnId)
    await trx
      .insertInto('reviews')
      .values({
        id: context.newId(),
        returnId,
        version,
        evaluator: actor.personId,
        begunAt: context.now(),
      })
      .execute()
    return { set: { takenBy: actor.personId, takenAt: context.now() } }
  })
}

/**
 * Sends every change that was collected, with those given now. Those figures open, and no others. Throws
 * `nothing-requested` where there is none.
 */
export function requestChanges(
  context: Context,
  by: By,
  { returnId, questions }: { returnId: string; questions: readonly Question[] },
) {
  return transition(context, by, { returnId, action: 'request-changes' }, async (step) => {
    const { version } = await latestVersion(step.trx, returnId)
    const all = await collected(step.trx, { returnId, version, questions })
    const unlocked = await openFigures(context, step, { version, questions: all })
    await endReview(context, step.trx, { returnId, outcome: 'changes-requested', note: null })
    const locators = all.map(({ locator }) => locator)
    await tell(context, step.trx, 'changes-requested', {
      head: step.head,
      by: step.actor,
      count: all.length,
      locators,
    })
    step.note({ version, locators })
    return { set: { ...notFiled, unlocked } }
  })
}

type Collecting = { returnId: string; version: number; questions: readonly Question[] }

/** The changes that were decided on and those given now; of one figure, what is given now. */
async function collected(trx: Trx, { returnId, version, questions }: Collecting): Promise<Question[]> {
  const decided = requestedChanges(await findDecisions(trx, returnId), version)
  const given = questions.map(({ locator }): Locator => locator)
  const kept = [...decided].filter(([locator]) => !given.includes(locator))
  const all = [...kept.map(([locator, question]) => ({ locator, question })), ...questions]
  if (all.length === 0) throw new Problem('nothing-requested')
  return all
}

type Accepting = {
  returnId: string
  remark: string | null
  /** Asked under the lock, before anything else; throws why it is not to be accepted. */
  unless?: (trx: Trx) => Promise<unknown>
}

/**
 * Accepts what was submitted: its figures become evidence, in the same transaction, and what was filed for later
 * periods is held against them. Throws `figures-undecided`, naming each figure that has to be decided on first.
 */
export function accept(context: Context, by: By, { returnId, remark, unless }: Accepting) {
  return transition(context, by, { returnId, action: 'accept' }, async ({ trx, head, actor, note }) => {
    await unless?.(trx)
    const versions = await findVersions(trx, returnId)
    const version = versions.at(-1)
    if (!version) throw new Problem('return-not-open')
    await refuseUndecided(trx, returnId, versions)
    await acceptFigures(trx, head, version)
    await closeQueries(context, trx, returnId)
    await endReview(context, trx, { returnId, outcome: 'accepted', note: remark })
    await summariseLater(trx, head)
    await tell(context, trx, 'accepted', { head, by: actor })
    note({ version: version.version })
    return {
      set: { acceptedBy: actor.personId, acceptedAt: context.now(), unlocked: '[]', reopenRequest: null },
    }
  })
}

async function refuseUndecided(trx: Trx, returnId: string, versions: StoredVersion[]): Promise<void> {
  const inTheWay = figuresInTheWay(await findUnderReview(trx, returnId, versions))
  if (inTheWay.length === 0) return
  const definitions = await definitionsOf(trx, returnId)
  throw new Problem('figures-undecided', {
    errors: inTheWay.map(({ locator, doubt }) => ({
      field: locator,
      message: `${figureName(definitions, locator)}: ${doubtWords[doubt]}`,
    })),
  })
}

type Ending = { returnId: string; outcome: 'accepted' | 'changes-requested'; note: string | null }

async function endReview(context: Context, trx: Trx, { returnId, ...ending }: Ending): Promise<void> {
  await trx
    .updateTable('reviews')
    .set({ ...ending, endedAt: context.now() })
    .where('returnId', '=', returnId)
    .where('endedAt', 'is', null)
    .execute()
}
