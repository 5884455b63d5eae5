/** The forms of a review: what may be decided and asked, and in which words it is refused. */
import * as z from 'zod'
import { Locator } from '@inclusion/shared/locators'
import { ReturnId } from '@inclusion/shared/returns'
import { storableText } from '@inclusion/shared/text'

export const Key = z.object({ returnId: ReturnId })

const words = storableText(2_000).refine((text) => text.trim().length > 0, 'Write a sentence')

export const HandOver = z
  .object({
    /** The evaluator who holds it from now on; null gives it back to the queue. */
    to: storableText(100).nullable(),
    reason: words.nullable().default(null),
  })
  .strict()
  .meta({ id: 'HandOver' })

export const RequestChanges = z
  .object({
    questions: z
      .array(z.object({ locator: Locator, question: words }).strict())
      .min(1)
      .max(100),
  })
  .strict()
  .meta({ id: 'RequestChanges' })
export const Accept = z
  .object({ remark: storableText(2_000).nullable().default(null) })
  .strict()
  .meta({ id: 'Accept' })
export const AskToReopen = z.object({ reason: words }).strict().meta({ id: 'AskToReopen' })
export const Reopen = z
  .object({ reason: words, locators: z.array(Locator).min(1).max(100) })
  .strict()
  .meta({ id: 'Reopen' })
