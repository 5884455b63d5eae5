/**
 * Whether a text that is being typed may break off inside an identifier. Half of one is no identifier yet and
 * would be saved; so whoever saves as it is typed waits for the rest.
 */
import { normalise } from './normalise.ts'

/** So many characters before the cursor are looked at: no identifier is longer, but for an address. */
const reach = 200
const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/
/** What may stand between the digits of an identifier, or before its last: a month, "of", the letters of a code. */
const isFragment = (word: string): boolean => /^(?:[a-z]{1,2}|date?|birt?h?)$/.test(word) || months.test(word)

/** `before`: the same field before this change; it tells where the cursor is. */
export function mayBeHalfWritten(text: string, before = ''): boolean {
  const end = endOfChange(text, before)
  const plain = normalise(text.slice(Math.max(0, end - reach), end)).plain.toLowerCase()
  return endsInDigits(plain) || endsInAddress(plain)
}

/** Where what was typed ends: the rest of the text stood behind it before. */
function endOfChange(text: string, before: string): number {
  const shorter = Math.min(text.length, before.length)
  let start = 0
  while (start < shorter && text[start] === before[start]) start += 1
  let behind = 0
  while (behind < shorter - start && text.at(-1 - behind) === before.at(-1 - behind)) behind += 1
  return text.length - behind
}

/** The last digits have only fragments behind them. A percentage, and a sentence that has ended, are done. */
function endsInDigits(plain: string): boolean {
  const last = plain.split(/[%!?]|\.\s/).at(-1)!
  const words = last.split(/[^a-z0-9]+/).filter((word) => word !== '')
  const behind = words.findLast((word) => !isFragment(word))
  return /\d/.test(behind ?? '')
}

/** The last word holds a dot inside, or it follows "at", or "dot", by the words that an address is spelled in. */
function endsInAddress(plain: string): boolean {
  const words = plain
    .replaceAll('@', ' at ')
    .replaceAll(/\s\.\s?|\.$/g, ' dot ')
    .split(/[^a-z0-9.+']+/)
    .filter((word) => word !== '')
  const [last = '', dot] = words.toReversed()
  if (/[a-z0-9][.+][a-z0-9]/.test(last) || last === 'a' || dot === 'dot') return true
  const at = words.lastIndexOf('at')
  if (at === -1) return false
  const domain = words.slice(at + 1)
  return domain.every(
    (word, index) =>
      index % 2 === 0 || (index === domain.length - 1 ? 'dot'.startsWith(word) : word === 'dot'),
  )
}
