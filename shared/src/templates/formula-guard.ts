/**
 * CSV has no way to say that a cell is a text, and a spreadsheet runs one that begins like a formula. Such a text is
 * written after an apostrophe, and read without it; some take a sign of full width for the plain one. Plain numbers stand as they are.
 */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/
const number = /^-?\d+(\.\d+)?$/

export const guarded = (text: string): string => (risky.test(text) && !number.test(text) ? `'${text}` : text)

export const unguarded = (text: string): string =>
  /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text
