/** The next year of a programme, as it mostly is: the end a year later, windows as before, an award line each. */
import { nextPeriod, periodOf, yearLabel, type PeriodId } from '../periods.ts'
import { addDays, type LocalDate } from '../time.ts'
import { emptyContent, type AmendmentContent } from './amendment.ts'
import type { Ground } from './ground.ts'
import { periodsWithin, proposeWindow } from './windows.ts'

/**
 * Windows of the periods that the programme has none for, up to a year after its end; and for each grant that goes on
 * a line of each of those years, whose amount nobody has said yet.
 */
export function nextYearOf(ground: Ground): AmendmentContent {
  const { programme, windows, grants } = ground
  if (!programme) return emptyContent
  const endsBefore = yearLater(programme.endsBefore)
  const last = windows.at(-1)
  const from = last ? periodOf(nextPeriod(last.periodId)).startsOn : programme.startsOn
  const periods = from < endsBefore ? periodsWithin(programme.calendar, { startsOn: from, endsBefore }) : []
  const years = [...new Set(periods.map(yearOf))]
  const going = grants.filter((grant) => grant.isActive && grant.endsBefore === null)
  return {
    ...emptyContent,
    endsBefore,
    windows: periods.map((id) => proposeWindow(id, windows)),
    awards: going.flatMap(({ gssCode, awards }) =>
      years
        .filter((year) => awards.every((known) => known.financialYear !== year))
        .map((financialYear) => ({ gssCode, financialYear, pence: null, decision: null, assumption: null })),
    ),
  }
}

const yearOf = (id: PeriodId): string => yearLabel(periodOf(id).year)

/** The same day a year later; 29 February becomes 1 March. */
function yearLater(day: LocalDate): LocalDate {
  const year = String(Number(day.slice(0, 4)) + 1)
  return day.endsWith('-02-29') ? addDays(`${year}-02-28`, 1) : `${year}${day.slice(4)}`
}
