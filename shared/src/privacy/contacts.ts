/** Ways to reach one person: email addresses, UK telephone numbers, full postcodes. They read normal text. */
import { matches } from './numbers.ts'
import type { Span } from './normalise.ts'

const endings =
  '(?:uk|com|org|net|edu|gov|info|london|school|io|co|me|eu|academy|education|cloud|app|fr|de|es|it|ie|pl|ro|pt|in|pk|bd|tr|live|email)'
const bracketed = '\\s{0,2}[([{<] ?(?:at|@) ?[)\\]}>]\\s{0,2}|[_-]at[_-]'
const dotWord = '(?:\\s{0,2}[([{<] ?(?:dot|\\.) ?[)\\]}>]\\s{0,2}|\\s{1,2}dot\\s{1,2}|[_-]dot[_-])'
const anyDot = `(?:${dotWord}|\\n?\\.\\n?|\\s{1,2}\\.\\s{1,2})`
const local = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
const label = '[A-Za-z0-9-]{1,63}'
/** The same where words stand for signs, so that a hyphen is never two things. */
const plainLocal = '(?<![A-Za-z0-9])[A-Za-z0-9.+]{1,64}'
const plainLabel = '(?:[A-Za-z0-9]{1,40}-){0,2}[A-Za-z0-9]{1,40}'

/** Lengths are bounded as addresses' are (RFC 5321), so that no text takes long to read. */
const emails = [
  // The form that everybody writes; it may break at the end of a line.
  `${local}@\\n?${label}(?:\\n?\\.\\n?${label}){0,5}\\n?\\.\\n?[A-Za-z]{2,24}\\b`,
  // With room around the sign, or words in brackets for it: the ending is one that there is.
  `${plainLocal}(?:[_-][A-Za-z0-9.+]{1,30}){0,2}(?:\\s{0,2}@\\s{0,2}|${bracketed})${plainLabel}(?:${anyDot}${plainLabel}){0,5}${anyDot}${endings}\\b`,
  // "amy at school dot org": the dot too is a word, or the name before it is no word.
  `${plainLocal}\\s{1,2}at\\s{1,2}${plainLabel}(?:\\.${plainLabel}){0,3}?${dotWord}[A-Za-z0-9]{2,40}(?:${anyDot}[A-Za-z0-9]{2,40}){0,3}\\b`,
  `(?<![A-Za-z0-9])[A-Za-z0-9]{1,30}(?:(?:[._+-]|${dotWord})[A-Za-z0-9]{1,30}){1,4}\\s{1,2}at\\s{1,2}${label}(?:\\.${label}){0,5}\\.${endings}\\b`,
].map((pattern) => new RegExp(pattern, 'gi'))

export const findEmails = (plain: string): Span[] => emails.flatMap((pattern) => matches(plain, pattern))

const gap = '[ \\n.\\-()/]{0,3}'
/** A comma on either side parts the cells of a row: one that parts thousands never stands beside such a number. */
const phone = new RegExp(
  `(?<![\\dA-Za-z£$€]|\\d\\.)\\(?(?:(?:\\+|00) ?44\\)?${gap}(?:\\(?0\\)?${gap})?[1-9]|44${gap}7|0${gap}[1-9])(?:${gap}\\d){8,9}(?!\\d|\\.\\d)`,
  'g',
)
/** How landlines are written after the 0, and the mobile's usual ways (Ofcom's national numbering plan). */
const groupings = /^(?:1[01]|3-[34]-4|3-8|4-3-4|4-7|5-6|5-5|5-3-3|5-2-4|4-6|6-4|6-5|3-4-2-2|5-2-2-2)$/
const called = /\b(?:tel|telephone|phone|mobile|mob|call|called|ring|text|whatsapp|contact|number)\b/i

/** UK numbers, at home or from abroad. Figures that happen to begin with a 0 are not grouped like one. */
export function findPhones(plain: string): Span[] {
  return matches(plain, phone).filter(({ start, end }) => {
    const text = plain.slice(start, end)
    const digits = text.replaceAll(/\D/g, '')
    if (/^\(?(?:\+|00)/.test(text)) return /^(?:00)?440?[1-9]\d{8,9}$/.test(digits)
    if (digits.startsWith('44')) return digits.length === 12
    if (!/^0(?:1\d|2\d|3\d|5[56]|7[1-9]|8[0-47]|9[01689])\d{7,8}$/.test(digits)) return false
    if (digits.length === 10 && !/^0(?:1|8)/.test(digits)) return false
    const isNamed = called.test(plain.slice(Math.max(0, start - 30), start))
    const lengths = (text.match(/\d+/g) ?? []).map(({ length }) => length)
    const isSpelled = lengths.every((length) => length === 1)
    const isMobile = digits.startsWith('07') && digits.length === 11
    if (digits.length === 10 && lengths.length === 1) return isNamed
    if (isMobile || isNamed) return isSpelled || lengths[0]! >= 3
    return groupings.test(lengths.join('-'))
  })
}

/** The 124 postcode areas: "KS3 4th" and "Y9 1st" are in none of them. */
const areas =
  'AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.replaceAll(
    ' ',
    '|',
  )
const outward = `(?:GIR|(?:${areas})(?:[1-9](?:\\d|[A-HJKMNPRSTUVWXY])?|0))`
const postcode = new RegExp(
  `(?<![A-Za-z0-9])${outward}[ \\n-]{0,2}(?:\\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])`,
  'gi',
)
const spelled = /(?<![A-Za-z0-9])[A-Z](?: [A-Z0-9]){4,6}(?![A-Za-z0-9])/g
const whole = new RegExp(`^${outward}\\d[ABD-HJLNP-UW-Z]{2}$`)
/** "L2 1st", "E1 4th": an ordinal or a unit in small letters, not the end of a postcode. */
const ordinal = /\d(?:st|nd|rd|th|hr|yr)$/

/** Full unit postcodes, by the letters that BS 7666 allows. Half of one is a district, and names nobody. */
export function findPostcodes(plain: string): Span[] {
  const written = matches(plain, postcode).filter(({ start, end }) => !ordinal.test(plain.slice(start, end)))
  const spaced = matches(plain, spelled).filter(({ start, end }) =>
    whole.test(plain.slice(start, end).replaceAll(' ', '')),
  )
  return [...written, ...spaced]
}
