/** From when an amendment counts, and which periods and years it is about. Pure. */
import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { periodAt, periodsWithin } from '@inclusion/shared/framework/windows'
import {
  comparePeriods,
  nextPeriod,
  periodOf,
  yearLabel,
  type Calendar,
  type PeriodId,
} from '@inclusion/shared/periods'
import { addDays, type LocalDate } from '@inclusion/shared/time'

export type Dates = { calendar: Calendar; startsOn: LocalDate; endsBefore: LocalDate }

/** The calendar and dates of the programme as the amendment leaves them; null while a new one has none. */
export function datesOf(
  { content }: Pick<AmendmentView, 'content'>,
  ground: FrameworkView | null,
): Dates | null {
  if (content.programme) return content.programme
  if (!ground) return null
  return { ...ground.programme, endsBefore: content.endsBefore ?? ground.programme.endsBefore }
}

/** The periods that the programme reports, first to last. */
export const periodsOf = (dates: Dates | null): PeriodId[] =>
  dates === null ? [] : periodsWithin(dates.calendar, dates)

/** The earliest period that anything here may take effect from. */
export function firstPeriod(dates: Dates | null, ground: FrameworkView | null): PeriodId | null {
  if (ground) return ground.firstFree
  return dates && periodAt(dates.calendar, dates.startsOn)
}

const offered = 8

/** Periods that a change may take effect from. */
export function periodsFrom(first: PeriodId): PeriodId[] {
  const periods = [first]
  while (periods.length < offered) periods.push(nextPeriod(periods.at(-1)!))
  return periods
}

/** The financial years that the programme lies in: `2025-26`. */
function financialYears({ startsOn, endsBefore }: Pick<Dates, 'startsOn' | 'endsBefore'>): string[] {
  const first = financialYearOf(startsOn)
  const last = financialYearOf(addDays(endsBefore, -1))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => yearLabel(first + index))
}

/** Of a programme that there is: from the year that the next period lies in, as what is past is on record. */
export function yearsToAward(dates: Dates, framework: FrameworkView | null): string[] {
  const years = financialYears(dates)
  if (!framework) return years
  const first = yearLabel(financialYearOf(periodOf(framework.firstFree).startsOn))
  return years.filter((year) => year >= first)
}

/** The years that a decision may give money for: from the one before, as money is carried forward. */
export function yearsDecided(dates: Dates, framework: FrameworkView | null): string[] {
  const [first, ...others] = yearsToAward(dates, framework)
  if (first === undefined) return []
  return [yearLabel(Number(first.slice(0, 4)) - 1), first, ...others]
}

/** The periods that may be planned: from the latest one that is open on, as what was filed stays. */
export function periodsToPlan(dates: Dates | null, framework: FrameworkView | null): PeriodId[] {
  const open = framework?.periods.findLast(({ isOpen }) => isOpen)?.id
  const from = open ?? framework?.firstFree
  return periodsOf(dates).filter((id) => from === undefined || comparePeriods(id, from) >= 0)
}

const financialYearOf = (day: LocalDate): number => periodOf(periodAt('financial-quarters', day)).year
