/** How many returns each filter of the queue would leave, with the other filters as they are. Pure. */
import { holderOf } from '@inclusion/shared/returns'
import { queueHolders, type QueueFilter } from '@inclusion/shared/review-queue'
import type { QueueGroup } from './find-lines.ts'

export type QueueCounts = {
  /** With all filters: what the pages are made of; of these, what is not accepted or asked to be opened again. */
  found: number
  foundAhead: number
  all: number
  thought: number
  clean: number
  mine: number
  over: number
  /** By whose move it is, or by the id of the evaluator who holds it. */
  holders: Record<string, number>
}

type Choice = Pick<QueueFilter, 'holder' | 'review' | 'mine' | 'over'>

export function countsOf(groups: readonly QueueGroup[], filter: QueueFilter, me: string): QueueCounts {
  const { holder, review, mine, over } = filter
  const countIn = (those: readonly QueueGroup[], choice: Choice) =>
    those.reduce((sum, group) => sum + (passes(group, choice, me) ? group.count : 0), 0)
  const count = (choice: Choice) => countIn(groups, choice)
  const ahead = groups.filter(({ status, reopenAsked }) => status !== 'accepted' || reopenAsked === 1)
  const evaluators = groups.flatMap(({ takenBy, status }) =>
    takenBy && status === 'submitted' ? [takenBy] : [],
  )
  const holders = [...queueHolders, ...new Set(evaluators)]
  return {
    found: count({ holder, review, mine, over }),
    foundAhead: countIn(ahead, { holder, review, mine, over }),
    all: count({ holder, mine, over }),
    thought: count({ holder, mine, over, review: 'thought' }),
    clean: count({ holder, mine, over, review: 'clean' }),
    mine: count({ holder, review, over, mine: 'true' }),
    over: count({ holder, review, mine, over: 'true' }),
    holders: Object.fromEntries(holders.map((each) => [each, count({ review, mine, over, holder: each })])),
  }
}

function passes(group: QueueGroup, { holder, review, mine, over }: Choice, me: string): boolean {
  const { status, takenBy, clean, reopenAsked } = group
  const isSubmitted = status === 'submitted'
  const needsThought = reopenAsked === 1 || (isSubmitted && clean === 0)
  return (
    (!mine || (isSubmitted && takenBy === me)) &&
    (!over || group.over === 1) &&
    (!review || (review === 'clean' ? clean === 1 : needsThought)) &&
    (!holder || holder === holderKey(group))
  )
}

/** Whose move it is, as the filter names it. */
function holderKey({ status, takenBy }: Pick<QueueGroup, 'status' | 'takenBy'>): string {
  const holder = holderOf(status)
  return holder === 'RMEL' ? (takenBy ?? 'untaken') : holder
}
