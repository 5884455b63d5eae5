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

const locators = z.array(Locator).max(100)

/** The `number` of the decision that stood when it was read, 0 for none: another since is not written over. */
const replaces = z.int().min(0).optional()

/** A decision without words, and one that needs them: why it is accepted, what is asked, what should change. */
const Deciding = z.discriminatedUnion('decision', [
  z
    .object({
      decision: z.enum(['accept', 'undecided']),
      locator: Locator,
      note: z.null().default(null),
      replaces,
    })
    .strict(),
  z
    .object({
      decision: z.enum(['accept-explained', 'question', 'request-change']),
      locator: Locator,
      note: words,
      replaces,
    })
    .strict(),
])
export const DecideFigures = z
  .object({ decisions: z.array(Deciding).min(1).max(500) })
  .strict()
  .meta({ id: 'DecideFigures' })

export const RequestChanges = z
  .object({
    /** Beside what was decided figure by figure, which is sent as well. */
    questions: z
      .array(z.object({ locator: Locator, question: words }).strict())
      .max(100)
      .default([]),
  })
  .strict()
  .meta({ id: 'RequestChanges' })
export const Accept = z
  .object({ remark: storableText(2_000).nullable().default(null) })
  .strict()
  .meta({ id: 'Accept' })
export const AskToReopen = z
  .object({ reason: words, locators: locators.default([]) })
  .strict()
  .meta({ id: 'AskToReopen' })
export const DeclineReopening = z.object({ reason: words }).strict().meta({ id: 'DeclineReopening' })
export const Reopen = z
  .object({ reason: words, locators: locators.min(1) })
  .strict()
  .meta({ id: 'Reopen' })
