/** Counts that the browser made from a register, in place of typed ones. Counts only: no mark, no pupil. */
import * as z from 'zod'
import { LocalDate } from '../time.ts'
import { AttendanceCode } from './codes.ts'

const count = z.int().min(0).max(1e9)

/** How a baseline's sessions were chosen: one window for the cohort, or the term before each pupil's start. */
export const baselineWindows = ['one-window', 'term-before-start'] as const
export type BaselineWindows = (typeof baselineWindows)[number]

/** Sessions of one cohort in one academic year. */
export const CountedSessions = z
  .object({
    possible: count,
    attended: count,
    authorised: count,
    unauthorised: count,
    /** Sessions by code; null for one to five pupils, whose codes stay on the head's computer. */
    byCode: z.partialRecord(AttendanceCode, count).nullable(),
  })
  .strict()
export type CountedSessions = z.infer<typeof CountedSessions>

/** Pupils of one cohort with possible sessions in the period (or a baseline's window). */
export const CountedPupils = z
  .object({
    enrolments: count,
    persistent: count,
    severe: count,
    /** How much pupils differ (1 = as chance alone would have it); null where it would tell one from another. */
    dispersion: z.number().min(0).max(1e6).nullable(),
    /** Of a baseline: its first day, the day after its last, and how it was chosen. */
    window: z
      .object({ startsOn: LocalDate, endsBefore: LocalDate, kind: z.enum(baselineWindows) })
      .strict()
      .nullable(),
  })
  .strict()
export type CountedPupils = z.infer<typeof CountedPupils>

export const Counted = z.union([CountedSessions, CountedPupils])
export type Counted = z.infer<typeof Counted>
