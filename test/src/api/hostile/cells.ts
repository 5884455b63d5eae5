/** Files that open, with cells that say more or less than they seem to: what is read of them, and what is refused. */
import { zipped } from '../../support/zip.ts'
import { asIs, joined, reads, refused, text, type Hostile } from './corpus.ts'
import {
  odsRow,
  openDocument,
  partsOf,
  relation,
  rowXml,
  sheetXml,
  stringsXml,
  stylesXml,
  tableXml,
  workbookOf,
} from './parts.ts'

const row = (cells: string) => workbookOf({ sheet: sheetXml(`<row r="1">${cells}</row>`), styles: stylesXml })
const held = (name: string, where: string, bytes: () => Uint8Array): Hostile => ({
  ...{ name, bytes },
  outcome: { held: where },
})

/** Made here: authority 202, whose check letter is right. */
const upn = 'J202110020001'

export const values: Hostile[] = [
  reads('numbers as they were typed', [['0.3', '-5', '1000000000000', '0.0000001']], () =>
    row(
      '<c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>-5</v></c><c r="C1"><v>1E+12</v></c><c r="D1"><v>1e-7</v></c>',
    ),
  ),
  reads('a percentage, which is no count', [['12.5%']], () => row('<c r="A1" s="1"><v>0.125</v></c>')),
  reads('a percentage and a length of time of LibreOffice, as it shows them', [['12.5%', '138:30']], () =>
    openDocument(
      tableXml(
        odsRow(
          '<table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12.5%</text:p></table:table-cell>',
          '<table:table-cell office:value-type="time" office:time-value="PT138H30M00S"><text:p>138:30</text:p></table:table-cell>',
        ),
      ),
    ),
  ),
  reads('a day', [['2025-10-31']], () => row('<c r="A1" s="2"><v>45961</v></c>')),
  reads('a truth', [['TRUE', 'FALSE']], () =>
    row('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>'),
  ),
  reads('errors of Excel', [['#REF!', '#DIV/0!']], () =>
    row('<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><v>#DIV/0!</v></c>'),
  ),
  reads('a number that says it is a text, and a text that says it is a number', [['9', 'nine']], () =>
    row('<c r="A1" t="str"><v>9</v></c><c r="B1"><v>nine</v></c>'),
  ),
  reads('a text that is not in the list of texts', [['', '9']], () =>
    row('<c r="A1" t="s"><v>77</v></c><c r="B1"><v>9</v></c>'),
  ),
  reads('a number too large for any', [['', '9']], () =>
    row('<c r="A1"><v>1e999</v></c><c r="B1"><v>9</v></c>'),
  ),
  reads('cells of no place', [['Figure', '9']], () =>
    row('<c t="inlineStr"><is><t>Figure</t></is></c><c><v>9</v></c>'),
  ),
  reads('a text in several fonts', [['Figure of ours']], () =>
    workbookOf({
      sheet: sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
      strings: stringsXml('<si><r><t>Figure </t></r><r><rPr><b/></rPr><t>of ours</t></r></si>'),
    }),
  ),
  reads('a hidden sheet, which is read like any other', asIs, () =>
    workbookOf({ sheets: '<sheet name="Money" sheetId="1" state="veryHidden" r:id="rId1"/>' }),
  ),
  refused('a NUL in a cell', /^Cell A1 of the sheet “Money” holds a character that cannot be kept/, () =>
    row('<c r="A1" t="str"><v>a_x0000_b</v></c>'),
  ),
  refused(
    'half a symbol in a cell',
    /^Cell A1 of the sheet “Money” holds a character that cannot be kept/,
    () => row('<c r="A1" t="str"><v>a_xD800_b</v></c>'),
  ),
  refused('half a symbol by its number', /^Cell A1 .* cannot be kept/, () =>
    row('<c r="A1" t="str"><v>a&#xD800;b</v></c>'),
  ),
]

const formula = (inner: string, type = '') =>
  workbookOf({ sheet: sheetXml(`<row r="1"><c r="A1"${type}>${inner}</c><c r="B1"><v>9</v></c></row>`) })

export const instructions: Hostile[] = [
  reads('a formula with its result', [['12', '9']], () => formula('<f>SUM(C1:C9)</f><v>12</v>')),
  reads('a formula whose result is a text', [['n/a', '9']], () =>
    formula('<f>IF(1,"n/a","")</f><v>n/a</v>', ' t="str"'),
  ),
  reads('a formula whose result is blank', [['', '9']], () =>
    formula('<f>IF(1,"","")</f><v></v>', ' t="str"'),
  ),
  reads('a formula without its result, as it was typed', [['=SUM(C1:C9)', '9']], () =>
    formula('<f>SUM(C1:C9)</f>'),
  ),
  reads('a formula of OpenDocument without its result', [['=SUM(C1:C9)', 'x']], () =>
    openDocument(tableXml(odsRow('<table:table-cell table:formula="of:=SUM([.C1:.C9])"/>', 'x'))),
  ),
  reads('a formula that asks another program (DDE), as the value it last had', [['3', '9']], () =>
    formula("<f>cmd|' /C calc'!A0</f><v>3</v>"),
  ),
  reads('links to another workbook, which are not followed', asIs, () =>
    workbookOf({
      workbook: '<externalReferences><externalReference r:id="rId9"/></externalReferences>',
      relations: relation('rId9', 'externalLink', 'externalLinks/externalLink1.xml'),
      others: { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' },
    }),
  ),
  reads('a sheet that embeds a program', asIs, () =>
    zipped({ ...partsOf(), 'xl/embeddings/oleObject1.bin': joined('MZ', new Uint8Array(500)) }),
  ),
  reads('a query of the network', asIs, () =>
    workbookOf({
      others: { 'xl/connections.xml': '<connections/>', 'xl/queryTables/queryTable1.xml': '<q/>' },
    }),
  ),
  refused('macros', 'macros', () =>
    zipped({ ...partsOf(), 'xl/vbaProject.bin': joined('\u0001', new Uint8Array(90)) }),
  ),
  refused('a workbook that says it has macros', 'macros', () =>
    workbookOf({
      types:
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
    }),
  ),
  refused('macros of LibreOffice', 'macros', () =>
    openDocument(tableXml(odsRow('a')), { others: { 'Basic/Standard/Module1.xml': '<script/>' } }),
  ),
  refused('an OpenDocument file that is locked', 'locked', () =>
    openDocument(tableXml(odsRow('a')), {
      others: {
        'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
      },
    }),
  ),
  reads('a text that would be a formula in a spreadsheet', [["=cmd|' /C calc'!A0", '+1', '@SUM(1)']], () =>
    text("=cmd|' /C calc'!A0,+1,@SUM(1)\n"),
  ),
  reads('rows of OpenDocument that are grouped, and blank to the last', [['a'], ['b']], () =>
    openDocument(
      tableXml(
        `<table:table-header-rows>${odsRow('a')}</table:table-header-rows><table:table-row-group>${odsRow('b')}</table:table-row-group><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
      ),
    ),
  ),
]

const table = 'indicator;note\nAPM-OP1;«5 £ é»\nAPM-OP2;two, three\n'
const asTable = [
  ['indicator', 'note'],
  ['APM-OP1', '«5 £ é»'],
  ['APM-OP2', 'two, three'],
]
const utf16 = (words: string) => Buffer.from(words, 'utf16le')
const marked = (words: string) => joined(new Uint8Array([0xff, 0xfe]), utf16(words))

export const texts: Hostile[] = [
  reads('UTF-8', asTable, () => text(table)),
  reads('UTF-8 with its mark', asTable, () => joined('\uFEFF', table)),
  reads('UTF-16, little end first', asTable, () => marked(table)),
  reads('UTF-16, big end first', asTable, () =>
    joined(new Uint8Array([0xfe, 0xff]), Buffer.from(utf16(table)).swap16()),
  ),
  reads('windows-1252', asTable, () => new Uint8Array(Buffer.from(table, 'latin1'))),
  refused('UTF-16 without its mark', 'other', () => new Uint8Array(utf16(table))),
  reads('tabs', asTable, () => text(table.replaceAll(';', '\t'))),
  reads('commas, with a cell in quotes', asTable, () =>
    text(table.replace('two, three', '"two, three"').replaceAll(';', ',')),
  ),
  reads('the line that Excel puts first', asTable, () => text(`sep=;\r\n${table.replaceAll('\n', '\r\n')}`)),
  reads('line ends of old computers', asTable, () => text(table.replaceAll('\n', '\r'))),
  reads(
    'a quotation mark that is never closed',
    [
      ['a', '"b'],
      ['c', 'd'],
    ],
    () => text('a,"b\nc,d\n'),
  ),
  reads('a number kept by a formula', [['003456', '7']], () => text('="003456",7\n')),
  refused('a NUL far into a text', /^Cell B501 holds a character that cannot be kept/, () =>
    text(`${'aaaa,bbbb\n'.repeat(500)}a,b\0\n`),
  ),
  refused('one line of a million commas', /./, () => text(','.repeat(1_000_000))),
  refused('a cell of a million letters', /^Cell A1 holds more than 32,767 characters/, () =>
    text('a'.repeat(1_000_000)),
  ),
]

export const personal: Hostile[] = [
  held('a UPN in a cell', 'Cell B1 of the sheet “Money”', () =>
    workbookOf({ sheet: sheetXml(rowXml(1, ['Figure', `Amy, ${upn}`])) }),
  ),
  held('a UPN in a cell far from any figure', 'Cell C9 of the sheet “Money”', () =>
    workbookOf({ sheet: sheetXml(rowXml(9, ['', '', upn])) }),
  ),
  held('a telephone number in a sheet’s name', 'The name of sheet 1', () =>
    workbookOf({ sheets: '<sheet name="07700 900987" sheetId="1" r:id="rId1"/>' }),
  ),
  held('an email address in a text', 'Cell B2', () => text('a,b\nc,ring amy.secret@school.org\n')),
  held('a date of birth under its heading', 'Cell B2 of the sheet “Money”', () =>
    workbookOf({
      sheet: sheetXml(rowXml(1, ['Name', 'Date of birth']) + rowXml(2, ['Amy', '2011-05-03'])),
    }),
  ),
  held('a date of birth beside its words, in a text', 'Cell C2', () =>
    text('indicator,note,more\nAPM-OP1,DOB,03/05/2011\n'),
  ),
  held('a date of birth in an OpenDocument file', 'Cell A1 of the sheet “Money”', () =>
    openDocument(tableXml(odsRow('DOB 12/03/2010'))),
  ),
]
