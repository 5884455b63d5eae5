/** Dates beside a pasted identifier: day first, as they are written here, or as a computer writes them. */
import { monthName, type LocalDate } from '@inclusion/shared/time'
import { dateOfSerial } from '../register.ts'

const patterns = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/,
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?<day>\d{1,2})(?:st|nd|rd|th)?[- ](?<word>[a-z]{3,9})\.?,?[- ](?<year>\d{4}|\d{2})$/i,
]

const monthWords = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase())

/** Nobody in a register was mentored, or born, in another. */
const century = /^20\d\d-/

/**
 * A date as its day; null where it looks like a date and is none (31 February, a month 13, the year 0025);
 * undefined where it does not look like one. Two figures of a year are of this century.
 */
export function readStartDate(text: string): LocalDate | null | undefined {
  const groups = patterns.map((pattern) => pattern.exec(text.trim())?.groups).find((found) => found)
  if (!groups) return undefined
  const { year = '', month, word, day = '' } = groups
  const number = month === undefined ? monthOf(word ?? '') : Number(month)
  const date = `${year.length === 2 ? `20${year}` : year}-${padded(number)}-${padded(Number(day))}`
  const time = Date.parse(`${date}T00:00:00Z`)
  if (!century.test(date) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    return null
  return date
}

/** Days of this century as a spreadsheet counts them, from 30 December 1899. */
const serial = /^(?:3[6-9]|[45]\d)\d{3}(?:\.0+)?$/

/** Whether a text is what a spreadsheet leaves of a date that lost its form. */
export const isSerial = (text: string): boolean => serial.test(text.trim())

/** The day of a spreadsheet's number. */
export const readSerial = (text: string): LocalDate => dateOfSerial(Number(text))

const monthStart = `(?:${monthWords.map((word) => word.slice(0, 3)).join('|')})[a-z]*`

/** Ways to say when that name no day: 6/10, 10/2025, Sept 2025, September, autumn 2025, week 9. */
const vague = [
  /^\d{1,2}[-/]\d{1,2}$/,
  /^(?:\d{1,2}[-/.])?\d{1,2}[-/.]\d{4}$|^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d+$/,
  new RegExp(String.raw`^(?:\d{1,2}(?:st|nd|rd|th)?[- ])?${monthStart}\.?,?[-/ ']+\d{2,4}$`, 'i'),
  new RegExp(String.raw`^\d{1,2}(?:st|nd|rd|th)?[-/ ]+${monthStart}$`, 'i'),
  new RegExp(String.raw`^${monthStart} \d{1,2}(?:st|nd|rd|th)?$`, 'i'),
  /^(?:january|february|july|sept(?:ember)?|october|november|december)$/i,
  /^(?:autumn|spring|summer|term|half[- ]term|week)\b.*\d/i,
]

/** Whether a text that is no date is meant to say when. */
export const meansADate = (text: string): boolean => vague.some((pattern) => pattern.test(text.trim()))

const padded = (number: number): string => String(number).padStart(2, '0')

/** 1 to 12; 0 for a word that is no month. */
function monthOf(word: string): number {
  const short = word.toLowerCase().replace(/^sept$/, 'sep')
  return monthWords.findIndex((name) => name === short || name.slice(0, 3) === short) + 1
}

/** Dates at the end of a text, after spaces or a separator: `Yusuf, Amina 3 Nov 2025`. */
const atEnd =
  /^(?<rest>.*?)[\s,;]+(?<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ][\d:.]+Z?)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?: [\d:]+)?|\d{1,2}(?:st|nd|rd|th)?[- ][A-Za-z]{3,9}\.?,?[- ]\d{2,4})$/s

/** A text without the date that it ends in, and that date as written; null where it ends in none. */
export function splitDate(text: string): { rest: string; date: string } | null {
  const groups = atEnd.exec(text.trimEnd())?.groups
  return groups ? { rest: groups.rest!, date: groups.date! } : null
}
