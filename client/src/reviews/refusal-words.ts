import type { ReturnView } from '@inclusion/server/returns/view'
import { refusals } from '@inclusion/shared/refusals'
import type { ReturnAction } from '@inclusion/shared/returns'

/** Why this person cannot do something to this return now, in words; null when they can. */
export function refusalWords(
  { actions, taken }: Pick<ReturnView, 'actions' | 'taken'>,
  action: ReturnAction,
): string | null {
  const refusal = actions[action]
  if (refusal === null) return null
  const another = refusal === 'review-taken' || refusal === 'review-not-taken'
  if (another && taken) return `${taken.by} has taken this return, so the decision is theirs.`
  return refusals[refusal].title
}
