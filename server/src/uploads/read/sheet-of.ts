/** A sheet as the library read it, made into texts, within the limits. */
import type { Cell } from 'hucre'
import type { FilledFile, FilledSheet } from '@inclusion/shared/templates/filled-file'
import { valueText, type CellValue } from './cell-value.ts'
import { cellWords } from './cell-words.ts'
import { limits } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

type ReadSheet = { name: string; rows: CellValue[][]; cells?: Map<string, Cell> }

/** A formula is its result. One whose result the file does not hold is what was typed: nothing is worked out here. */
export function sheetOf({ name, rows, cells }: ReadSheet): FilledSheet {
  const texts = rows.map((row, at) =>
    withoutBlankEnd(
      row.map((value, column) => {
        const cell = cells?.get(`${at},${column}`)
        if (value === null && cell?.formula !== undefined) return `=${cell.formula}`
        return valueText(value, cell?.style?.numFmt)
      }),
      (text) => text === '',
    ),
  )
  return { name, rows: withoutBlankEnd(texts, (row) => row.length === 0) }
}

export function withoutBlankEnd<T>(list: T[], isBlank: (item: T) => boolean): T[] {
  let { length } = list
  while (length > 0 && isBlank(list[length - 1]!)) length--
  return list.slice(0, length)
}

/** Throws `UnreadableFile` when there is more in the sheets than a template can hold, or what cannot be kept. */
export function refuseTooMuch({ sheets, names }: Pick<FilledFile, 'sheets' | 'names'>): void {
  if (sheets.length > limits.sheets) throw tooMany('sheets', limits.sheets)
  let cells = 0
  let characters = charactersBehind(names, sheets)
  for (const { name, rows } of sheets) {
    if (rows.length > limits.rows) throw tooMany('rows', limits.rows)
    for (const [row, texts] of rows.entries())
      for (const [column, text] of texts.entries()) {
        if (text === '') continue
        cells += 1
        characters += text.length
        refuseText(text, { sheet: name, row, column })
      }
  }
  if (cells > limits.cells) throw tooMany('cells', limits.cells)
  if (characters > limits.characters) throw tooMany('characters', limits.characters)
}

/** Each name of a cell is read as a cell of its own. */
function charactersBehind(names: FilledFile['names'], sheets: readonly FilledSheet[]): number {
  const rowsOf = new Map(sheets.map(({ name, rows }) => [name, rows]))
  return Object.values(names).reduce(
    (sum, { sheet, row, column }) => sum + (rowsOf.get(sheet)?.[row]?.[column]?.length ?? 0),
    0,
  )
}

function refuseText(text: string, place: Parameters<typeof cellWords>[0]): void {
  const where = cellWords(place)
  if (text.length > limits.cell)
    throw new UnreadableFile(
      `${where} holds more than ${limits.cell.toLocaleString('en-GB')} characters. Shorten it, and upload the file again.`,
    )
  if (!text.isWellFormed() || text.includes('\0'))
    throw new UnreadableFile(
      `${where} holds a character that cannot be kept. Type its content again, and upload the file again.`,
    )
}

export const tooMany = (what: string, most: number) =>
  new UnreadableFile(
    `This file has more than ${most.toLocaleString('en-GB')} ${what}. Download the template again and copy only your figures into it.`,
  )
