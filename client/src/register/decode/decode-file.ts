import type { Sheet } from '../sheet.ts'
import { fileKind, type FileKind } from './file-kind.ts'
import { limits } from './limits.ts'
import { packedParts, unpackedSize } from './packed-parts.ts'
import { textOf } from './text-of.ts'
import { textRows, type OnProgress } from './text-rows.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { workbookSheets } from './workbook-sheets.ts'

export type DroppedFile = { name: string; bytes: Uint8Array }

const saveAgain = 'Save it as XLSX or CSV, and drop it again.'

const sentences: Record<Exclude<FileKind, 'text' | 'workbook'>, string> = {
  'binary-workbook': `is a binary workbook (XLSB). ${saveAgain}`,
  'open-document': `is an OpenDocument spreadsheet. ${saveAgain}`,
  'old-workbook': `is in the format of Excel before 2007. ${saveAgain}`,
  'locked-workbook': 'is locked with a password. Save a copy without one, and drop that.',
  archive: 'is a compressed folder (ZIP). Open it, and drop the file that is in it.',
  compressed: 'is a compressed file. Unpack it, and drop the file that is in it.',
  document: 'is a document, not a table. Export the register as XLSX or CSV, and drop that.',
  page: `is a web page with a spreadsheet's name. Open it in Excel. ${saveAgain}`,
  'something-else': 'is not a table. Export the register as XLSX or CSV, and drop that.',
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`

const tooLarge = (name: string, limit: number) =>
  new UnreadableFile(
    `${name} is too large to open here: more than ${megabytes(limit)}. ` +
      'Export a shorter time or fewer columns, and drop the parts together.',
  )

async function openWorkbook(file: DroppedFile, onProgress: OnProgress): Promise<Sheet[]> {
  if (unpackedSize(packedParts(file.bytes)) > limits.unpacked) throw tooLarge(file.name, limits.unpacked)
  try {
    return await workbookSheets(file, onProgress)
  } catch {
    throw new UnreadableFile(
      `${file.name} is damaged: a part of it is missing. Open it in Excel. ${saveAgain}`,
    )
  }
}

const hasText = (sheet: Sheet) => sheet.rows.some((row) => row.some((cell) => cell.trim() !== ''))

/**
 * The sheets of a dropped file, judged by its content and not by its name: text with separated cells, or
 * a workbook (XLSX). `onProgress` is told the share that is done, 0 to 1. Throws `UnreadableFile`.
 */
export async function decodeFile(file: DroppedFile, onProgress: OnProgress = () => {}): Promise<Sheet[]> {
  const { name, bytes } = file
  if (bytes.length > limits.file) throw tooLarge(name, limits.file)
  const kind = fileKind(bytes)
  if (kind !== 'text' && kind !== 'workbook') throw new UnreadableFile(`${name} ${sentences[kind]}`)
  const decoded =
    kind === 'workbook'
      ? await openWorkbook(file, onProgress)
      : [{ file: name, name: null, rows: textRows(textOf(bytes), onProgress) }]
  const sheets = decoded.filter(hasText)
  if (sheets.length === 0)
    throw new UnreadableFile(`${name} is empty. Export the register again, and drop that.`)
  onProgress(1)
  return sheets
}
