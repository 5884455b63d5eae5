/** What came from a clipboard, as it was given. */
export type Clipboard = { plain: string; html: string }

/**
 * Whether it holds more than one cell: a tab, or a line break before its end. One cell alone is put in its field
 * as any text is.
 */
export function isBlock({ plain, html }: Clipboard): boolean {
  if (plain.trim() === '') return /<t[dh][\s>]/i.test(html)
  return /[\t\r\n]/.test(plain.replace(/(?:\r\n|\r|\n)$/, ''))
}
