/** What a workbook holds beside its figures, as Excel takes it: limits, comments, links, and no formula but ours. */
import { buildCsv } from '@inclusion/server/templates/csv'
import { contentDisposition, fileName } from '@inclusion/server/templates/file'
import { buildOpenDocument } from '@inclusion/server/templates/opendocument'
import { buildWorkbook } from '@inclusion/server/templates/workbook'
import { emptyFigure } from '@inclusion/shared/figures'
import { exampleDefinitions } from '@inclusion/shared/standards/examples/framework'
import { readOds } from 'hucre/ods'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readXlsxFile } from '../../support/filled-file.ts'
import { aTemplate } from './a-return.ts'

const open = async (bytes: Uint8Array) => readXlsx(bytes, { readStyles: true })

describe('a workbook', () => {
  test('gives each row the height of its text, which not every program works out', async () => {
    const { sheets } = await open(await buildWorkbook(aTemplate({})))
    const readMe = sheets.find(({ name }) => name === 'Read me')!
    const heightOf = (starts: string) =>
      readMe.rowDefs?.get(readMe.rows.findIndex(([text]) => String(text).startsWith(starts)))?.height ?? 0
    expect(heightOf('Excel checks some things')).toBeGreaterThanOrEqual(2 * 13)
    expect(heightOf('Money is in pounds')).toBe(0)
  })

  const long = 'A section about everything that anybody could ever wish to know: part [1]/[2]?'

  test('keeps to the limits that Excel has, whatever things are called', async () => {
    const asked = exampleDefinitions.map((definition, at) => ({
      ...definition,
      section: at % 2 === 0 ? long : `${long} again`,
      label: `${definition.label} ${'as they were counted on the last day of the period '.repeat(6)}`,
      parts: {},
    }))
    const template = aTemplate({
      input: { asked },
      programme: { code: 'XYZ', name: 'Very & long '.repeat(40) },
    })
    const { sheets, namedRanges = [] } = await open(await buildWorkbook(template))
    const names = sheets.map(({ name }) => name)
    expect(names.filter((name) => name.length > 31 || /[:*?/\\[\]]/.test(name))).toEqual([])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(names.length).toBe(5)
    const validations = sheets.flatMap(({ dataValidations = [] }) => dataValidations)
    expect(validations.length).toBeGreaterThan(20)
    for (const { inputTitle = '', errorTitle = '', inputMessage = '', errorMessage = '' } of validations) {
      expect(Math.max(inputTitle.length, errorTitle.length)).toBeLessThanOrEqual(32)
      expect(Math.max(inputMessage.length, errorMessage.length)).toBeLessThanOrEqual(255)
    }
    const headers = sheets.map(({ headerFooter }) => headerFooter?.oddHeader ?? '')
    expect(headers.filter((header) => header.length > 255)).toEqual([])
    expect(namedRanges.length).toBeGreaterThan(100)
  })

  test('leaves just the cells open that are typed in, under protection without a password', async () => {
    const template = aTemplate({
      whyClosed: (locator) =>
        locator.startsWith('XYZ-OP1') ? null : 'Closed: RMEL did not ask about this figure.',
    })
    const { sheets } = await open(await buildWorkbook(template))
    expect(sheets.filter(({ protection }) => protection?.sheet !== true || protection.password)).toEqual([])
    const unlocked = sheets.flatMap(({ cells }) =>
      [...(cells ?? [])].filter(([, { style }]) => style?.protection?.locked === false),
    )
    const typed = template.lines.filter(({ locked }) => locked === null).flatMap(({ cells }) => cells)
    expect(unlocked.length).toBe(typed.length)
    const { names } = await readXlsxFile(await buildWorkbook(template))
    expect(Object.keys(names).length).toBe(typed.length)
  })

  test('has a comment in each faulty cell, and a first sheet that leads to each', async () => {
    const faults = [
      { locator: 'XYZ-OP1', part: 'value' as const, words: 'Use only digits, for example 9' },
      { locator: 'XYZ-OP1', part: 'value' as const, words: 'Say how you counted' },
      { locator: 'XYZ-OP2', part: null, words: 'The first count is larger than the second' },
      { locator: 'XYZ-OC5@100001', part: 'numerator' as const, words: 'Ask the head of Ash' },
      { locator: null, part: null, words: 'No impact assessment is on record' },
    ]
    const entries = [{ locator: 'XYZ-OP1', part: 'value' as const, text: '12a', revision: 4 }]
    const { sheets } = await open(await buildWorkbook(aTemplate(), { entries, faults }))
    const [toFix, , section] = sheets
    expect(toFix!.name).toBe('What to fix')
    expect(toFix!.rows.map((row) => row.slice(0, 3))).toEqual([
      ['Where', 'Figure', 'What to fix'],
      ['Example, cell C2', 'Young people who started', 'Use only digits, for example 9'],
      ['Example, cell C2', 'Young people who started', 'Say how you counted'],
      ['Example, cell C8', 'Take-up of sessions', 'The first count is larger than the second'],
      ['On its page in the service', 'Young people with a plan, at Ash Centre', 'Ask the head of Ash'],
      ['On its page in the service', 'The return as a whole', 'No impact assessment is on record'],
    ])
    expect(toFix!.cells?.get('1,0')?.hyperlink?.location).toBe("'Example'!C2")
    expect(section!.cells?.get('1,2')?.value).toBe('12a')
    expect(section!.cells?.get('1,2')?.comment?.text).toBe(
      'Use only digits, for example 9\nSay how you counted',
    )
    expect(section!.cells?.get('7,2')?.comment?.text).toBe('The first count is larger than the second')
    const commented = [...section!.cells!.values()].filter(({ comment }) => comment)
    expect(commented.length).toBe(2)
    // Sent back with what its person saw, so that a colleague’s newer figure is still a conflict.
    const identity = sheets.at(-1)!.rows.find(([key, part]) => key === 'XYZ-OP1' && part === 'value')
    expect(identity).toEqual(['XYZ-OP1', 'value', '4', '12'])
  })
})

describe('a text that begins like a formula', () => {
  const texts = ['=1+1', '+44 20 7946 0018', '-5 fewer', '@SUM(A1)', '=HYPERLINK("https://example.org")']

  test.each(texts)('stays a text in every format: %s', async (text) => {
    const figures = {
      'XYZ-TX1': { ...emptyFigure, text },
      'XYZ-OP1': { ...emptyFigure, value: 3, note: text },
    }
    const template = aTemplate({ input: { figures }, authority: { gssCode: 'E09000007', name: text } })
    for (const { sheets } of [
      await readXlsx(await buildWorkbook(template), { readStyles: true }),
      await readOds(await buildOpenDocument(template)),
    ]) {
      const cells = sheets.flatMap((sheet) => [...(sheet.cells ?? []).values()])
      const formulas = cells.flatMap(({ formula }) => (formula === undefined ? [] : [formula]))
      expect(formulas.filter((formula) => !/^(of:=)?IF\(AND\(ISNUMBER\(/.test(formula))).toEqual([])
      expect(
        sheets.flatMap(({ rows }) => rows.flat()).filter((value) => value === text).length,
      ).toBeGreaterThan(1)
    }
    const csv = new TextDecoder().decode(buildCsv(template))
    const cell = text.replaceAll('"', '""')
    expect(csv).toContain(`'${cell}`)
    expect(csv).not.toMatch(/(^|,|"|\n)[=@+]/)
  })
})

describe('the name of a file', () => {
  test('is one that every computer takes', () => {
    const template = aTemplate({ programme: { code: 'XYZ', name: 'AP/PRU: “Mentoring”' } })
    expect(fileName(template, 'ods')).toBe('Camden AP-PRU- “Mentoring” 2025-26 Q3.ods')
    expect(contentDisposition('Camden “é" \r\n.ods')).toBe(
      'attachment; filename="Camden e .ods"; filename*=UTF-8\'\'Camden%20%E2%80%9C%C3%A9%22%20%0D%0A.ods',
    )
    const term = aTemplate({ period: { id: 'AY2025-26-autumn', label: 'Autumn' } })
    expect(fileName(term, 'xlsx')).toBe('Camden Youth & arts 2025-26 term 1.xlsx')
  })
})
