/** The forms of /api/returns: what may be asked for and sent, and in which words it is refused. */
import * as z from 'zod'
import { FigureChange } from '@inclusion/shared/figures'
import { Locator } from '@inclusion/shared/locators'
import { ReturnId, ReturnStatus } from '@inclusion/shared/returns'
import { Explain, explanationReasons, type ExplanationReason } from '@inclusion/shared/standards/finding'
import { storableText } from '@inclusion/shared/text'

export const Key = z.object({ returnId: ReturnId })
export const SettingKey = Key.extend({ urn: z.string().regex(/^\d{6}$/, 'A URN has six digits') })
export const QueryKey = Key.extend({ queryId: storableText(100) })

export const Filter = z.object({
  status: ReturnStatus.optional(),
  programme: storableText(5).optional(),
  period: storableText(20).optional(),
  /** Only those that a lead has asked to have opened again. */
  reopenAsked: z.literal('true').optional(),
})
export const Between = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) })
export const Since = z.object({ since: z.coerce.number().int().min(0) })
export const OfFigure = z.object({ locator: Locator.optional() })

/** What a save asks beside its changes. */
export const DryRun = z
  .object({
    dryRun: z.enum(['true', 'false']).optional().meta({
      description: 'Answers exactly as the save would, with the findings there would be, and stores nothing.',
    }),
  })
  .strict()
export const isDryRun = ({ dryRun }: z.infer<typeof DryRun>): boolean => dryRun === 'true'

const reason = storableText(2_000).refine((text) => text.trim().length > 0, 'Give a reason')

export const SaveRequest = z
  .object({
    changes: z
      .array(FigureChange)
      .min(1, 'Send at least one figure')
      .max(500, 'Send at most 500 figures at once'),
    /** `prefill`: copied from the last accepted return, and nothing else. */
    provenance: z.enum(['typed', 'pasted', 'api', 'prefill']).default('typed'),
  })
  .strict()
  .meta({ id: 'SaveRequest' })

export const ExplainRequest = z
  .object({ explanations: z.array(Explain).min(1).max(100) })
  .strict()
  .meta({ id: 'ExplainRequest' })

export const MissingRequest = z
  .object({
    reason: z.enum(Object.keys(explanationReasons) as [ExplanationReason, ...ExplanationReason[]]).nullable(),
    text: storableText(2_000).default(''),
  })
  .strict()
  .meta({ id: 'MissingRequest' })

export const ReasonRequest = z.object({ reason }).strict().meta({ id: 'ReasonRequest' })
export const SubmitRequest = z
  .object({
    declared: z.boolean(),
    /** Answers to what the signing checks ask, by the person who signs. */
    explanations: z.array(Explain).max(100).default([]),
    /** The `position` of the return that was read: where it changed since, nothing is signed. */
    seen: z.int().min(0).optional(),
  })
  .strict()
  .meta({ id: 'SubmitRequest' })
export const QuestionRequest = z
  .object({
    locator: Locator,
    question: storableText(2_000).refine((text) => text.trim().length > 0, 'Write a question'),
  })
  .strict()
  .meta({ id: 'QuestionRequest' })
export const ReplyRequest = z.object({ text: reason }).strict().meta({ id: 'ReplyRequest' })
