import { unguarded } from '@inclusion/shared/templates/formula-guard'

/**
 * Rows and cells of a text as spreadsheets put it on the clipboard: tabs between cells, a line break after each
 * row. A cell that holds either is quoted, with the quotes in it doubled; any other stands as it
 * is. A text that was marked as one, because it begins like a formula, is read without its mark.
 */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let rest = text.replace(/\0/g, '')
  while (rest !== '') {
    const { cell, length } = firstCell(rest)
    rows.at(-1)!.push(unguarded(cell))
    const ended = /^(?:\t|\r\n|\r|\n)/.exec(rest.slice(length))?.[0] ?? ''
    rest = rest.slice(length + ended.length)
    if (ended !== '\t' && rest !== '') rows.push([])
    // A tab at the very end of it has one more cell after it, which is blank.
    if (ended === '\t' && rest === '') rows.at(-1)!.push('')
  }
  return rows
}

const quoted = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/

function firstCell(text: string): { cell: string; length: number } {
  const [whole, inside] = quoted.exec(text) ?? []
  if (whole !== undefined) return { cell: (inside ?? '').replaceAll('""', '"'), length: whole.length }
  const plain = /^[^\t\r\n]*/.exec(text)![0]
  return { cell: plain, length: plain.length }
}
