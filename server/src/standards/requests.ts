/** What the editor sends: each part bounded, each refusal worded for its field. */
import { PeriodId } from '@inclusion/shared/periods'
import { Check, CheckRule } from '@inclusion/shared/standards/check'
import { ReturnId } from '@inclusion/shared/returns'
import { storableText } from '@inclusion/shared/text'
import * as z from 'zod'

export const StandardKey = z.object({
  standardId: z.string().regex(/^[a-z0-9-]{1,60}$/, 'Use an id like reference-1'),
})
const code = z.string().regex(/^\d{1,2}\.\d{1,2}$/, 'Use a number like 4.13')
export const CheckKey = StandardKey.extend({ code })
export const BackTestKey = z.object({ backTestId: storableText(60) })

const text = (least: number, most: number, words: string) =>
  storableText(most).refine((given) => given.trim().length >= least, words)

const name = text(3, 80, 'Write a name of 3 characters or more')
/** The revision the person has seen: a draft that has moved on is not overwritten. */
const revision = z.int().min(0).max(1_000_000_000)

export const NewEdition = z
  .object({ basedOn: StandardKey.shape.standardId, name })
  .strict()
  .meta({ id: 'NewEdition' })
export const SaveEdition = z
  .object({ revision, name, summary: storableText(2_000), effectiveFrom: PeriodId })
  .strict()
  .meta({ id: 'SaveEdition' })

const words = z
  .object({
    message: text(5, 500, 'Write a sentence')
      .refine((given) => /\{(said|figure)\}/.test(given), 'Name the figure: use {figure} or {said}')
      .nullable(),
    fix: text(5, 500, 'Write a sentence').nullable(),
  })
  .strict()
const severity = Check.shape.severity

const checkParts = {
  revision,
  severity,
  rule: CheckRule,
  title: text(5, 200, 'Write what the check looks for, in one sentence'),
  rationale: storableText(1_000),
  words,
}
export const SaveCheck = z.object(checkParts).strict().meta({ id: 'SaveCheck' })
export const AddCheck = z
  .object({ ...checkParts, code })
  .strict()
  .meta({ id: 'AddCheck' })
export const SaveSeverities = z
  .object({
    revision,
    checks: z.array(z.object({ code, severity }).strict()).min(1).max(200),
  })
  .strict()
  .meta({ id: 'SaveSeverities' })

export const AtRevision = z.object({ revision }).strict().meta({ id: 'AtRevision' })
export const RevisionQuery = z.object({ revision: z.string().regex(/^\d{1,9}$/, 'Use a whole number') })
export const Refuse = z
  .object({ revision, reason: text(10, 2_000, 'Write a sentence that says why') })
  .strict()
  .meta({ id: 'RefuseEdition' })

export const PreviewQuery = z.object({ return: ReturnId })
export const ResultsQuery = z.object({
  check: code.optional(),
  authority: z
    .string()
    .regex(/^E\d{8}$/, 'Use a code like E09000007')
    .optional(),
})

export type SavedCheck = z.infer<typeof SaveCheck>
export type AddedCheck = z.infer<typeof AddCheck>
export type SavedSeverities = z.infer<typeof SaveSeverities>
