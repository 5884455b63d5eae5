/** Opens an Excel workbook (XLSX): the values of its cells and its defined names, and nothing else of it. */
import type { NamedRange } from 'hucre'
import { readXlsx } from 'hucre/xlsx'
import { readCellName } from '@inclusion/shared/templates/cell-names'
import type { CellPlace, FilledFile } from '@inclusion/shared/templates/filled-file'
import { limits } from './limits.ts'
import { packedAgain } from './packed-again.ts'
import type { PackedPart } from './packed-parts.ts'
import { sheetOf, tooMany } from './sheet-of.ts'
import { unpack } from './unpack.ts'
import { unreadable } from './unreadable-file.ts'

const contentTypes = '[Content_Types].xml'
const read =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?workbook\d*\.xml(?:\.rels)?|xl\/(?:sharedStrings|styles)\d*\.xml|xl\/worksheets\/[^/]+\.xml)$/i
const worksheet = /^xl\/worksheets\//i

/** Throws `UnreadableFile`, or fails as the library does where the workbook is damaged. */
export async function readWorkbook(bytes: Uint8Array, parts: readonly PackedPart[]): Promise<FilledFile> {
  const unpacked = unpack(bytes, parts, (name) => read.test(name))
  if (unpacked.get(contentTypes)?.includes('macroEnabled')) throw unreadable('macros')
  refuseLists(unpacked)
  const cellsOnly = new Map(
    [...unpacked].map(([name, xml]) => [name, worksheet.test(name) ? onlyCells(xml) : xml]),
  )
  const { sheets, namedRanges = [] } = await readXlsx(packedAgain(cellsOnly), { readStyles: true })
  return { format: 'xlsx', sheets: sheets.map(sheetOf), names: placesOf(namedRanges) }
}

/** One worksheet may be listed many times over, and one cell have many names. */
function refuseLists(parts: ReadonlyMap<string, Buffer>): void {
  for (const [name, xml] of parts) {
    if (!/^xl\/workbook\d*\.xml$/i.test(name)) continue
    const text = xml.toString('latin1')
    const sheets = text.match(/<(?:\w+:)?sheet\s/g) ?? []
    if (sheets.length > limits.sheets) throw tooMany('sheets', limits.sheets)
    const names = text.match(/<(?:\w+:)?definedName\s/g) ?? []
    if (names.length > limits.names) throw tooMany('defined names', limits.names)
  }
}

/** A worksheet without its validations, formats, links and widths: a few bytes of these can stand for every cell. */
function onlyCells(xml: Buffer): Buffer {
  const from = xml.indexOf('<sheetData')
  const to = xml.lastIndexOf('</sheetData>')
  if (from < 0 || to < from) return xml
  return Buffer.concat([
    Buffer.from('<worksheet>'),
    xml.subarray(from, to),
    Buffer.from('</sheetData></worksheet>'),
  ])
}

const oneCell = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})$/

/** The names of figures that lead to one cell. Those of one sheet alone are of a copy of a sheet: none of ours. */
function placesOf(ranges: readonly NamedRange[]): Record<string, CellPlace> {
  const places = new Map<string, CellPlace>()
  for (const { name, range, scope } of ranges) {
    const match = oneCell.exec(range)
    if (!match || scope !== undefined || places.has(name) || !readCellName(name)) continue
    const [, quoted, bare, letters, row] = match
    const sheet = quoted?.replaceAll("''", "'") ?? bare!
    const column = letters!.split('').reduce((sum, letter) => sum * 26 + letter.codePointAt(0)! - 64, 0) - 1
    places.set(name, { sheet, row: Number(row) - 1, column })
  }
  return Object.fromEntries(places)
}
