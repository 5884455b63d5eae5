/** The forms of /api/collection. What cannot be judged by its form is judged by the acts. */
import * as z from 'zod'
import { standings } from '@inclusion/shared/collection/timeliness'
import { PeriodId } from '@inclusion/shared/periods'
import { ReturnId, returnStatuses } from '@inclusion/shared/returns'
import { storableText } from '@inclusion/shared/text'
import { LocalDate } from '@inclusion/shared/time'

const Programme = z.string().regex(/^[A-Z]{2,5}$/, 'Use a programme like APM')
const reason = (words: string) =>
  storableText(2_000).refine((text) => text.trim().length >= 10, `Write a sentence that says ${words}`)

export const CollectionQuery = z.object({
  programme: Programme.optional(),
  year: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'Use a year like 2025-26')
    .optional(),
  status: z.enum([...standings, ...returnStatuses]).optional(),
})
export type CollectionQuery = z.infer<typeof CollectionQuery>

export const ProgrammeQuery = z.object({ programme: Programme.optional() })

export const WindowKey = z.object({ programme: Programme, periodId: PeriodId })
export type WindowKey = z.infer<typeof WindowKey>

export const WindowChange = z
  .object({
    revision: z.int().min(0).describe('Of the window as it was read'),
    opensOn: LocalDate,
    dueOn: LocalDate.describe('The last day on which a return is on time'),
    reason: reason('why the days change'),
  })
  .strict()
  .meta({ id: 'WindowChange' })
export type WindowChange = z.infer<typeof WindowChange>

export const ReturnKey = z.object({ returnId: ReturnId })
export const ExtensionKey = z.object({ returnId: ReturnId, extensionId: storableText(100) })

export const ExtensionRequest = z
  .object({
    dueOn: LocalDate.describe('The last day of the extension'),
    reason: reason('who asked, and why'),
  })
  .strict()
  .meta({ id: 'ExtensionRequest' })
export type ExtensionRequest = z.infer<typeof ExtensionRequest>

export const ExtensionEnd = z
  .object({ reason: reason('why it ends') })
  .strict()
  .meta({ id: 'ExtensionEnd' })

export const ReminderRequest = z
  .object({ programme: Programme, periodId: PeriodId })
  .strict()
  .meta({ id: 'ReminderRequest' })
export type ReminderRequest = z.infer<typeof ReminderRequest>

export const ReminderDays = z
  .object({
    days: z
      .array(z.int().min(-40).max(40))
      .max(10)
      .refine((days) => new Set(days).size === days.length, 'Name each day once')
      .describe('Working days after the due day; before it if negative'),
  })
  .strict()
  .meta({ id: 'ReminderDays' })
