/** One return of the queue, as a page shows it: from its row, its summary and what is known of it. */
import type { FilingSummaryRow } from '@inclusion/db/tables/queue'
import type { SizeOfChange } from '@inclusion/shared/movements/size'
import { holderOf } from '@inclusion/shared/returns'
import { thoughtsOn, type QueueFacts, type Thought } from '@inclusion/shared/review-queue'
import { londonDate, type LocalDate } from '@inclusion/shared/time'
import { workingDaysBetween } from '@inclusion/shared/working-days'
import type { ReturnHead } from '../../returns/store.ts'
import type { ReturnLine } from '../../returns/view.ts'
import type { InReview } from './facts.ts'

export type QueueLine = ReturnLine & {
  /** Working days it has been as it is now: with its holder. */
  heldForWorkingDays: number
  /** Since it was submitted, against the service level; null while RMEL does not have it. */
  age: { submittedOn: LocalDate; workingDays: number; allowed: number | null; isOver: boolean } | null
  /** The version filed last; null where nothing was filed. */
  filed: FiledLine | null
  /** Why it needs an evaluator's thought; empty where it is clean, null while RMEL has nothing to decide. */
  thoughts: Thought[] | null
  reopenAsked: boolean
  /** Whether this person helped to file it: then somebody else reviews it. */
  isOwn: boolean
  mayTake: boolean
  /** Whether this person may accept it together with others. */
  mayAcceptTogether: boolean
}

export type FiledLine = {
  version: number
  score: { asked: number; met: number }
  explained: number
  waived: number
  noted: number
  size: SizeOfChange
}

export type Known = {
  line: ReturnLine
  head: ReturnHead
  summary: FilingSummaryRow | undefined
  inReview: InReview
  isOwn: boolean
  allowed: number | null
  today: LocalDate
  me: string
}

export function queueLineOf(known: Known): QueueLine {
  const { line, head, summary, isOwn, today, me } = known
  const { status, takenBy, takenAt, statusSince, reopenRequest } = head
  const isSubmitted = status === 'submitted'
  const heldSince = holderOf(status) === 'RMEL' && takenAt ? takenAt : statusSince
  const thoughts = isSubmitted ? thoughtsOn(factsOf(summary, known.inReview)) : null
  const isFree = takenBy === null || takenBy === me
  return {
    ...line,
    heldForWorkingDays: workingDaysBetween(londonDate(heldSince), today),
    age: ageOf(known),
    filed: summary ? filedOf(summary) : null,
    thoughts,
    reopenAsked: status === 'accepted' && reopenRequest !== null,
    isOwn,
    mayTake: isSubmitted && takenBy === null && !isOwn,
    mayAcceptTogether: thoughts?.length === 0 && isFree && !isOwn,
  }
}

function ageOf({ head, today, allowed }: Known): QueueLine['age'] {
  if (head.status !== 'submitted' || head.submittedAt === null) return null
  const submittedOn = londonDate(head.submittedAt)
  const workingDays = workingDaysBetween(submittedOn, today)
  return { submittedOn, workingDays, allowed, isOver: allowed !== null && workingDays > allowed }
}

/** What thought is asked of; null while the version is not summed up. */
export function factsOf(summary: FilingSummaryRow | undefined, inReview: InReview): QueueFacts | null {
  if (!summary) return null
  const { explained, waived, compared, large, gone } = summary
  return { explained, waived, compared, large, gone, ...inReview }
}

function filedOf(summary: FilingSummaryRow): FiledLine {
  const { version, clausesAsked, clausesMet, explained, waived, noted, compared, large, gone } = summary
  const { largestName: name, largestTimes: times, largestIsKnown } = summary
  const largest = name === null || times === null ? null : { name, times, isKnown: largestIsKnown === 1 }
  return {
    version,
    score: { asked: clausesAsked, met: clausesMet },
    explained,
    waived,
    noted,
    size: { compared, large, gone, largest },
  }
}
