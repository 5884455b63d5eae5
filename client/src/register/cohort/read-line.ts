/** One pasted line as its cells, whichever way it was copied: from a sheet, from a list, typed. */
import { readStartDate, splitDate } from './start-date.ts'

export type Line = {
  /** From 1, as she counts them. */
  number: number
  text: string
  cells: readonly Cell[]
}

export type Cell = {
  text: string
  /** As `readStartDate`; undefined where it is no date. */
  date: ReturnType<typeof readStartDate>
  /** Where it stood in its line, so that a heading can speak for it. */
  place: number
}

/** Lines that hold something, in order. */
export function readLines(pasted: string): Line[] {
  return pasted
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ number: index + 1, text: text.trim(), cells: cellsOf(text) }))
    .filter(({ text }) => text !== '')
}

function cellsOf(line: string): Cell[] {
  const parts = line.includes('\t') ? line.split('\t') : split(line, line.includes(';') ? ';' : ',')
  return parts.flatMap((part, place) => {
    const text = unquoted(part)
    const date = readStartDate(text)
    if (text === '' || date !== undefined) return text === '' ? [] : [{ text, date, place }]
    const ending = splitDate(text)
    if (!ending) return [{ text, date, place }]
    return [
      { text: unquoted(ending.rest), date: undefined, place },
      { text: ending.date, date: readStartDate(ending.date), place },
    ]
  })
}

/** A separator inside quotes parts nothing. */
function split(line: string, separator: ',' | ';'): string[] {
  const outside = separator === ',' ? /,(?=(?:[^"]*"[^"]*")*[^"]*$)/ : /;(?=(?:[^"]*"[^"]*")*[^"]*$)/
  return line.split(outside)
}

function unquoted(part: string): string {
  const text = part.trim()
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text
}
