/**
 * Identities: what must hold between figures, as rows of the framework. The standard gives only
 * their severity (checks 4.8 to 4.12), so a new programme changes no edition.
 */
import * as z from 'zod'
import { PeriodId } from '../periods.ts'
import { Tier } from './tiers.ts'

export const figureParts = ['value', 'numerator', 'denominator', 'people'] as const

/** `times` x one part of one indicator in one of the periods of this grant. */
export const Term = z.object({
  times: z.number(),
  indicator: z.string(),
  part: z.enum(figureParts),
  /**
   * `this`: this return. `last`: the last period's accepted return. `year-first`: the first accepted
   * or current period of the financial year. `year-to-date`: summed over it, this return included.
   * `grant-to-date`: summed over every period of the grant, this return included.
   */
  at: z.enum(['this', 'last', 'year-first', 'year-to-date', 'grant-to-date']),
  /** `authority`: the figure the authority keeps. `settings`: its settings' figures together. */
  over: z.enum(['authority', 'settings']),
})
export type Term = z.infer<typeof Term>

export const Identity = z.object({
  id: z.string().regex(/^[A-Z]{2,5}-[a-z0-9-]+$/),
  programme: z.string(),
  /**
   * `exact`: left = right. `bound`: left <= right. `range`: low x right <= left <= high x right.
   * `together`: left is above zero if, and only if, right is. `agreement`: left = right, where a figure
   * the authority keeps meets its settings together. `nested`: left <= right, severe inside persistent.
   * `before-after`: left was measured before and right after, so that their evidence must not differ.
   */
  kind: z.enum(['exact', 'bound', 'range', 'together', 'agreement', 'nested', 'before-after']),
  left: z.array(Term).min(1),
  right: z.array(Term).min(1),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Holds from the second period of the financial year only, or in the first only, or always. */
  within: z.enum(['always', 'first-of-year', 'later-in-year']),
  askedFrom: Tier,
  effectiveFrom: PeriodId,
  /** The rule in words, as a sentence: "Active at the end is active at the start plus started, less completed and left." */
  statement: z.string(),
  fix: z.string(),
})
export type Identity = z.infer<typeof Identity>
