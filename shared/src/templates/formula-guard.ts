/**
 * A plain text, in CSV and on the clipboard, has no way to say that it is one, and a spreadsheet runs one that begins
 * like a formula, also after blanks. Such a text is written after an apostrophe, and read without it; some take a sign
 * of full width for the plain one. Plain numbers stay as they are.
 */
import { isPlainNumber } from '../privacy/plain-number.ts'

const risky = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

export const guarded = (text: string): string =>
  risky.test(text) && !isPlainNumber(text) ? `'${text}` : text

export const unguarded = (text: string): string =>
  text.startsWith("'") && risky.test(text) ? text.slice(1) : text
