/** The forms of /api/waivers. What cannot be judged by its form is judged in `request.ts`. */
import * as z from 'zod'
import { storableText } from '@inclusion/shared/text'
import { LocalDate } from '@inclusion/shared/time'

export const Key = z.object({ waiverId: storableText(100) })

const scope = (max: number) => storableText(max).nullable().default(null)

export const WaiverRequest = z
  .object({
    check: z.string().regex(/^\d{1,2}\.\d{1,2}$/, 'Choose a check, like 4.8'),
    /** A scope that is null, or left out, means any. */
    programme: scope(5),
    gssCode: scope(9),
    urn: scope(6),
    indicator: scope(20),
    reason: storableText(2_000).refine(
      (text) => text.trim().length >= 10,
      'Write a sentence that says why the check cannot be met',
    ),
    until: LocalDate.describe('The last day on which it counts'),
  })
  .strict()
  .meta({ id: 'WaiverRequest' })
export type WaiverRequest = z.infer<typeof WaiverRequest>

export const DecisionRequest = z
  .object({
    note: storableText(2_000).refine((text) => text.trim().length > 0, 'Give a reason for your decision'),
  })
  .strict()
  .meta({ id: 'WaiverDecision' })
