/**
 * Working days in England: Monday to Friday without bank holidays. The rules are those of the Banking and
 * Financial Dealings Act 1971 and of the proclamations since, as listed on gov.uk; what was moved or added
 * once is a row. Right from 1990 on; a holiday proclaimed later wants a row.
 */
import { easterSunday } from './periods.ts'
import { addDays, daysBetween, type LocalDate } from './time.ts'

export type BankHoliday = { day: LocalDate; name: string }

/** Bank holidays that a proclamation moved, from the day the rule gives. */
const moved: readonly (BankHoliday & { from: LocalDate })[] = [
  { from: '1995-05-01', day: '1995-05-08', name: 'Early May bank holiday (50 years of VE Day)' },
  { from: '2002-05-27', day: '2002-06-04', name: 'Spring bank holiday' },
  { from: '2012-05-28', day: '2012-06-04', name: 'Spring bank holiday' },
  { from: '2020-05-04', day: '2020-05-08', name: 'Early May bank holiday (75 years of VE Day)' },
  { from: '2022-05-30', day: '2022-06-02', name: 'Spring bank holiday' },
]

/** Bank holidays proclaimed for one year. */
const added: readonly BankHoliday[] = [
  { day: '1999-12-31', name: 'Millennium eve' },
  { day: '2002-06-03', name: 'Golden Jubilee' },
  { day: '2011-04-29', name: 'Royal wedding' },
  { day: '2012-06-05', name: 'Diamond Jubilee' },
  { day: '2022-06-03', name: 'Platinum Jubilee' },
  { day: '2022-09-19', name: 'State funeral of Queen Elizabeth II' },
  { day: '2023-05-08', name: 'Coronation of King Charles III' },
]

const known = new Map<number, readonly BankHoliday[]>()

/** The bank holidays of England in a calendar year, first to last: the days when people are off. */
export function bankHolidays(year: number): readonly BankHoliday[] {
  const holidays = known.get(year) ?? findBankHolidays(year)
  known.set(year, holidays)
  return holidays
}

function findBankHolidays(year: number): BankHoliday[] {
  const byRule = [...fixedDays(year), ...easterDays(year), ...mondays(year)]
  const asProclaimed = byRule.map((holiday) => moved.find(({ from }) => from === holiday.day) ?? holiday)
  return [...asProclaimed, ...added.filter(({ day }) => day.startsWith(`${year}-`))]
    .map(({ day, name }) => ({ day, name }))
    .toSorted((left, right) => left.day.localeCompare(right.day))
}

/** Those that keep their date; on a weekend, the next weekday that is none of them is off instead. */
function fixedDays(year: number): BankHoliday[] {
  const christmas = `${year}-12-25`
  const boxing = `${year}-12-26`
  return [
    { day: pastWeekend(`${year}-01-01`), name: 'New Year’s Day' },
    // A Christmas Day on Sunday is made up for after Boxing Day, which is the Monday.
    {
      day: weekdayOf(christmas) === 0 ? addDays(christmas, 2) : pastWeekend(christmas),
      name: 'Christmas Day',
    },
    { day: weekdayOf(boxing) === 0 ? addDays(boxing, 2) : pastWeekend(boxing), name: 'Boxing Day' },
  ]
}

function easterDays(year: number): BankHoliday[] {
  const sunday = easterSunday(year)
  return [
    { day: addDays(sunday, -2), name: 'Good Friday' },
    { day: addDays(sunday, 1), name: 'Easter Monday' },
  ]
}

function mondays(year: number): BankHoliday[] {
  return [
    { day: mondayOnOrAfter(`${year}-05-01`), name: 'Early May bank holiday' },
    { day: mondayOnOrAfter(`${year}-05-25`), name: 'Spring bank holiday' },
    { day: mondayOnOrAfter(`${year}-08-25`), name: 'Summer bank holiday' },
  ]
}

/** Days since Thursday 1 January 1970. */
const numberOf = (day: LocalDate): number => daysBetween('1970-01-01', day)

/** 0 for Sunday to 6 for Saturday. */
const weekdayOf = (day: LocalDate): number => (((numberOf(day) + 4) % 7) + 7) % 7

function pastWeekend(day: LocalDate): LocalDate {
  const weekday = weekdayOf(day)
  if (weekday === 6) return addDays(day, 2)
  return weekday === 0 ? addDays(day, 1) : day
}

const mondayOnOrAfter = (day: LocalDate): LocalDate => addDays(day, (8 - weekdayOf(day)) % 7)

/** The bank holiday that a day is, if it is one. */
export function bankHolidayOn(day: LocalDate): BankHoliday | undefined {
  return bankHolidays(Number(day.slice(0, 4))).find((holiday) => holiday.day === day)
}

export function isWorkingDay(day: LocalDate): boolean {
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6 && !bankHolidayOn(day)
}

/** The working day that lies so many working days after a day, or before it if negative; 0 is the day itself. */
export function addWorkingDays(day: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1
  let reached = day
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached)) left--
  }
  return reached
}

/** Working days after `from`, up to and with `to`. Turned about, the same with its sign turned. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  // Taken from 0, so that none is 0 and never -0.
  if (to < from) return 0 - workingDaysBetween(to, from)
  const firstYear = Number(from.slice(0, 4))
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - firstYear + 1 },
    (_, index) => firstYear + index,
  )
  const off = years.flatMap(bankHolidays).filter(({ day }) => day > from && day <= to)
  return weekdaysTo(to) - weekdaysTo(from) - off.length
}

/** Mondays to Fridays up to and with a day, from a Sunday in 1970 on. */
function weekdaysTo(day: LocalDate): number {
  const sinceSunday = numberOf(day) - 3
  const weeks = Math.floor(sinceSunday / 7)
  return weeks * 5 + Math.min(sinceSunday - weeks * 7, 5)
}
