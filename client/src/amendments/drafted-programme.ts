/** A new programme as its form holds it, and what is saved of it. Pure. */
import type { DraftProgramme } from '@inclusion/shared/framework/amendment'
import { addDays } from '@inclusion/shared/time'
import { typedDay } from '../settings/typed-day.ts'
import { dateOf, isDate, type TypedDate } from '../ui/typed-date.ts'
import { programmeField } from './fault-places.ts'

export type DraftedProgramme = {
  code: string
  name: string
  summary: string
  calendar: DraftProgramme['calendar']
  startsOn: TypedDate
  /** Its last day. */
  endsOn: TypedDate
  settingsReport: 'yes' | 'no'
  isTrial: 'yes' | 'no'
  baselineWindows: DraftProgramme['baselineWindows']
}

const yesNo = (yes: boolean): 'yes' | 'no' => (yes ? 'yes' : 'no')

export const draftProgramme = (code: string, programme: DraftProgramme): DraftedProgramme => ({
  code,
  name: programme.name,
  summary: programme.summary,
  calendar: programme.calendar,
  startsOn: typedDay(programme.startsOn),
  endsOn: typedDay(addDays(programme.endsBefore, -1)),
  settingsReport: yesNo(programme.settingsReport),
  isTrial: yesNo(programme.isTrial),
  baselineWindows: programme.baselineWindows,
})

export const readProgramme = (draft: DraftedProgramme): DraftProgramme => ({
  name: draft.name.trim(),
  summary: draft.summary.trim(),
  calendar: draft.calendar,
  startsOn: dateOf(draft.startsOn),
  endsBefore: addDays(dateOf(draft.endsOn), 1),
  settingsReport: draft.settingsReport === 'yes',
  isTrial: draft.isTrial === 'yes',
  baselineWindows: draft.baselineWindows,
})

export const readCode = ({ code }: Pick<DraftedProgramme, 'code'>): string => code.trim().toUpperCase()

/** What has to be mended before it can be saved. */
export function programmeFaults(draft: DraftedProgramme): { field: string; message: string }[] {
  const [startsOn, endsOn] = [dateOf(draft.startsOn), dateOf(draft.endsOn)]
  const areDays = isDate(startsOn) && isDate(endsOn)
  const cases: [boolean, string, string][] = [
    [draft.name.trim().length < 3, 'name', 'Write the name of the programme, with 3 letters or more'],
    [!/^[A-Z]{2,5}$/.test(readCode(draft)), 'code', 'Write a short code of 2 to 5 letters, like SRS'],
    [draft.summary.trim() === '', 'summary', 'Say in a sentence what the programme is for'],
    [!isDate(startsOn), 'startsOn', 'Give the first day of the programme as a day, a month and a year'],
    [!isDate(endsOn), 'endsBefore', 'Give the last day of the programme as a day, a month and a year'],
    [areDays && endsOn < startsOn, 'endsBefore', 'Give a last day that comes after the first day'],
  ]
  return cases.flatMap(([isWrong, field, message]) =>
    isWrong ? [{ field: programmeField(field), message }] : [],
  )
}
