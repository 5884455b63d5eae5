/** Opening what is dropped: by its content, whatever it is called, and with a sentence where it cannot be. */
import { decodeFile } from '@inclusion/client/register/decode/decode-file'
import { limits } from '@inclusion/client/register/decode/limits'
import { UnreadableFile } from '@inclusion/client/register/decode/unreadable-file'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encodings } from './write-register.ts'
import { zipped } from '../../support/zip.ts'
import { serialOf, workbook } from './write-workbook.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const decoded = async (bytes: Uint8Array, name = 'register.csv') => decodeFile({ name, bytes })
const rowsOf = async (bytes: Uint8Array) => (await decoded(bytes))[0]?.rows

async function whyNot(bytes: Uint8Array, name = 'register.csv'): Promise<string> {
  try {
    await decoded(bytes, name)
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message
    throw error
  }
  return 'it was opened'
}

describe('a text', () => {
  test.each(Object.keys(encodings))('in %s', async (encoding) => {
    const bytes = encodings[encoding]?.('Name,Date,Mark\r\nZoë Núñez,06/10/2025,/\r\n') ?? new Uint8Array()
    expect((await rowsOf(bytes))?.slice(0, 2)).toEqual([
      ['Name', 'Date', 'Mark'],
      ['Zoë Núñez', '06/10/2025', '/'],
    ])
  })

  test.each([
    [
      'semicolons, with a comma in every name',
      'Name;Date;AM;PM\nOkafor, Ann;06/10/2025;/;\\\nLi, Bo;06/10/2025;/;\\',
    ],
    [
      'tabs, under title rows with commas',
      'Report, autumn, 2025\nSchool, an invented one, here\nName\tDate\tAM\tPM\nA\t06/10/2025\t/\t\\',
    ],
    ['bars', 'Name|Date|AM|PM\nA|06/10/2025|/|\\'],
    [
      'commas, with a bar in every mark',
      'Name,06/10/2025,07/10/2025,08/10/2025\nA,/|\\,/|\\,/|\\\nB,/|\\,/|\\,/|\\',
    ],
    [
      'tabs, with commas in every week',
      'Name\tWeek beginning\tMarks\nA\t06/10/2025\t/,\\,/,\\,/,\\,/,\\,/,\\',
    ],
    ['semicolons that Excel announces', 'sep=;\nName;Date;AM;PM\nA, B;06/10/2025;/;\\'],
  ])('with %s', async (_, text) => {
    const rows = (await rowsOf(bytesOf(text))) ?? []
    const widths = rows.filter((row) => !/report|school/i.test(row[0] ?? '')).map((row) => row.length)
    expect(new Set(widths)).toEqual(new Set([widths[0] ?? 0]))
    expect(widths[0]).toBeGreaterThan(2)
  })

  test('keeps a backslash, quoted or not, and a line break in a heading', async () => {
    expect(await rowsOf(bytesOf('Name,"Mon\n06/10/2025"\nA,"/\\"\nB,/\\\n"C ""D"" E",\\'))).toEqual([
      ['Name', 'Mon\n06/10/2025'],
      ['A', '/\\'],
      ['B', '/\\'],
      ['C "D" E', '\\'],
    ])
  })

  test('with a quotation mark that is never closed loses no row', async () => {
    const rows = await rowsOf(bytesOf('Name,Date,Mark\n"Li,06/10/2025,/\nOkoro,06/10/2025,I'))
    expect(rows).toEqual([
      ['Name', 'Date', 'Mark'],
      ['"Li', '06/10/2025', '/'],
      ['Okoro', '06/10/2025', 'I'],
    ])
  })

  test('says how far it is', async () => {
    const shares: number[] = []
    const text = `Name,Date,Mark\n${'A long name of a pupil,06/10/2025,/\n'.repeat(150_000)}`
    await decodeFile({ name: 'register.csv', bytes: bytesOf(text) }, (share) => shares.push(share))
    expect(shares.length).toBeGreaterThan(2)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(shares.at(-1)).toBe(1)
  })
})

describe('a workbook', () => {
  const sheet = (rows: Parameters<typeof workbook>[0]['sheets'][0]['rows'], more = {}) => ({
    name: 'Register',
    rows,
    ...more,
  })

  test.each([false, true])('with its text shared: %s', async (areShared) => {
    const bytes = workbook({
      areShared,
      sheets: [
        sheet([
          ['Name', 'Mark'],
          ['Zoë & "Bo" <x>', ' \\'],
        ]),
      ],
    })
    expect(await decoded(bytes)).toEqual([
      {
        file: 'register.csv',
        name: 'Register',
        rows: [
          ['Name', 'Mark'],
          ['Zoë & "Bo" <x>', ' \\'],
        ],
      },
    ])
  })

  test.each([false, true])('gives dates as days; counted from 1904: %s', async (is1904) => {
    const serial = (date: string, time = 0) => ({ serial: serialOf(date, is1904) + time })
    const rows = [
      [serial('2025-10-06'), serial('2024-02-29'), serial('2025-10-06', 0.5625), { serial: 0.375 }],
    ]
    expect(await rowsOf(workbook({ is1904, sheets: [sheet(rows)] }))).toEqual([
      ['2025-10-06', '2024-02-29', '2025-10-06 13:30', '09:00'],
    ])
  })

  test('keeps long numbers whole, and takes a formula at its value', async () => {
    const rows = [
      [
        { number: '8204321000017' },
        { number: '8.204321000017E12' },
        { xml: '<c t="str"><f>A1&amp;"x"</f><v>A820432100001X</v></c>' },
        { xml: '<c><f>1+1</f><v>2</v></c>' },
        { xml: '<c t="b"><v>1</v></c>' },
        { xml: '<c t="e"><v>#N/A</v></c>' },
      ],
    ]
    expect(await rowsOf(workbook({ sheets: [sheet(rows)] }))).toEqual([
      ['8204321000017', '8204321000017', 'A820432100001X', '2', 'TRUE', '#N/A'],
    ])
  })

  test('fills merged headings, and leaves hidden and empty sheets', async () => {
    const rows = [
      ['', '06/10/2025', '', '07/10/2025', ''],
      ['Name', 'AM', 'PM', 'AM', 'PM'],
    ]
    const bytes = workbook({
      sheets: [
        { name: 'Secret', rows: [['x']], state: 'hidden' },
        sheet(rows, { merges: ['B1:C1', 'D1:E1'] }),
        { name: 'Very', rows: [['x']], state: 'veryHidden' },
        { name: 'Blank', rows: [] },
      ],
    })
    const sheets = await decoded(bytes, 'register.xlsx')
    expect(sheets.map(({ name }) => name)).toEqual(['Register'])
    expect(sheets[0]?.rows[0]).toEqual(['', '06/10/2025', '06/10/2025', '07/10/2025', '07/10/2025'])
  })

  test('is known by its content, whatever its name', async () => {
    const bytes = workbook({ sheets: [sheet([['Name', 'Mark']])] })
    expect((await decoded(bytes, 'register.csv'))[0]?.name).toBe('Register')
    expect((await decoded(bytesOf('Name,Mark\nA,/'), 'register.xlsx'))[0]?.name).toBeNull()
  })
})

describe('what cannot be opened is said, with what to do', () => {
  const old = new Uint8Array(1024)
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const locked = new Uint8Array(old)
  locked.set(Buffer.from('EncryptedPackage', 'utf16le'), 600)

  test.each<[string, Uint8Array, RegExp]>([
    ['a workbook of before 2007', old, /before 2007\. Save it as XLSX or CSV, and drop it again\.$/],
    ['a workbook with a password', locked, /locked with a password\. Save a copy without one/],
    ['a PDF', bytesOf('%PDF-1.7 '), /is a document.*Export the register as XLSX or CSV/],
    [
      'a ZIP with a text in it',
      zipped({ 'register.csv': 'Name,Mark' }),
      /compressed folder \(ZIP\)\. Open it/,
    ],
    ['a gzip', new Uint8Array(gzipSync('Name,Mark')), /compressed file\. Unpack it/],
    [
      'a web page',
      bytesOf('<html><table><tr><td>Name</td></tr></table></html>'),
      /web page.*Open it in Excel/,
    ],
    ['an OpenDocument', zipped({ mimetype: 'x', 'content.xml': '<x/>' }), /OpenDocument.*Save it as XLSX/],
    ['a binary workbook', zipped({ 'xl/workbook.bin': 'x' }), /binary workbook.*Save it as XLSX/],
    [
      'a workbook without its parts',
      zipped({ 'xl/workbook.xml': '<workbook/>' }),
      /damaged.*Open it in Excel/,
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /is not a table/],
    ['nothing', new Uint8Array(), /is empty/],
    ['blank lines', bytesOf(' \n,,\n'), /is empty/],
    ['a file past the limit', new Uint8Array(limits.file + 1), /too large to open here: more than 60 MB/],
  ])('%s', async (_, bytes, sentence) => {
    expect(await whyNot(bytes, 'Register autumn.xls')).toMatch(sentence)
    expect(await whyNot(bytes, 'Register autumn.xls')).toMatch(/^Register autumn\.xls is .*\.$/)
  })

  test('a small workbook that would unpack to more than a computer holds', async () => {
    const bomb = zipped({
      'xl/workbook.xml': '<x/>',
      'xl/worksheets/sheet1.xml': new Uint8Array(limits.unpacked),
    })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await whyNot(bomb)).toMatch(/too large to open here: more than 300 MB/)
  })

  test('a workbook cut off half way', async () => {
    const whole = workbook({ sheets: [{ name: 'Register', rows: [['Name', 'Mark']] }] })
    expect(await whyNot(whole.slice(0, whole.length / 2))).toMatch(/ is /)
  })
})
