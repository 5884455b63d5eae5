/** Review: take, request changes, accept, reopen. What RMEL decides about a submitted return. */
import type { Trx } from '@inclusion/db/open'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import { tell } from '../returns/tell.ts'
import { transition, type By, type Step } from '../returns/transition.ts'
import { findVersions } from '../returns/versions.ts'
import { findReports } from '../setting-reports/store.ts'
import { acceptFigures } from './accept-figures.ts'
import { openQuery, closeQueries } from './queries.ts'
import { unlockedBy } from './unlock.ts'

export type Question = { locator: Locator; question: string }

/** A return that is open again: nobody has sent, submitted or taken what comes next. */
const notFiled = {
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
    const version = (await findVersions(trx, returnId)).at(-1)
    if (!version) throw new Problem('return-not-open')
    await trx
      .insertInto('reviews')
      .values({
        id: context.newId(),
        returnId,
        version: version.version,
        evaluator: actor.personId,
        begunAt: context.now(),
      })
      .execute()
    return { set: { takenBy: actor.personId, takenAt: context.now() } }
  })
}

/** Asks for a change on named figures, each with a question. Those figures open, and no others. */
export function requestChanges(
  context: Context,
  by: By,
  { returnId, questions }: { returnId: string; questions: Question[] },
) {
  return transition(context, by, { returnId, action: 'request-changes' }, async (step) => {
    const unlocked = await askAll(context, step, questions)
    await endReview(context, step.trx, { returnId, outcome: 'changes-requested', note: null })
    await tell(context, step.trx, 'changes-requested', {
      head: step.head,
      by: step.actor,
      count: questions.length,
      locators: questions.map(({ locator }) => locator),
    })
    return { set: { ...notFiled, unlocked } }
  })
}

/** Accepts what was submitted: its figures become evidence, in the same transaction. */
export function accept(
  context: Context,
  by: By,
  { returnId, remark }: { returnId: string; remark: string | null },
) {
  return transition(context, by, { returnId, action: 'accept' }, async ({ trx, head, actor }) => {
    const version = (await findVersions(trx, returnId)).at(-1)
    if (!version) throw new Problem('return-not-open')
    await acceptFigures(trx, head, version)
    await closeQueries(context, trx, returnId)
    await endReview(context, trx, { returnId, outcome: 'accepted', note: remark })
    await tell(context, trx, 'accepted', { head, by: actor })
    return {
      set: { acceptedBy: actor.personId, acceptedAt: context.now(), unlocked: '[]', reopenRequest: null },
    }
  })
}

/** A lead asks for an accepted return to be opened again. */
export function askToReopen(
  context: Context,
  by: By,
  { returnId, reason }: { returnId: string; reason: string },
) {
  return transition(context, by, { returnId, action: 'ask-to-reopen' }, async ({ trx, head, actor }) => {
    await tell(context, trx, 'reopen-asked', { head, by: actor, text: reason })
    return { set: { reopenRequest: reason } }
  })
}

/**
 * Opens an accepted return again on named figures. Its accepted figures stay where pages and roll-ups
 * read them, until it is accepted anew.
 */
export function reopen(
  context: Context,
  by: By,
  { returnId, reason, locators }: { returnId: string; reason: string; locators: Locator[] },
) {
  return transition(context, by, { returnId, action: 'reopen' }, async (step) => {
    const unlocked = await askAll(
      context,
      step,
      locators.map((locator) => ({ locator, question: reason })),
    )
    const told = { head: step.head, by: step.actor, text: reason, count: locators.length, locators }
    await tell(context, step.trx, 'reopened', told)
    return { set: { ...notFiled, unlocked, acceptedBy: null, acceptedAt: null, reopenRequest: null } }
  })
}

/** Opens a question on each figure, and answers the locators that open with it, as stored. */
async function askAll(context: Context, { trx, head, actor }: Step, questions: Question[]): Promise<string> {
  const definitions = await definitionsOf(trx, head.id)
  const urns = (await findReports(trx, head.id)).map(({ urn }) => urn)
  const unlocked = new Set<Locator>()
  for (const { locator, question } of questions) {
    const opened = unlockedBy({ definitions, urns, periodId: head.periodId }, locator)
    if (opened.length === 0) {
      throw new Problem('figure-not-asked', {
        errors: [{ field: locator, message: 'Choose a figure of this return.' }],
      })
    }
    for (const figure of opened) unlocked.add(figure)
    await openQuery(context, trx, { returnId: head.id, locator, question, by: actor.personId })
  }
  await reopenReports(context, trx, head.id, [...unlocked])
  return JSON.stringify([...unlocked].toSorted())
}

/** A setting whose figure is open again signs off again. */
async function reopenReports(
  context: Context,
  trx: Trx,
  returnId: string,
  unlocked: Locator[],
): Promise<void> {
  const urns = [...new Set(unlocked.map((locator) => readLocator(locator).urn).filter((urn) => urn !== null))]
  if (urns.length === 0) return
  await trx
    .updateTable('setting_reports')
    .set({ status: 'in-progress', signedOffBy: null, signedOffAt: null, changedAt: context.now() })
    .where('returnId', '=', returnId)
    .where('urn', 'in', urns)
    .where('status', '=', 'signed-off')
    .execute()
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
