import { readXlsx, type MergeRange } from 'hucre/xlsx'
import type { Sheet } from '../sheet.ts'
import { cellText, type CellValue } from './cell-text.ts'
import type { OnProgress } from './text-rows.ts'

/** More than a heading or a pupil's name spans: a banner over the whole sheet is left in its first cell. */
const widestMerge = 400

function textRow(row: readonly CellValue[]): string[] {
  let length = row.length
  while (length > 0 && (row[length - 1] ?? '') === '') length--
  const texts: string[] = []
  for (let at = 0; at < length; at++) texts.push(cellText(row[at]))
  return texts
}

/** Every cell of a merged range reads as its first one does. */
function fillMerged(rows: string[][], { startRow, startCol, endRow, endCol }: MergeRange): void {
  const text = rows[startRow]?.[startCol] ?? ''
  if (text === '' || (endRow - startRow + 1) * (endCol - startCol + 1) > widestMerge) return
  for (let at = startRow; at <= endRow; at++) {
    const row = rows[at]
    if (!row) return
    while (row.length <= endCol) row.push('')
    row.fill(text, startCol, endCol + 1)
  }
}

/** The visible sheets of a workbook (XLSX), as text. Fails as hucre does where it is damaged. */
export async function workbookSheets(
  file: { name: string; bytes: Uint8Array },
  onProgress: OnProgress,
): Promise<Sheet[]> {
  const workbook = await readXlsx(file.bytes, { sheets: (sheet) => !sheet.hidden && !sheet.veryHidden })
  onProgress(0.8)
  return workbook.sheets.map(({ name, rows, merges }) => {
    const texts = rows.map((row) => textRow(row))
    for (const merge of merges ?? []) fillMerged(texts, merge)
    return { file: file.name, name, rows: texts }
  })
}
