/** Decisions on figures in the demonstration's story. */
import { figuresInTheWay } from '@inclusion/shared/figure-decisions'
import { findVersions } from '../returns/versions.ts'
import { decideFigures, type Deciding } from '../reviews/decide-figures.ts'
import { findUnderReview } from '../reviews/figure-decisions.ts'
import type { Filing } from './filing.ts'
import type { World } from './world.ts'

/** The evaluator who holds a return decides on some of its figures. */
export async function decideOn(
  world: World,
  { returnId, evaluator }: Pick<Filing, 'returnId' | 'evaluator'>,
  decisions: Deciding[],
): Promise<void> {
  const by = await world.by(evaluator, 'return.decide-figures', returnId)
  await decideFigures(world.context, by, { returnId, decisions })
}

/** Accepts each figure that a check or a question was about, as an evaluator who has read it. */
export async function acceptDoubted(
  world: World,
  filing: Pick<Filing, 'returnId' | 'evaluator'>,
): Promise<void> {
  const { db } = world.context
  const { returnId } = filing
  const state = await findUnderReview(db, returnId, await findVersions(db, returnId))
  const decisions = figuresInTheWay(state).map(({ locator }): Deciding => ({
    locator,
    decision: 'accept',
    note: null,
  }))
  if (decisions.length === 0) return
  await decideOn(world, filing, decisions)
  world.pass(5)
}
