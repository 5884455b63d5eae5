/** Questions, answers and revisions in the demonstration's story. */
import { answerQuery } from '../returns/answer-query.ts'
import { findReturn } from '../returns/store.ts'
import { findPoints } from '../returns/store.ts'
import type { Question } from '../reviews/open-figures.ts'
import { reopen } from '../reviews/reopening.ts'
import { requestChanges } from '../reviews/review.ts'
import { findQueries } from '../reviews/queries.ts'
import { acceptIt, enter, explainAll, file, sendOn, takeUp, type Filing } from './filing.ts'
import type { World } from './world.ts'

export async function askChanges(
  world: World,
  { returnId, evaluator }: Filing,
  questions: Question[],
): Promise<void> {
  const by = await world.by(evaluator, 'return.request-changes', returnId)
  await requestChanges(world.context, by, { returnId, questions })
  world.pass(60)
}

/** The lead answers the first question of a return. */
export async function answerFirst(world: World, { returnId, filers }: Filing, text: string): Promise<void> {
  const { context } = world
  const [query] = await findQueries(context.db, returnId)
  const head = await findReturn(context.db, returnId)
  if (!query || !head) throw new Error(`There is no question on ${returnId}`)
  const by = await world.by(filers.lead, 'return.answer-query', returnId)
  await answerQuery(context, by, { head, queryId: query.id, text })
  world.pass(10)
}

/** Reopened on parents and carers supported, mended, signed again and accepted again. */
export async function reviseAfterReopening(world: World, filing: Filing): Promise<void> {
  const { context } = world
  const { returnId, evaluator } = filing
  const locator = 'APM-OP8'
  const by = await world.by(evaluator, 'return.reopen', returnId)
  const reason = 'The partner has sent a corrected count of parents and carers.'
  await reopen(context, by, { returnId, reason, locators: [locator] })
  world.pass(60 * 24)
  const point = (await findPoints(context.db, returnId)).find((candidate) => candidate.locator === locator)
  const value = String((point?.value ?? 0) + 3)
  await enter(world, filing, [{ locator, revision: point?.revision ?? 0, entries: { value } }])
  await explainAll(world, filing)
  await sendOn(world, filing)
  await file(world, filing)
  await takeUp(world, filing)
  await acceptIt(world, filing)
}
