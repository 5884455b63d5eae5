import { createContext, useContext } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { Locator } from '@inclusion/shared/locators'
import type { PreparedInput } from '@inclusion/shared/standards/prepared-input'

/** What an evaluator collects figure by figure before it is sent as one act. */
export type Asking = {
  /** `ask`: a question on each figure. `reopen`: figures to open again, for one reason. */
  mode: 'ask' | 'reopen'
  /** What was written so far, by figure; an empty text for one that was only chosen. */
  questions: Record<Locator, string>
  write: (locator: Locator, question: string) => void
  drop: (locator: Locator) => void
}

export type Review = {
  view: ReturnView
  prepared: PreparedInput
  /** What to mend in one field before the decision can be sent. */
  faultOf: (field: string) => string | undefined
  /** Null where this person has nothing to ask just now. */
  asking: Asking | null
}

export const ReviewContext = createContext<Review | null>(null)

export function useReview(): Review {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('A part of a review stands outside of one')
  return review
}
