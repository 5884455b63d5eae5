/** What the review queue reads beside the returns themselves. */
import type { LocalDate } from '@inclusion/shared/time'
import type { Generated } from 'kysely'

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
  /** For what is submitted from this day on, until a later row. */
  startsOn: Generated<LocalDate>
  /** Within so many working days of submission RMEL reviews. */
  workingDays: number
}
