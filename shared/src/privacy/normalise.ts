/**
 * A text as the detectors read it: full-width and other digits and letters as plain ones, what cannot be
 * seen taken out, every dash a hyphen and every space a space. Each character knows where it came from.
 */

export type Normal = {
  plain: string
  /** Where each character of `plain` began, and ended, in the original. */
  starts: number[]
  ends: number[]
}

export type Span = { start: number; end: number }

/** Letters of other scripts that look like those an identifier, or its "at" and "dot", is made of. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [
    ['АВСЕНКМОРТХЅІЈУԚԜ', 'ABCEHKMOPTXSIJYQW'],
    ['аеорсхуіѕјвкмнтԁһԛԝӏ', 'aeopcxyisjbkmhtdhqwl'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['αεικνορτυχ', 'aeiknoptux'],
    ['ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢɑıɡ', 'abcdeghijklmnoprtuvwyzaig'],
  ].flatMap(([letters = '', plain = '']) =>
    Array.from(letters).map((letter, at) => [letter, plain.charAt(at)] as const),
  ),
)

/** The normal form of a text. Line breaks stay, as `\n`; tabs stay too, for they part the cells of a table. */
export function normalise(text: string): Normal {
  const normal: Normal = { plain: '', starts: [], ends: [] }
  let at = 0
  for (const character of text) {
    const end = at + character.length
    for (const plain of plainOf(character)) {
      normal.plain += plain
      normal.starts.push(at)
      normal.ends.push(end)
    }
    at = end
  }
  return normal
}

function plainOf(character: string): string {
  if (character >= ' ' && character <= '~') return character
  if (character === '\t') return character
  if (/[\n\r\v\f\u0085\u2028\u2029]/.test(character)) return character === '\r' ? '' : '\n'
  if (/[\p{Cf}\p{M}\p{Cc}\u115F\u1160\u3164\u2800]/u.test(character)) return ''
  if (/\p{Zs}/u.test(character)) return ' '
  if (/[\p{Pd}\u2212\u2043\u02D7]/u.test(character)) return '-'
  if (lookalikes[character]) return lookalikes[character]
  if (/\p{Nd}/u.test(character)) return digitOf(character)
  // One character may stand for several, and each must be one unit long: `starts` counts units.
  const folded = character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return /^[ -~]+$/.test(folded) ? folded : character.length === 1 ? character : '\uFFFD'
}

/** The digit a character of any script stands for: they come in runs of ten, zero first. */
function digitOf(character: string): string {
  const folded = character.normalize('NFKD')
  if (/^[0-9]$/.test(folded)) return folded
  const code = character.codePointAt(0)!
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

/** Where a stretch of the normal form stands in the original. */
export const originalSpan = ({ starts, ends }: Normal, start: number, end: number): Span => ({
  start: starts[start] ?? 0,
  end: ends[end - 1] ?? 0,
})
