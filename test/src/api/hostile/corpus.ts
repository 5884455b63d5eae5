/** Files that people send by mistake, and files that somebody makes to do harm: each with what becomes of it. */
import { gzipSync } from 'node:zlib'
import { sentences } from '@inclusion/server/uploads/read/unreadable-file'
import { zipped } from '../../support/zip.ts'
import {
  lyingWorkbook,
  namesXml,
  odsRow,
  odsText,
  openDocument,
  partsOf,
  rowXml,
  sheetXml,
  stringsXml,
  tableXml,
  workbookOf,
} from './parts.ts'

/** What becomes of a file: the first rows that are read of its first sheet, or the sentence that refuses it. */
export type Outcome = { rows: string[][] } | { sentence: string | RegExp } | { held: string }
export type Hostile = { name: string; bytes: () => Uint8Array; outcome: Outcome }

type Sentence = keyof typeof sentences

export const refused = (name: string, why: Sentence | RegExp, bytes: () => Uint8Array): Hostile => ({
  ...{ name, bytes },
  outcome: { sentence: typeof why === 'string' ? sentences[why] : why },
})
export const reads = (name: string, rows: string[][], bytes: () => Uint8Array): Hostile => ({
  ...{ name, bytes },
  outcome: { rows },
})

export const text = (words: string): Uint8Array => new Uint8Array(Buffer.from(words))
const of = (...codes: number[]): Uint8Array => new Uint8Array(codes)
export const joined = (...parts: (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const oleWith = (name: string) => joined(of(...ole), new Uint8Array(600), Buffer.from(name, 'utf16le'))
const zeros = (length: number) => new Uint8Array(length)
const mebibyte = 1_048_576
export const asIs = [['Figure', '9']]

/** An archive of the same parts, cut off. */
const cut = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share))

export const notSpreadsheets: Hostile[] = [
  refused('an empty file', 'empty', () => of()),
  refused('a text of blanks', 'empty', () => text(' \n,,,\n'.repeat(3).replaceAll(' ', ''))),
  refused('an old workbook named .xlsx', 'old-workbook', () => oleWith('Workbook')),
  refused('a workbook of Excel 3', 'old-workbook', () => of(0x09, 0x04, 0x06, 0x00, 0x00, 0x00)),
  refused('a workbook locked with a password', 'locked', () => oleWith('EncryptedPackage')),
  refused('an old Word document', 'document', () => oleWith('WordDocument')),
  refused('a binary workbook', 'binary-workbook', () =>
    zipped({ '[Content_Types].xml': '', 'xl/workbook.bin': 'x' }),
  ),
  refused('a Word document', 'document', () =>
    zipped({ '[Content_Types].xml': '', 'word/document.xml': 'x' }),
  ),
  refused('a presentation', 'document', () =>
    zipped({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }),
  ),
  refused('a PDF', 'document', () => text('%PDF-1.7\n...')),
  refused('a rich text', 'document', () => text('{\\rtf1 words}')),
  refused('a PNG', 'picture', () => of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)),
  refused('a JPEG', 'picture', () => of(0xff, 0xd8, 0xff, 0xe0)),
  refused('a GIF', 'picture', () => text('GIF89a')),
  refused('a web page named .xls', 'page', () => text('<html><table><tr><td>1</td></tr></table></html>')),
  refused('an XML spreadsheet of 2003', 'page', () => text('<?xml version="1.0"?><Workbook/>')),
  refused('a program', 'other', () => joined('MZ', zeros(200))),
  refused('a folder of files', 'archive', () => zipped({ 'a.csv': 'a,b', 'b.csv': 'a,b' })),
  refused('a workbook in a folder', 'archive', () => zipped({ 'template.xlsx': workbookOf() })),
  refused('a gzip named .zip', 'compressed', () => new Uint8Array(gzipSync(workbookOf()))),
  refused('a gzip of nothing but zeros', 'compressed', () => new Uint8Array(gzipSync(zeros(50 * mebibyte)))),
  reads('a workbook named .gz', asIs, () => workbookOf()),
  refused('a 7-Zip archive', 'archive', () => of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)),
  refused('an OpenDocument text', 'document', () =>
    openDocument('', { type: 'application/vnd.oasis.opendocument.text' }),
  ),
  refused('more than 5 MB', 'too-large', () => zeros(5_000_001).fill(65)),
]

export const brokenArchives: Hostile[] = [
  refused('a workbook cut in half', 'damaged', () => cut(workbookOf(), 0.5)),
  refused('a workbook that lost its last bytes', 'damaged', () => cut(workbookOf(), 0.99)),
  refused('the first bytes of an archive', 'damaged', () => of(0x50, 0x4b, 0x03, 0x04)),
  refused('an archive of random bytes', 'damaged', () =>
    joined(
      'PK',
      zeros(4_000).map((_, at) => at * 7),
    ),
  ),
  refused('a part that is there twice', 'damaged', () =>
    lyingWorkbook({}, [{ name: 'xl/worksheets/sheet1.xml', content: sheetXml(rowXml(1, ['Other', 1])) }]),
  ),
  refused('a part that differs in capitals alone', 'damaged', () =>
    lyingWorkbook({}, [{ name: 'XL/workbook.xml', content: '' }]),
  ),
  refused('a part whose name leads out of the file', 'damaged', () =>
    lyingWorkbook({}, [{ name: '../../etc/passwd', content: 'x' }]),
  ),
  refused('a part with the name of a drive', 'damaged', () =>
    lyingWorkbook({}, [{ name: 'C:\\Windows\\x.dll', content: 'x' }]),
  ),
  refused('a part with two names', 'damaged', () =>
    lyingWorkbook({ 'xl/worksheets/sheet1.xml': { localName: 'xl/worksheets/sheet2.xml' } }),
  ),
  refused('a part that is more than it says', 'damaged', () =>
    lyingWorkbook({ 'xl/worksheets/sheet1.xml': { unpacked: 10 } }),
  ),
  refused('a part that is less than it says', 'damaged', () =>
    lyingWorkbook({ 'xl/worksheets/sheet1.xml': { unpacked: 9_000 } }),
  ),
  refused('a part packed in a way that nobody uses', 'damaged', () =>
    lyingWorkbook({ 'xl/worksheets/sheet1.xml': { method: 12 } }),
  ),
  refused('parts locked one by one', 'locked', () => lyingWorkbook({ 'xl/workbook.xml': { flags: 1 } })),
  refused('a workbook whose sheet is blank', 'empty', () =>
    zipped({ ...partsOf(), 'xl/worksheets/sheet1.xml': '' }),
  ),
  refused('a workbook whose XML ends too early', 'damaged', () =>
    workbookOf({ workbook: '<definedNames><definedName name="a">' }),
  ),
  refused('three thousand empty parts', 'unpacks', () =>
    zipped(Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`xl/media/${at}.png`, '']))),
  ),
]

const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at + 1)).join('')
const bomb = 'x'.repeat(60 * mebibyte)

export const bombs: Hostile[] = [
  refused('a sheet that unpacks to 60 MB', 'unpacks', () => workbookOf({ sheet: sheetXml(bomb) })),
  refused('strings that unpack to 60 MB', 'unpacks', () => workbookOf({ strings: stringsXml(bomb) })),
  reads('a picture that would unpack to 60 MB, and is not', asIs, () =>
    zipped({ ...partsOf(), 'xl/media/image1.png': bomb }),
  ),
  reads('a workbook that hides an archive, which hides another', asIs, () =>
    zipped({ ...partsOf(), 'xl/embeddings/a.zip': zipped({ 'b.zip': zipped({ c: zeros(mebibyte) }) }) }),
  ),
  refused('forty sheets that each unpack to 2 MB', 'unpacks', () =>
    zipped({
      ...partsOf(),
      ...Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [`xl/worksheets/sheet${at + 2}.xml`, 'x'.repeat(2 * mebibyte)]),
      ),
    }),
  ),
  refused('one sheet listed five thousand times', /more than 100 sheets/, () =>
    workbookOf({ sheets: rows(5_000, (at) => `<sheet name="S${at}" sheetId="${at}" r:id="rId1"/>`) }),
  ),
  reads('a validation over every cell, in 4 kB', asIs, () =>
    workbookOf({
      sheet: sheetXml(
        rowXml(1, ['Figure', 9]),
        '',
        '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      ),
    }),
  ),
  reads('a format over every cell, and columns set a thousand times', asIs, () =>
    workbookOf({
      sheet: sheetXml(
        rowXml(1, ['Figure', 9]),
        `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(1_000)}</cols>`,
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>',
      ),
    }),
  ),
  reads('a sheet that says it has every cell', asIs, () =>
    workbookOf({ sheet: sheetXml(rowXml(1, ['Figure', 9]), '<dimension ref="A1:XFD1048576"/>') }),
  ),
  refused('a cell in the first corner and one in the last', 'too-much', () =>
    workbookOf({
      sheet: sheetXml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      ),
    }),
  ),
  refused('a cell below the last row that there is', 'damaged', () =>
    workbookOf({ sheet: sheetXml('<row r="9999999"><c r="A9999999"><v>1</v></c></row>') }),
  ),
  refused('a cell in the last row', 'too-much', () =>
    workbookOf({ sheet: sheetXml('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') }),
  ),
  refused('a hundred thousand rows', /more than 20,000 rows/, () =>
    workbookOf({ sheet: sheetXml(rows(100_000, (at) => rowXml(at, [at]))) }),
  ),
  refused('a text of a hundred thousand rows', /more than 20,000 rows/, () =>
    text(rows(100_000, (at) => `APM-OP1,,${at},,\n`)),
  ),
  refused('sixty thousand cells', /more than 50,000 cells/, () =>
    text(rows(6_000, (at) => `${at},1,2,3,4,5,6,7,8,9\n`)),
  ),
  refused('a cell of 40,000 characters', /^Cell A1.* holds more than 32,767 characters/, () =>
    workbookOf({ sheet: sheetXml(rowXml(1, ['long '.repeat(8_000)])) }),
  ),
  refused('two million characters and more, in cells of 30,000', /more than 2,000,000 characters/, () =>
    workbookOf({ sheet: sheetXml(rows(80, (at) => rowXml(at, ['word '.repeat(6_000)]))) }),
  ),
  refused('a hundred thousand defined names', /more than 5,000 defined names/, () =>
    workbookOf({ workbook: namesXml(100_000, () => 'Money!$A$1') }),
  ),
  refused('four thousand names of one long cell', /more than 2,000,000 characters/, () =>
    workbookOf({
      sheet: sheetXml(rowXml(1, ['word '.repeat(6_000)])),
      workbook: namesXml(4_000, () => 'Money!$A$1'),
    }),
  ),
  reads('names that are none of ours, all of one long cell', [['word '.repeat(6_000)]], () =>
    workbookOf({
      sheet: sheetXml(rowXml(1, ['word '.repeat(6_000)])),
      workbook: namesXml(4_000, () => 'Money!$A$1').replaceAll('"f.', '"g.'),
    }),
  ),
  refused('a million laughs', 'declarations', () =>
    workbookOf({
      strings: `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>${stringsXml('<si><t>&lol2;</t></si>')}`,
    }),
  ),
  refused('an entity that reads a file of the machine', 'declarations', () =>
    workbookOf({
      sheet: `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${sheetXml(rowXml(1, ['&f;']))}`,
    }),
  ),
  refused('the same in an OpenDocument file', 'declarations', () =>
    openDocument(tableXml(odsRow('&f;')), { head: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' }),
  ),
  reads('strings that say there are four thousand million', [['Figure', '9']], () =>
    workbookOf({
      sheet: sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>9</v></c></row>'),
      strings: stringsXml('<si><t>Figure</t></si>', 'count="4294967295" uniqueCount="4294967295"'),
    }),
  ),
  refused('XML that nests two hundred thousand deep', /./, () =>
    openDocument(tableXml(odsRow(`${'<text:span>'.repeat(200_000)}x${'</text:span>'.repeat(200_000)}`))),
  ),
  // On a busy machine its time is over before its memory is.
  refused(
    'strings of more objects than memory holds',
    /^(There is too much|Reading this file took too long)/,
    () => workbookOf({ strings: stringsXml('<si><r><t>a</t></r></si>'.repeat(1_500_000)) }),
  ),
  refused('an OpenDocument row repeated a million times', 'too-much', () =>
    openDocument(
      tableXml(
        `<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>`,
      ),
    ),
  ),
  refused('a cell of nine hundred million spaces', /holds more than 32,767 characters/, () =>
    openDocument(tableXml(odsRow(odsText('a<text:s text:c="900000000"/>b')))),
  ),
]
