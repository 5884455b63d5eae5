/**
 * What of a submitted return needs an evaluator's thought. One without any reason is clean: it may be accepted
 * together with others. The server asks this again, under the lock, before it accepts one.
 */
import * as z from 'zod'
import { PeriodId } from './periods.ts'
import {
  longestBorough,
  longestHolder,
  longestProgramme,
  mostPages,
  queueReviews,
  queueSorts,
} from './queue-filter-rules.ts'
import { ReturnId } from './returns.ts'
import { storableText } from './text.ts'

/** What is known of a submitted return before anybody opens it. */
export type QueueFacts = {
  /** Findings that asked for something: explained, and waived. */
  explained: number
  waived: number
  /** Figures held against the accepted return before, those that changed much, and those given no more. */
  compared: number
  large: number
  gone: number
  /** Questions to the borough that are not closed, and figures that a change was asked for on in this version or the one reviewed before. */
  questions: number
  changes: number
}

export type Thought =
  | { about: 'not-summed-up' | 'first' }
  | { about: 'explained' | 'waived' | 'large' | 'gone' | 'questions' | 'changes'; count: number }

/** Why a submitted return needs thought; empty where it is clean. `null` facts: they are not worked out yet. */
export function thoughtsOn(facts: QueueFacts | null): Thought[] {
  if (facts === null) return [{ about: 'not-summed-up' }]
  const counted = (['explained', 'waived', 'large', 'gone', 'questions', 'changes'] as const).flatMap(
    (about) => (facts[about] > 0 ? [{ about, count: facts[about] }] : []),
  )
  return facts.compared === 0 ? [{ about: 'first' }, ...counted] : counted
}

/** "2 findings were explained" */
export function thoughtWords(thought: Thought): string {
  if (!('count' in thought)) return uncounted[thought.about]
  const { about, count } = thought
  const [one, many] = counts[about]
  return count === 1 ? one : `${count} ${many}`
}

const uncounted = {
  'not-summed-up': 'It is not summed up yet',
  first: 'There is no accepted return to hold it against',
} as const

const counts = {
  explained: ['One finding was explained', 'findings were explained'],
  waived: ['One finding was waived', 'findings were waived'],
  large: ['One figure changed much', 'figures changed much'],
  gone: ['One figure given before is not given now', 'figures given before are not given now'],
  questions: ['One question is not closed', 'questions are not closed'],
  changes: ['A change was asked for on one figure', 'figures were asked to be changed'],
} as const

/** Whose move it is; anything else is the id of the evaluator who holds the return. */
export const queueHolders = ['borough', 'certifier', 'untaken', 'nobody'] as const
export type QueueHolder = (typeof queueHolders)[number]

/** The filters of the queue. Left out, each lets everything pass. */
export const QueueFilter = z.object({
  programme: storableText(longestProgramme).optional(),
  /** `all`, or a period. Left out: the latest that opened, and what is still open or asked to be opened again from before. */
  period: z.union([z.literal('all'), PeriodId]).optional(),
  borough: storableText(longestBorough).optional(),
  holder: storableText(longestHolder).optional(),
  /** Of those that RMEL holds: what needs thought, or what is clean. */
  review: z.enum(queueReviews).optional(),
  /** Only what this person has taken. */
  mine: z.literal('true').optional(),
  /** Only what has waited longer than the service level. */
  over: z.literal('true').optional(),
  sort: z.enum(queueSorts).optional(),
  page: z.coerce.number().int().min(1).max(mostPages).optional(),
})
export type QueueFilter = z.infer<typeof QueueFilter>

/** The most returns that are accepted in one request: as many as a page of the queue shows. */
export const queuePageSize = 50

/** Returns to be accepted together, each in the version that the person saw. */
export const AcceptTogether = z
  .object({
    returns: z
      .array(z.object({ returnId: ReturnId, version: z.number().int().min(1) }).strict())
      .min(1)
      .max(queuePageSize),
  })
  .strict()
  .meta({ id: 'AcceptTogether' })
export type AcceptTogether = z.infer<typeof AcceptTogether>
