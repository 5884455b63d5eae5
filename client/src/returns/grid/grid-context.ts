import { createContext, useContext, type RefObject } from 'react'
import type { QueryView } from '@inclusion/server/reviews/queries'
import type { DecisionView } from '@inclusion/server/reviews/view'
import type { Baseline } from '@inclusion/server/returns/store'
import type { Locator } from '@inclusion/shared/locators'
import type { ExplanationReason, Finding } from '@inclusion/shared/standards/finding'
import type { PeriodId } from '@inclusion/shared/periods'
import type { Answers } from '../answers.ts'
import type { Entry } from '../entry/use-entry.ts'
import type { Undo } from '../entry/use-undo.ts'
import type { Threads } from '../use-threads.ts'

export type Explanation = { reason: ExplanationReason; text: string; holdsUntil: PeriodId | null }

/** What every row of a grid needs to know. */
export type Grid = {
  returnId: string
  entry: Entry
  /** What may be undone: null until what keeps it has come, after the page. */
  undo: RefObject<Undo | null>
  /** The setting whose figures they are; null for the authority's own. */
  urn: string | null
  /** Whether this figure can be typed into now. */
  isOpen: (locator: Locator) => boolean
  /** Said beside a figure that cannot, when others can. */
  whyLocked: string | null
  baselines: readonly Baseline[]
  profile: Readonly<Record<string, number>>
  queries: readonly QueryView[]
  /** What RMEL decided on figures of the version that was filed last. */
  decisions: readonly DecisionView[]
  answers: Answers
  /** The part this person has in questions. Left out for somebody who only reads. */
  threads?: Threads | undefined
  /** Throws what the server refused. Left out for somebody who only reads. */
  explain?: ((finding: Finding, explanation: Explanation) => Promise<void>) | undefined
  /** Breakdowns that are folded open, by `indicator:dimension`. */
  unfolded: ReadonlySet<string>
  unfold: (key: string, open: boolean) => void
}

export const GridContext = createContext<Grid | null>(null)

export function useGrid(): Grid {
  const grid = useContext(GridContext)
  if (!grid) throw new Error('A row of a grid stands outside of any grid')
  return grid
}
