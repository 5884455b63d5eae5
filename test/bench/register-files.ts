/** Registers of any size for the benchmark: one row for each pupil and session, as CSV and as a workbook. */
import { addDays } from '@inclusion/shared/time'
import { zippedXml } from '../src/support/zip.ts'

const codes = ['/', '/', '/', 'I', '/', 'O', 'L', 'B', '/', 'D', 'C2', '/', 'M', 'U'] as const
const heading = ['UPN', 'Surname', 'Forename', 'Date', 'Session', 'Mark']

/** School days of October to December 2025. */
const days = Array.from({ length: 80 }, (_, after) => addDays('2025-10-01', after)).filter(
  (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
)
const uk = (day: string): string => day.split('-').toReversed().join('/')

/** So many marks of invented pupils: day by day, every pupil morning and afternoon. */
function rowsOf(marks: number): string[][] {
  const pupils = Math.ceil(marks / days.length / 2)
  return Array.from({ length: marks }, (_, at) => {
    const pupil = Math.floor(at / 2) % pupils
    const isMorning = at % 2 === 0
    const code = codes[(pupil * 7 + at * 5) % codes.length]!
    return [
      `X2021${String(10_000_000 + pupil)}`,
      `Quill${letters(pupil)}`,
      `Zeph${letters(pupil * 17)}`,
      uk(days[Math.floor(at / 2 / pupils)]!),
      isMorning ? 'AM' : 'PM',
      code === '/' && !isMorning ? '\\' : code,
    ]
  })
}

const letters = (number: number): string =>
  String(number).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)

export type RegisterFile = { kind: 'CSV' | 'XLSX'; marks: number; name: string; bytes: Buffer }

export function csvRegister(marks: number): RegisterFile {
  const text = [heading, ...rowsOf(marks)].map((row) => row.join(',')).join('\r\n')
  return { kind: 'CSV', marks, name: 'register.csv', bytes: Buffer.from(text) }
}

/** As a spreadsheet program saves it: words once in a part of their own, every part compressed. */
export function workbookRegister(marks: number): RegisterFile {
  const words = new Map<string, number>()
  const numberOf = (word: string): number => {
    const number = words.get(word) ?? words.size
    words.set(word, number)
    return number
  }
  const rows = [heading, ...rowsOf(marks)].map((row, at) => {
    const cells = row.map(
      (cell, column) => `<c r="${'ABCDEF'[column]}${at + 1}" t="s"><v>${numberOf(cell)}</v></c>`,
    )
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  const strings = [...words.keys()].map((word) => `<si><t>${word}</t></si>`)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packed = 'http://schemas.openxmlformats.org/package/2006'
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${kind}.${type}+xml"/>`
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const relations = (inside: string): string =>
    `<Relationships xmlns="${packed}/relationships">${inside}</Relationships>`
  const bytes = zippedXml({
    '[Content_Types].xml': `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Marks" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${main}" count="${rows.length * 6}" uniqueCount="${words.size}">${strings.join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  })
  return { kind: 'XLSX', marks, name: 'register.xlsx', bytes: Buffer.from(bytes) }
}
