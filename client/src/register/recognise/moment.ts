import type { LocalDate } from '@inclusion/shared/time'
import type { DateOrder } from '../layout.ts'
import { dateOfSerial } from '../register.ts'

/** What a cell says of when: its year, weekday and session only where it names them. */
export type Moment = {
  year: number | null
  /** 1 to 12. */
  month: number
  day: number
  /** 0 Monday to 6 Sunday. */
  weekday: number | null
  session: 'am' | 'pm' | null
}

type Parts = Pick<Moment, 'year' | 'month' | 'day'>

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord = `(${months.join('|')})[a-z]*`

const weekdayWord = /(?<![a-z])(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?(?![a-z])[.,]?/
const sessionAfter =
  /[\s\-–:([,]*(?<![a-z])(am|pm|a\.m\.|p\.m\.|morning|afternoon|am session|pm session|session [12]|s[12])[)\]]?$/
const sessionBefore = /^(am|pm|morning|afternoon)[\s\-–:,]+/
const clock = /[\st,]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?\s*(?:z|[+-]\d{2}:?\d{2})?$/

const weekWords = /^(?:week (?:beginning|commencing|starting|of)|w\/?[cb]|wk)[\s:.-]*(?=.*\d)/

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const compact = /^(20\d{2})(\d{2})(\d{2})$/
const numeric = /^(\d{1,2})(?:([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?|[. ](\d{1,2})[. ](\d{4}|\d{2}))$/
const dayThenMonth = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-/ .,]*${monthWord}[-/ .,]*(\\d{4}|'?\\d{2})?$`)
const monthThenDay = new RegExp(`^${monthWord}[-/ .]*(\\d{1,2})(?:st|nd|rd|th)?[-/ .,]+(\\d{4})$`)

/** A year of two digits is of this century: no register is older. */
function yearOf(text: string | undefined): number | null {
  if (!text) return null
  const digits = text.replace("'", '')
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

const monthOf = (word: string | undefined) => months.indexOf(word ?? '') + 1

function numericParts(match: RegExpExecArray, order: DateOrder): Parts {
  const first = Number(match[1])
  const second = Number(match[3] ?? match[5])
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  return { year: yearOf(match[4] ?? match[6]), month, day }
}

function partsOf(text: string, order: DateOrder): Parts | null {
  const whole = iso.exec(text) ?? compact.exec(text)
  if (whole) return { year: Number(whole[1]), month: Number(whole[2]), day: Number(whole[3]) }
  const digits = numeric.exec(text)
  if (digits) return numericParts(digits, order)
  const british = dayThenMonth.exec(text)
  if (british) return { year: yearOf(british[3]), month: monthOf(british[2]), day: Number(british[1]) }
  const american = monthThenDay.exec(text)
  if (american) return { year: yearOf(american[3]), month: monthOf(american[1]), day: Number(american[2]) }
  return null
}

function isDay({ year, month, day }: Parts): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  if (year !== null && (year < 1990 || year > 2100)) return false
  return day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
}

const wordSession = (word: string): 'am' | 'pm' =>
  /^(?:a\.?m|morning|s(?:ession )?1)/.test(word) ? 'am' : 'pm'

/** Takes a time of day off the end: before noon is the morning's session; midnight is no time at all. */
function withoutTime(text: string): { rest: string; session: 'am' | 'pm' | null } {
  const match = clock.exec(text)
  if (!match) return { rest: text, session: null }
  const hours = Number(match[1])
  const isMidnight = match[2] === '00' && (hours === 0 || (hours === 12 && match[3] === 'am'))
  const session = match[3] === 'pm' || hours >= 12 ? 'pm' : 'am'
  return { rest: text.slice(0, match.index), session: isMidnight ? null : session }
}

function withoutSession(text: string): { rest: string; session: 'am' | 'pm' | null } {
  const timed = withoutTime(text)
  if (timed.rest !== text) return timed
  const match = sessionAfter.exec(text) ?? sessionBefore.exec(text)
  if (!match?.[1]) return timed
  return { rest: text.replace(match[0], ' ').trim(), session: wordSession(match[1]) }
}

/** The weekday's name taken out, and then a session that stood beside it. */
function withoutWeekday(text: string) {
  const named = weekdayWord.exec(text)
  if (!named?.[1]) return { rest: text.trim(), weekday: null, session: null }
  const bare = text.replace(named[0], ' ').replace(/^[\s,-]+|[\s,-]+$/g, '')
  return { ...withoutSession(bare), weekday: weekdays.indexOf(named[1]) }
}

/** Reads a date in any form that registers hold; null where the text is no date. */
export function readMoment(text: string, order: DateOrder): Moment | null {
  if (text.length > 48 || !/\d/.test(text)) return null
  const plain = text.toLowerCase().replaceAll('_', ' ')
  const outer = withoutSession(plain.replace(weekWords, ''))
  const inner = withoutWeekday(outer.rest)
  const parts = partsOf(inner.rest, order)
  if (!parts || !isDay(parts)) return null
  // The weekday that a week begins on is not that of the column under it.
  const weekday = weekWords.test(plain) ? null : inner.weekday
  return { ...parts, weekday, session: outer.session ?? inner.session }
}

/** Whether a text says which week something is of, with its year: "Week beginning 06/10/2025". */
export const isWeekOf = (text: string): boolean =>
  weekWords.test(text.toLowerCase()) &&
  (['day-first', 'month-first'] as const).some((order) => (readMoment(text, order)?.year ?? null) !== null)

/** A workbook's count of days since 1899, as CSV exports sometimes hold: 2009 to 2064. */
export function readSerial(text: string): LocalDate | null {
  if (!/^[45]\d{4}(?:\.0+)?$/.test(text)) return null
  return dateOfSerial(Number(text))
}

/** A heading that is such a count, as a moment. */
export function readSerialMoment(text: string): Moment | null {
  const [year, month, day] = readSerial(text)?.split('-').map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  return { year, month, day, weekday: null, session: null }
}

/** Of a week that is given from its first day to its last, the first. */
export const weekStart = (text: string): string => text.replace(/(?<=\d)\s+(?:-|–|to)\s+.*\d.*$/, '')

/** The weekday that a text names and nothing else, with its session: "Mon", "Monday AM". */
export function readWeekday(text: string): { weekday: number; session: 'am' | 'pm' | null } | null {
  const { rest, session } = withoutSession(` ${text.toLowerCase()}`)
  const named = weekdayWord.exec(rest)
  if (!named?.[1] || rest.replace(named[0], '').trim() !== '') return null
  return { weekday: weekdays.indexOf(named[1]), session }
}

/** Whether a text is a month, with or without its year, and nothing else. */
export const readMonth = (text: string): boolean =>
  new RegExp(`^${monthWord}(?:[ -](?:20)?\\d{2})?$`).test(text.toLowerCase())

/** The session that a heading names and nothing else. */
export function readSession(text: string): 'am' | 'pm' | null {
  const words = text.toLowerCase()
  const word = words.replace(/\b(session|mark|marks|code|attendance|registration|reg)\b/g, '').trim()
  if (word === words && /^\d$/.test(word)) return null
  if (/^(?:am|a\.?m\.?|morning|1|s1)$/.test(word)) return 'am'
  return /^(?:pm|p\.?m\.?|afternoon|2|s2)$/.test(word) ? 'pm' : null
}

/** The session that a cell of a column of sessions names: 1 and 2 are its numbers there, or it has times. */
export function readHalf(text: string): 'am' | 'pm' | null {
  const word = text.trim()
  const timed = withoutTime(` ${word.toLowerCase()}`)
  if (timed.rest === '') return timed.session
  if (word === '1' || /^a$/i.test(word)) return 'am'
  if (word === '2' || /^p$/i.test(word)) return 'pm'
  return readSession(word) ?? readWeekday(word)?.session ?? null
}

const two = (value: number) => String(value).padStart(2, '0')

/** The day of a moment that names its year. */
export function dateIn(moment: Moment, year: number | null = moment.year): LocalDate | null {
  if (year === null || !isDay({ ...moment, year })) return null
  return `${year}-${two(moment.month)}-${two(moment.day)}`
}

/** 0 Monday to 6 Sunday. */
export const weekdayOf = (date: LocalDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
