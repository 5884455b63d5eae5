/** A programme as a draft of it begins: of the financial year to come, with only its name said yet. */
import { periodOf } from '../periods.ts'
import { addDays, type LocalDate } from '../time.ts'
import type { DraftProgramme } from './amendment.ts'
import { periodAt } from './windows.ts'

/** From the first quarter that begins after a day, for a year; called as its draft was. */
export function newProgramme(on: LocalDate, name: string): DraftProgramme {
  const startsOn = periodOf(periodAt('financial-quarters', on)).endsBefore
  const endsBefore = periodOf(periodAt('financial-quarters', addDays(startsOn, 364))).endsBefore
  return {
    name,
    summary: '',
    calendar: 'financial-quarters',
    startsOn,
    endsBefore,
    settingsReport: false,
    isTrial: false,
    baselineWindows: 'one-window',
  }
}
