/** Opens figures for changes: a question on each, and the settings that report them sign off again. */
import type { Trx } from '@inclusion/db/open'
import { readLocator, wholeFigure, type Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import type { Step } from '../returns/transition.ts'
import { findReports } from '../setting-reports/store.ts'
import { addDecision } from './figure-decisions.ts'
import { askAbout } from './queries.ts'
import { unlockedBy, type Asked } from './unlock.ts'

export type Question = { locator: Locator; question: string }

/** What a return asks, and of whom, as `unlockedBy` wants to know it. */
export async function askedIn(
  trx: Trx,
  { id, periodId }: Pick<Step['head'], 'id' | 'periodId'>,
): Promise<Asked> {
  const definitions = await definitionsOf(trx, id)
  const urns = (await findReports(trx, id)).map(({ urn }) => urn)
  return { definitions, urns, periodId }
}

export const notAsked = (field: Locator) =>
  new Problem('figure-not-asked', { errors: [{ field, message: 'Choose a figure of this return.' }] })

/** The figures that open with a figure, or the Problem `figure-not-asked`. */
export function openedWith(asked: Asked, locator: Locator): Locator[] {
  const opened = unlockedBy(asked, locator)
  if (opened.length === 0) throw notAsked(locator)
  return opened
}

/**
 * Asks for a change of each figure: it is decided so in the version, said in the figure's thread, and it opens.
 * Answers the locators that open, as stored.
 */
export async function openFigures(
  context: Context,
  { trx, head, actor }: Step,
  { version, questions }: { version: number; questions: readonly Question[] },
): Promise<string> {
  const asked = await askedIn(trx, head)
  const unlocked = new Set(questions.flatMap(({ locator }) => openedWith(asked, locator)))
  const by = { decidedBy: actor.personId, decidedAt: context.now() }
  for (const { locator, question } of questions) {
    const of = { returnId: head.id, version, locator: wholeFigure(locator) }
    await addDecision(trx, { ...of, ...by, decision: 'request-change', note: question, queryId: null })
    await askAbout(context, trx, { returnId: head.id, locator, question, by: actor.personId })
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
