/** What the review queue reads beside the returns themselves. */

export interface FilingSummaryRow {
  returnId: string
  /** The version that was filed last. */
  version: number
  clausesAsked: number
  clausesMet: number
  /** Findings that asked for something: answered by an explanation, or waived. */
  explained: number
  waived: number
  noted: number
  /** Figures held against the accepted return before; of them, those that changed much. */
  compared: number
  large: number
  /** Figures given before and not now. */
  gone: number
  largestName: string | null
  largestTimes: number | null
  largestIsKnown: 0 | 1 | null
}

export interface ServiceLevelRow {
  id: string
  /** Null: of every programme without a row of its own. */
  programme: string | null
  /** Within so many working days of submission RMEL reviews. */
  workingDays: number
}
