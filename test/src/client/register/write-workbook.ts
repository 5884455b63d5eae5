/** Workbooks (XLSX) made by hand from their parts, so that what reads them is not tested by its own writer. */
import { zipped } from '../../support/zip.ts'
import type { Cell, Grid } from './write-register.ts'

/** A cell of a workbook: text, a number as the file has it, a date by its serial, or raw XML. */
export type BookCell = string | { number: string } | { serial: number } | { xml: string } | null

export type BookSheet = {
  name: string
  rows: BookCell[][]
  merges?: string[]
  state?: 'hidden' | 'veryHidden'
}

export type Book = { sheets: BookSheet[]; is1904?: boolean; areShared?: boolean }

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

function cellXml(cell: BookCell, at: string, shared: Map<string, number> | null): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'object') {
    if ('xml' in cell) return cell.xml.replace('<c', `<c r="${at}"`)
    if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`
    return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`
  }
  if (!shared) return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  const index = shared.get(cell) ?? shared.size
  shared.set(cell, index)
  return `<c r="${at}" t="s"><v>${index}</v></c>`
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

function sheetXml({ rows, merges = [] }: BookSheet, shared: Map<string, number> | null): string {
  const data = rows.map((row, at) => {
    const cells = row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`, shared))
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return (
    `${declared}<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData>` +
    `${merged ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : ''}</worksheet>`
  )
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relations = (inner: string) =>
  `${declared}<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`

/** Style 1 is dd/mm/yyyy. */
const styles =
  `${declared}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
  '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>' +
  '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>'

/** The bytes of a workbook. Text is in its table of shared strings, or in each cell. */
export function workbook({ sheets, is1904 = false, areShared = true }: Book): Uint8Array {
  const shared = areShared ? new Map<string, number>() : null
  const parts: Record<string, string> = {}
  for (const [at, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, shared)
  const list = sheets.map(({ name, state }, at) => {
    const hidden = state ? ` state="${state}"` : ''
    return `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`
  })
  const strings = [...(shared?.keys() ?? [])].map(
    (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
  )
  return zipped({
    '[Content_Types].xml':
      `${declared}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${declared}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/>` +
      `<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
        relation('rId90', 'styles', 'styles.xml') +
        relation('rId91', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `${declared}<sst xmlns="${main}">${strings.join('')}</sst>`,
    ...parts,
  })
}

/** A day's number in a workbook that counts from 1900, or from 1904. */
export const serialOf = (date: string, is1904 = false): number =>
  Date.parse(`${date}T00:00:00Z`) / 86_400_000 + (is1904 ? 24_107 : 25_569)

/** A grid as a workbook of one sheet; its dates as dates, or as the text they are written with. */
export function workbookOf(grid: Grid, areDates: boolean, book: Omit<Book, 'sheets'> = {}): Uint8Array {
  const bookCell = (cell: Cell): BookCell => {
    if (typeof cell === 'string') return cell
    return areDates ? { serial: serialOf(cell.date, book.is1904) } : cell.text
  }
  return workbook({ ...book, sheets: [{ name: 'Register', rows: grid.map((row) => row.map(bookCell)) }] })
}
