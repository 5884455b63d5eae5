/** Templates that were changed in more than their cells: nothing typed is passed over without a word. */
import { buildOpenDocument } from '@inclusion/server/templates/opendocument'
import { buildWorkbook } from '@inclusion/server/templates/workbook'
import { readSeparatedText } from '@inclusion/server/uploads/read/separated-text'
import type { FilledFile, FilledSheet } from '@inclusion/shared/templates/filled-file'
import { readTemplate } from '@inclusion/shared/templates/read-template'
import { describe, expect, test } from 'vitest'
import { readOdsFile, readXlsxFile } from '../../support/filled-file.ts'
import { aTemplate } from './a-return.ts'

const template = aTemplate()
const entries = [{ locator: 'XYZ-OP1', part: 'value' as const, text: '41' }]
const ods = async () => readOdsFile(await buildOpenDocument(template, { entries }))

const outcome = (file: FilledFile) => {
  const read = readTemplate(file, template)
  if (read.kind === 'refused') return read.why
  return { found: read.entries.map(({ locator, text }) => `${locator} ${text}`), left: read.ignored }
}

const withRows = (
  file: FilledFile,
  change: (rows: FilledSheet['rows']) => FilledSheet['rows'],
): FilledFile => ({
  ...file,
  sheets: file.sheets.map((sheet) =>
    sheet.name === 'Example' ? { ...sheet, rows: change(sheet.rows) } : sheet,
  ),
})

const csv = (text: string, type: 'utf8' | 'utf16le' = 'utf8') =>
  readSeparatedText(Buffer.from(type === 'utf8' ? text : `\uFEFF${text}`, type))

const unread =
  'Nothing in this column was read: the template has no column of this name, or another one has it.'

describe('a template that was changed by hand', () => {
  test('tells of a column whose heading was written over, where no names lead to its cells', async () => {
    const renamed = withRows(await ods(), ([first = [], ...rows]) => [
      first.map((text) => (text === 'Figure' ? 'Our figure' : text)),
      ...rows,
    ])
    expect(outcome(renamed)).toEqual({
      found: [],
      left: [{ at: 'Example!C1', text: 'Our figure', why: unread }],
    })
  })

  test('is read by the names of its cells, where they are left', async () => {
    const file = await readXlsxFile(await buildWorkbook(template, { entries }))
    const renamed = withRows(file, ([first = [], ...rows]) => [
      first.map((text) => (text === 'Figure' ? 'Our figure' : text)),
      ...rows,
    ])
    expect(outcome(renamed)).toEqual({ found: ['XYZ-OP1 41'], left: [] })
  })

  test('is read whatever stands above it, and tells of what was written beside it', async () => {
    const moved = withRows(await ods(), (rows) => [
      ['Draft of Ruth', '', 'for Friday'],
      [],
      ...rows.map((row) => (row.includes('XYZ-OP1') ? ['checked', ...row] : ['', ...row])),
    ])
    expect(outcome(moved)).toEqual({
      found: ['XYZ-OP1 41'],
      left: [{ at: 'Example!A3', text: '', why: unread }],
    })
  })

  test.each(['its headings', 'its key column'])(
    'is refused when %s are gone and no name is left',
    async (what) => {
      const without = withRows(await ods(), ([first = [], ...rows]) => {
        const key = first.indexOf('Key')
        return what === 'its headings'
          ? rows
          : [first, ...rows].map((row) => row.filter((_, at) => at !== key))
      })
      expect(outcome(without)).toMatch(
        /^No figure of this return was found in this file: .+ Download the template again/,
      )
    },
  )

  test('tells of a column of a CSV whose name is not known', () => {
    expect(outcome(csv('indicator,vlaue,\nXYZ-OP1,41,\nXYZ-OP3,,9'))).toEqual({
      found: [],
      left: [
        { at: 'row 1, column B', text: 'vlaue', why: unread },
        { at: 'row 1, column C', text: '', why: unread },
      ],
    })
  })

  test('is read as Excel saves it as Unicode text, and with semicolons', () => {
    const found = { found: ['XYZ-OP1 1,041'], left: [] }
    expect(outcome(csv('indicator\tvalue\r\nXYZ-OP1\t"1,041"\r\n', 'utf16le'))).toEqual(found)
    expect(outcome(csv('sep=;\r\nindicator;value\r\nXYZ-OP1;1041\r\n'))).toEqual({
      found: ['XYZ-OP1 1041'],
      left: [],
    })
  })

  test.each(['1,041', '1.041', '-12,345,678'])('is not guessed at where %s may be two numbers', (text) => {
    expect(outcome(csv(`indicator;value\r\nXYZ-OP1;${text}\r\n`))).toEqual({
      found: [],
      left: [
        {
          ...{ at: 'row 2, value', text, of: { key: 'XYZ-OP1', part: 'value' } },
          why: `This file has semicolons between its cells, so “${text}” can be read as two numbers. Give it without a comma or a point between thousands.`,
        },
      ],
    })
  })
})
