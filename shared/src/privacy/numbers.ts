/** Numbers that stand for one person: UPN, NHS number, ULN and National Insurance number. They read normal text. */
import { isNationalInsurance, isNhsNumber, isUln, isUpn } from './checksums.ts'
import type { Span } from './normalise.ts'

/**
 * What people put between the parts of a number. Not a comma, which parts thousands, nor a tab, which parts
 * cells, nor a full stop at the end of a sentence.
 */
const between = '(?:[ \\n\\-/_]{1,3}|\\.)?'

const upn = new RegExp(`[A-HJ-NP-RT-Z](?:${between}\\d){11}${between}[\\dA-HJ-NP-RT-Z](?![0-9])`, 'gi')

/** UPNs, permanent and temporary, however they are spaced, and though a word runs into them. */
export function findUpns(plain: string): Span[] {
  return overlapping(plain, upn).filter(
    (span) => isUpn(compact(plain.slice(span.start, span.end))) && !isInHexadecimal(plain, span),
  )
}

const tenDigits = new RegExp(`\\d(?:${between}\\d){9,}`, 'g')
/** Other ways to group the ten digits, when they stand alone. */
const groupings = new Set(['4-3-3', '3-4-3', '1-1-1-1-1-1-1-1-1-1'])
const names = '(?<![a-z])(?:nhs|uln|unique learner|learner (?:no|num|ref)|patient|health (?:no|num))'
const named = new RegExp(names, 'i')
/** The same right before the number, with no web address between. */
const namedBeside = new RegExp(`${names}(?:(?!:/|\\w\\.\\w)\\D){0,24}$`, 'i')
const order = /\b(?:purchase order|invoice|po)\b[^\d]{0,12}$/i
/** A sum of money, a decimal, a ticket, the value of a setting, or part of a web address. */
const otherNumber = /[£$€] ?$|\d\.$/
const ticket = /[#=]$|(?:\/\/|\w\.\w)\S*\/$/

export type TenDigits = Span & { kind: 'nhs' | 'uln' }

/**
 * NHS numbers and ULNs. Two in eleven of all ten-digit numbers pass, so figures that merely follow one
 * another are no number: without a word such as NHS before them the digits are in one piece, in the groups
 * that people write, or parted once.
 */
export function findTenDigits(plain: string): TenDigits[] {
  return matches(plain, tenDigits).flatMap((run) => {
    if (isInHexadecimal(plain, run)) return []
    return windowsOf(plain, run).flatMap((window): TenDigits[] => {
      const before = plain.slice(Math.max(0, window.start - 40), window.start)
      const text = plain.slice(window.start, window.end)
      if (isOtherNumber(before, text, plain.slice(window.end, window.end + 2))) return []
      if (!named.test(before) && !isGroupedAsOne(text, window.isWhole)) return []
      const digits = compact(text)
      if (isNhsNumber(digits)) return [{ start: window.start, end: window.end, kind: 'nhs' }]
      return isUln(digits) ? [{ start: window.start, end: window.end, kind: 'uln' }] : []
    })
  })
}

/**
 * Whether what stands around ten digits says that they are of something else. A comma says nothing: it parts
 * thousands in threes, and never stands beside ten digits but in a row pasted from a sheet.
 */
function isOtherNumber(before: string, text: string, after: string): boolean {
  if (otherNumber.test(before) || /^\.\d/.test(after)) return true
  const ordered = order.exec(before)?.[0]
  if (ordered && !named.test(ordered) && /^\d+$/.test(text)) return true
  return ticket.test(before) && !namedBeside.test(before)
}

/** Every ten digits of a run that begin and end where a group does. `isWhole`: the run has no others. */
function windowsOf(plain: string, { start, end }: Span): (Span & { isWhole: boolean })[] {
  const at = Array.from(plain.slice(start, end)).flatMap((character, index) =>
    /\d/.test(character) ? [start + index] : [],
  )
  return at.slice(0, at.length - 9).flatMap((first, index) => {
    const last = at[index + 9]!
    const cutsGroup = /\d/.test(plain[first - 1] ?? '') || /\d/.test(plain[last + 1] ?? '')
    return cutsGroup ? [] : [{ start: first, end: last + 1, isWhole: at.length === 10 }]
  })
}

function isGroupedAsOne(text: string, isWhole: boolean): boolean {
  const groups = text.split(/[^\d]+/)
  const grouping = groups.map(({ length }) => length).join('-')
  if (grouping === '10' || grouping === '3-3-4') return true
  if (!isWhole) return false
  if (groupings.has(grouping)) return true
  // Parted once, by a space or the end of a line; a year or a decimal beside another number is not.
  return groups.length === 2 && /^\d+[ \n]+\d+$/.test(text) && !groups.some((group) => isYear(group))
}

const isYear = (group: string): boolean => /^(?:19|20)\d\d$/.test(group)

/** Digits inside a fingerprint or another long hexadecimal word. */
function isInHexadecimal(plain: string, { start, end }: Span): boolean {
  const before = /[0-9a-f]*$/i.exec(plain.slice(Math.max(0, start - 64), start))![0]
  const after = /^[0-9a-f]*/i.exec(plain.slice(end, end + 64))![0]
  const word = before + plain.slice(start, end) + after
  return /^[0-9a-f]{16,}$/i.test(word) && /[a-f]/i.test(word)
}

const insurance = new RegExp(
  `(?<![A-Za-z0-9])[A-Z][ \\n.\\-]{0,2}[A-Z]${between}\\d(?:${between}\\d){5}(?:${between}[A-D])?(?![A-Za-z0-9])`,
  'gi',
)
const insuranceWords = /\b(?:ni|nin|nino|national insurance)\b/i
const smallWords = /^(?:am|an|as|at|be|by|he|me|my|up|us|we)[^a-z]/i

/** National Insurance numbers. Without the suffix, or loosely written, only after the words that name them. */
export function findInsurance(plain: string): Span[] {
  return overlapping(plain, insurance).filter(({ start, end }) => {
    const text = plain.slice(start, end)
    if (!isNationalInsurance(compact(text))) return false
    const isNamed = insuranceWords.test(plain.slice(Math.max(0, start - 40), start))
    if (isNamed) return true
    if (!/[A-D]$/i.test(text)) return false
    const isTight = /^[A-Z]{2}\d.*\d[A-D]$/is.test(text)
    const isInPairs = /^[A-Z]{2}(\W+)\d\d(\W+)\d\d(\W+)\d\d(\W+)[A-D]$/i.test(text)
    // "rose by 120000 a year" is not one: small letters with room around the digits are words.
    return isTight || isInPairs || (text === text.toUpperCase() && !smallWords.test(text))
  })
}

const compact = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase()

/** Every match, also one that begins inside another: what precedes an identifier may look like its beginning. */
function overlapping(plain: string, pattern: RegExp): Span[] {
  const found: Span[] = []
  const search = new RegExp(pattern)
  for (let match = search.exec(plain); match; match = search.exec(plain)) {
    found.push({ start: match.index, end: match.index + match[0].length })
    search.lastIndex = match.index + 1
  }
  return found
}

/** Every match of a global pattern, none over another. */
export const matches = (plain: string, pattern: RegExp): Span[] =>
  [...plain.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
