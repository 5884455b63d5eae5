/** What is sent to /api/amendments. A draft moves on by a revision with each save: a stale one is refused. */
import * as z from 'zod'
import { PeriodId } from '../periods.ts'
import { storableText } from '../text.ts'
import { AmendmentContent, GssCode, ProgrammeCode } from './amendment.ts'

const name = storableText(120).refine(
  (given) => given.trim().length >= 3,
  'Write a name of 3 characters or more',
)
const revision = z.int().min(0).max(1_000_000_000)

/** `programme`: a new one; `year`: the next year of one, proposed from the last; `definitions`: an empty draft. */
export const amendmentKinds = ['programme', 'year', 'definitions'] as const

export const BeginAmendment = z
  .object({ kind: z.enum(amendmentKinds), programme: ProgrammeCode, name })
  .strict()
  .meta({ id: 'BeginAmendment' })
export type BeginAmendment = z.infer<typeof BeginAmendment>

export const SaveAmendment = z
  .object({ revision, name, programme: ProgrammeCode, content: AmendmentContent })
  .strict()
  .meta({ id: 'SaveAmendment' })
export type SaveAmendment = z.infer<typeof SaveAmendment>

export const AmendmentAt = z.object({ revision }).strict().meta({ id: 'AmendmentAt' })

export const RefuseAmendment = z
  .object({
    revision,
    reason: storableText(2_000).refine(
      (given) => given.trim().length >= 10,
      'Write a sentence that says why',
    ),
  })
  .strict()
  .meta({ id: 'RefuseAmendment' })

/** Whose return is opened in the dry run, and for which period; the first of those it touches where left out. */
export const DryRunRequest = z
  .object({ gssCode: GssCode.nullable().default(null), periodId: PeriodId.nullable().default(null) })
  .strict()
  .meta({ id: 'DryRunRequest' })
export type DryRunRequest = z.infer<typeof DryRunRequest>
