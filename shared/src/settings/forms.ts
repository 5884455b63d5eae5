/** What is recorded of settings: the forms that the pages send and the server reads. */
import * as z from 'zod'
import { storableText } from '../text.ts'
import { settingTypes, type SettingType } from './types.ts'

export const Urn = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'Give the URN: six digits, for example 100006')

/** DfE's number of a setting: its authority's three digits and four of its own. Stored without the stroke. */
export const Laestab = z
  .string()
  .trim()
  .regex(/^\d{3}[ /]?\d{4}$/, 'Give the DfE number: seven digits, for example 306/1100')
  .transform((text) => text.replace(/[ /]/, ''))

const Day = z.iso.date('Give the day with its month and year, for example 1 9 2025')
const Revision = z.int().min(0).describe('The revision of the setting that the person saw')

export const NewSetting = z
  .object({
    urn: Urn,
    laestab: Laestab,
    name: storableText(120)
      .trim()
      .min(3, 'Give the name of the setting')
      .regex(/^[^\p{Cc}]*$/u, 'Give the name on one line'),
    type: z.enum(Object.keys(settingTypes) as [SettingType, ...SettingType[]], 'Choose the type of setting'),
    gssCode: storableText(9).min(1, 'Choose the authority it lies in'),
    openedOn: Day.nullable().default(null),
  })
  .strict()
  .meta({ id: 'NewSetting' })
export type NewSetting = z.infer<typeof NewSetting>

export const CloseSetting = z
  .object({
    revision: Revision,
    closedOn: Day.nullable().describe('Its last day; null when it is open after all'),
  })
  .strict()
  .meta({ id: 'CloseSetting' })
export type CloseSetting = z.infer<typeof CloseSetting>

export const SucceedSetting = z
  .object({ revision: Revision, successorUrn: Urn, succeededOn: Day })
  .strict()
  .meta({ id: 'SucceedSetting' })
export type SucceedSetting = z.infer<typeof SucceedSetting>

/** A part in a grant. `endsBefore` is the day after its last one; null while no end is known. */
export const TakePart = z
  .object({
    revision: Revision,
    grantId: storableText(40).min(1, 'Choose the borough it serves'),
    startsOn: Day,
    endsBefore: Day.nullable().default(null),
  })
  .strict()
  .meta({ id: 'TakePart' })
export type TakePart = z.infer<typeof TakePart>

/** Takes a succession back that was recorded by mistake. */
export const TakeBackSuccession = z.object({ revision: Revision }).strict().meta({ id: 'TakeBackSuccession' })
export type TakeBackSuccession = z.infer<typeof TakeBackSuccession>

/** The part that began on a day has another end, or none: null. Ending on that day, it never was. */
export const EndPart = TakePart.meta({ id: 'EndPart' })
export type EndPart = z.infer<typeof EndPart>
