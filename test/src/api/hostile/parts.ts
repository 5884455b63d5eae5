/** The parts of small workbooks, made by hand: what a spreadsheet program would write, and what it never would. */
import { archiveOf, zippedXml, type ZipPart } from '../../support/zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

export const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`

export const sheetXml = (rows: string, before = '', after = ''): string =>
  `<worksheet xmlns="${main}" xmlns:r="${relationships}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`

/** A row of numbers and of texts, each in its cell. */
export const rowXml = (at: number, cells: readonly (string | number)[]): string =>
  `<row r="${at}">${cells
    .map((cell, column) => {
      const place = `${String.fromCodePoint(65 + column)}${at}`
      return typeof cell === 'number'
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
    })
    .join('')}</row>`

export type Workbook = {
  sheet?: string
  /** More of the workbook's own part: defined names, or links to others. */
  workbook?: string
  sheets?: string
  strings?: string
  styles?: string
  relations?: string
  types?: string
  /** Other parts, by their path. */
  others?: Record<string, string>
}

/** The parts of a workbook of one sheet. */
export function partsOf(given: Workbook = {}): Record<string, string> {
  const { sheet = sheetXml(rowXml(1, ['Figure', 9])), workbook = '', strings, styles, relations = '' } = given
  const sheets = given.sheets ?? '<sheet name="Money" sheetId="1" r:id="rId1"/>'
  return {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types">${given.types ?? ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets}</sheets>${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${strings ? relation('rId2', 'sharedStrings', 'sharedStrings.xml') : ''}${styles ? relation('rId3', 'styles', 'styles.xml') : ''}${relations}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...(strings ? { 'xl/sharedStrings.xml': strings } : {}),
    ...(styles ? { 'xl/styles.xml': styles } : {}),
    ...given.others,
  }
}

export const workbookOf = (given: Workbook = {}): Uint8Array => zippedXml(partsOf(given))

/** A workbook whose archive lies: about some of its parts, or by parts that are added. */
export function lyingWorkbook(
  lies: Readonly<Record<string, Partial<ZipPart>>>,
  added: readonly ZipPart[] = [],
): Uint8Array {
  const parts = Object.entries(partsOf()).map(([name, content]) => ({ name, content, ...lies[name] }))
  return archiveOf([...parts, ...added])
}

/** So many defined names, as ours are called, each of another figure. */
export const namesXml = (count: number, placeOf: (at: number) => string): string =>
  `<definedNames>${Array.from(
    { length: count },
    (_, at) =>
      `<definedName name="f.APM_OP2.u${String(at).padStart(6, '0')}.value">${placeOf(at)}</definedName>`,
  ).join('')}</definedNames>`

export const stringsXml = (inner: string, counts = ''): string =>
  `<sst xmlns="${main}" ${counts}>${inner}</sst>`

/** Styles of which the second shows a percentage, and the third a day. */
export const stylesXml = `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`

const office = 'urn:oasis:names:tc:opendocument:xmlns'
const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet'

export const tableXml = (rows: string): string => `<table:table table:name="Money">${rows}</table:table>`
export const odsRow = (...cells: string[]): string =>
  `<table:table-row>${cells.map((cell) => (cell.startsWith('<') ? cell : odsText(cell))).join('')}</table:table-row>`
export const odsText = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`

/** An OpenDocument spreadsheet with this content. */
export function openDocument(
  tables: string,
  {
    type = spreadsheet,
    head = '',
    others = {},
  }: { type?: string; head?: string; others?: Record<string, string> } = {},
): Uint8Array {
  const names = ['office:1.0', 'table:1.0', 'text:1.0'].map((name) => {
    const [prefix, version] = name.split(':')
    return `xmlns:${prefix}="${office}:${prefix}:${version}"`
  })
  return archiveOf([
    { name: 'mimetype', content: type, stored: true },
    {
      name: 'content.xml',
      content: `<?xml version="1.0"?>${head}<office:document-content ${names.join(' ')}><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    ...Object.entries(others).map(([name, content]) => ({ name, content })),
  ])
}
