/**
 * Reporting periods. The id says its calendar: `FY2025-26-Q3` (financial-year quarter),
 * `AY2025-26-autumn` (school term by DfE's collection windows: autumn from 1 August, spring from
 * 1 January to Easter Sunday, summer to 31 July; domain facts 2.3).
 */
import * as z from 'zod'
import { addDays, monthName, type LocalDate } from './time.ts'

export const calendars = ['financial-quarters', 'school-terms'] as const
export type Calendar = (typeof calendars)[number]

const pattern = /^(?:FY(\d{4})-(\d{2})-Q([1-4])|AY(\d{4})-(\d{2})-(autumn|spring|summer))$/

export const PeriodId = z
  .string()
  .regex(pattern, 'Use a period like FY2025-26-Q3')
  .refine(yearsFollow, 'The two years of a period must follow each other, like FY2025-26-Q3')
  .meta({ id: 'PeriodId', description: 'A reporting period: FY2025-26-Q3 or AY2025-26-autumn' })
export type PeriodId = z.infer<typeof PeriodId>

export type Period = {
  id: PeriodId
  calendar: Calendar
  /** First calendar year of the financial or academic year. */
  year: number
  /** Quarter 1 to 4, or term 1 to 3. */
  ordinal: number
  startsOn: LocalDate
  endsBefore: LocalDate
}

const terms = ['autumn', 'spring', 'summer'] as const

function yearsFollow(id: string): boolean {
  const match = pattern.exec(id)
  if (!match) return false
  const year = Number(match[1] ?? match[4])
  return Number(match[2] ?? match[5]) === (year + 1) % 100
}

/** Whether a text is a period: for pages, which do without schemas. */
export const isPeriodId = (text: string): boolean => yearsFollow(text)

/** `2025` as `2025-26`. */
export function yearLabel(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}

export function financialQuarterId(year: number, quarter: number): PeriodId {
  return `FY${yearLabel(year)}-Q${quarter}`
}

export function schoolTermId(year: number, term: number): PeriodId {
  return `AY${yearLabel(year)}-${terms[term - 1]}`
}

const known = new Map<PeriodId, Period>()

/** The period an id names. Throws on an id that is not one: parse with `PeriodId` first. */
export function periodOf(id: PeriodId): Period {
  const period = known.get(id) ?? readPeriod(id)
  known.set(id, period)
  return period
}

function readPeriod(id: PeriodId): Period {
  const match = pattern.exec(id)
  if (!match || !yearsFollow(id)) throw new RangeError(`Not a period: ${id}`)
  return match[1] === undefined ? schoolTerm(id, match) : financialQuarter(id, match)
}

function financialQuarter(id: PeriodId, match: RegExpExecArray): Period {
  const year = Number(match[1])
  const ordinal = Number(match[3])
  const month = 4 + (ordinal - 1) * 3
  return {
    id,
    calendar: 'financial-quarters',
    year,
    ordinal,
    startsOn: firstOfMonth(year, month),
    endsBefore: firstOfMonth(year, month + 3),
  }
}

function schoolTerm(id: PeriodId, match: RegExpExecArray): Period {
  const year = Number(match[4])
  const ordinal = terms.indexOf(match[6] as (typeof terms)[number]) + 1
  const afterEaster = addDays(easterSunday(year + 1), 1)
  const bounds: LocalDate[] = [`${year}-08-01`, `${year + 1}-01-01`, afterEaster, `${year + 1}-08-01`]
  return {
    id,
    calendar: 'school-terms',
    year,
    ordinal,
    startsOn: bounds[ordinal - 1]!,
    endsBefore: bounds[ordinal]!,
  }
}

function firstOfMonth(year: number, month: number): LocalDate {
  const over = month > 12
  return `${over ? year + 1 : year}-${String(over ? month - 12 : month).padStart(2, '0')}-01`
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + d + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The period of the same calendar that ends where this one starts. */
export function previousPeriod(id: PeriodId): PeriodId {
  const { calendar, year, ordinal } = periodOf(id)
  const perYear = calendar === 'financial-quarters' ? 4 : 3
  const make = calendar === 'financial-quarters' ? financialQuarterId : schoolTermId
  return ordinal === 1 ? make(year - 1, perYear) : make(year, ordinal - 1)
}

export function nextPeriod(id: PeriodId): PeriodId {
  const { calendar, year, ordinal } = periodOf(id)
  const perYear = calendar === 'financial-quarters' ? 4 : 3
  const make = calendar === 'financial-quarters' ? financialQuarterId : schoolTermId
  return ordinal === perYear ? make(year + 1, 1) : make(year, ordinal + 1)
}

/** Orders period ids of one calendar by time. */
export function comparePeriods(left: PeriodId, right: PeriodId): number {
  return periodOf(left).startsOn.localeCompare(periodOf(right).startsOn)
}

/** The academic years (1 September to 31 August, as `2025-26`) that a period touches: one or two. */
export function academicYearsOf(id: PeriodId): string[] {
  return academicYearsIn(periodOf(id))
}

/** The academic years that some dates touch, first to last. */
export function academicYearsIn({ startsOn, endsBefore }: Pick<Period, 'startsOn' | 'endsBefore'>): string[] {
  const first = academicYearOf(startsOn)
  const last = academicYearOf(addDays(endsBefore, -1))
  return Array.from({ length: last - first + 1 }, (_, index) => yearLabel(first + index))
}

function academicYearOf(date: LocalDate): number {
  const year = Number(date.slice(0, 4))
  return date.slice(5) < '09-01' ? year - 1 : year
}

/** `FY2025-26-Q3` as `October to December 2025`. */
export function periodMonths(id: PeriodId): string {
  const { startsOn, endsBefore } = periodOf(id)
  const last = addDays(endsBefore, -1)
  const from = monthName(Number(startsOn.slice(5, 7)))
  const to = monthName(Number(last.slice(5, 7)))
  return `${from} to ${to} ${last.slice(0, 4)}`
}

/** `FY2025-26-Q3` as `October to December 2025 (2025-26 Q3)`. */
export function periodLabel(id: PeriodId): string {
  const { calendar, year, ordinal } = periodOf(id)
  const name = calendar === 'financial-quarters' ? `Q${ordinal}` : `${terms[ordinal - 1]} term`
  return `${periodMonths(id)} (${yearLabel(year)} ${name})`
}

const periodNames = { 'financial-quarters': 'quarter', 'school-terms': 'term' } as const

/** What a period of its calendar is called. */
export const periodName = (id: PeriodId): string => periodNames[periodOf(id).calendar]
