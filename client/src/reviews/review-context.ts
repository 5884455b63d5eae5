import { createContext, useContext } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { DecisionView } from '@inclusion/server/reviews/view'
import type { Doubt } from '@inclusion/shared/figure-decisions'
import type { Locator } from '@inclusion/shared/locators'
import type { PreparedInput } from '@inclusion/shared/standards/prepared-input'
import type { Told } from '../outcome.tsx'

/** The figures that an evaluator chooses to open again, before it is sent as one act. */
export type Opening = {
  chosen: readonly Locator[]
  choose: (locator: Locator) => void
  drop: (locator: Locator) => void
}

export type Review = {
  view: ReturnView
  prepared: PreparedInput
  /** What to mend in one field before the decision can be sent. */
  faultOf: (field: string) => string | undefined
  /** Says at the top of the page what to mend; with none, what was said there goes. */
  onFaults: Told['onFaults']
  /** What was decided on a whole figure in the version under review. */
  decisionOf: (locator: Locator) => DecisionView | undefined
  /** Why a whole figure has to be decided on before the return can be accepted. */
  doubtOf: (locator: Locator) => Doubt | undefined
  /** Null where this person opens nothing again just now. */
  opening: Opening | null
}

export const ReviewContext = createContext<Review | null>(null)

export function useReview(): Review {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('A part of a review stands outside of one')
  return review
}
