/** Dates of birth: a full date beside the words that make it one. They read normal text. */
import { matches } from './numbers.ts'
import type { Span } from './normalise.ts'

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const slash = ' ?[/.\\-] ?'
const date = [
  `\\d{1,2}${slash}\\d{1,2}${slash}(?:\\d{4}|\\d{2})`,
  `\\d{4}${slash}\\d{1,2}${slash}\\d{1,2}`,
  `\\d{1,2} \\d{1,2} \\d{4}`,
  `\\d{1,2}(?:st|nd|rd|th)?[\\s,./-]+(?:of )?${month}[\\s,./-]+(?:\\d{4}|'?\\d{2})`,
  `${month}[\\s.]+\\d{1,2}(?:st|nd|rd|th)?[\\s,]+\\d{4}`,
  `\\d{8}|\\d{6}`,
].join('|')
const dates = `(?<![\\dA-Za-z/])(?:${date})(?![\\d/])`

const birthWords =
  'd\\.?\\s?o\\.?\\s?b\\b\\.?|\\bdate\\s+of\\s+birth\\b|\\bbirth\\s?-?date\\b|\\bbirth\\s?days?\\b|\\bborn\\b'
/** Between the words and the date: a few words, but not one that says the date is of something else. */
const otherDate =
  /\b(?:checked|recorded|collected|updated|verified|audited|reviewed|asked|added|changed|removed|deleted|until|since|by|dates)\b/i

const after = new RegExp(`(?<![A-Za-z])(${birthWords})((?:[^!?;]|;(?=\\S)){0,30}?)(${dates})`, 'gi')
const before = new RegExp(
  `(${dates})([\\s(),:\\-]{0,4})(?:d\\.?o\\.?b\\b|date of birth\\b|birthday\\b)`,
  'gi',
)

/** Dates that words beside them say are of birth. "Born" alone may be said of a project: then it is long ago. */
export function findBirthDates(plain: string): Span[] {
  const afterWords = [...plain.matchAll(after)].flatMap(
    ({ index, 0: all, 1: word, 2: between, 3: found }) => {
      if (otherDate.test(between!) || /\.\s/.test(between!)) return []
      const bare = /^\d{6,8}$/.test(found!)
      if (bare && !/^d/i.test(word!)) return []
      if (/^born/i.test(word!) && yearOf(found!) > 2018) return []
      const end = index + all.length
      return [{ start: end - found!.length, end }]
    },
  )
  return [...afterWords, ...matches(plain, before)]
}

/** The year of a date; two digits are of the last hundred years or so. */
function yearOf(text: string): number {
  const full = /\d{4}/.exec(text)?.[0]
  return full ? Number(full) : 2000
}
