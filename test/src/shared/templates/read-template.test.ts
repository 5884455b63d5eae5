/** What becomes of a file that came back: whose it is, what differs, what is left out and why. */
import { identityRows, identitySheet } from '@inclusion/shared/templates/identity'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import type { TemplateRead } from '@inclusion/shared/templates/outcome'
import { readTemplate } from '@inclusion/shared/templates/read-template'
import type { Template } from '@inclusion/shared/templates/template'
import { toChanges } from '@inclusion/shared/templates/to-changes'
import { exampleDefinitions } from '@inclusion/shared/standards/examples/framework'
import { describe, expect, test } from 'vitest'
import { emptyFigure } from '@inclusion/shared/figures'
import { aTemplate, returnId } from './a-return.ts'

const template = aTemplate()

/** A sheet of lines by their keys, as a template made of `given` would hold them. */
function sheetOf(rows: string[][], given: Template = template): FilledFile {
  const header = ['Measure', 'Figure', 'Out of', 'People', 'In your words', 'If none, why', 'Note', 'Key']
  return {
    format: 'ods',
    names: {},
    sheets: [
      { name: 'Young people', rows: [header, ...rows] },
      { name: identitySheet, rows: identityRows(given) },
    ],
  }
}

type Row = Partial<Record<'figure' | 'of' | 'people' | 'text' | 'why' | 'note', string>>

const row = (key: string, { figure = '', of = '', people = '', text = '', why = '', note = '' }: Row) => [
  ...['', figure, of, people, text, why, note, key],
]

function read(file: FilledFile, expected = template): TemplateRead {
  const outcome = readTemplate(file, expected)
  if (outcome.kind === 'refused') throw new Error(outcome.why)
  return outcome
}

const refusalOf = (file: FilledFile, expected = template): string => {
  const outcome = readTemplate(file, expected)
  return outcome.kind === 'refused' ? outcome.why : 'read'
}

const named = (id: string): FilledFile =>
  sheetOf([], { ...template, identity: { ...template.identity, returnId: id } })

const said = ({ entries }: TemplateRead) =>
  entries.map(({ locator, part, text, at }) => `${locator} ${part} ${text} at ${at}`)
const whys = ({ ignored }: TemplateRead) => ignored.map(({ at, text, why }) => `${at} ${text}: ${why}`)

describe('a file that is not this return’s', () => {
  test.each([
    ['XYZ-E09000008-FY2025-26-Q3', 'This file is of another borough, and this return is of Camden.'],
    [
      'XYZ-E09000007-FY2025-26-Q2',
      'This file is of July to September 2025 (2025-26 Q2), and this return is of',
    ],
    [
      'APM-E09000007-FY2025-26-Q3',
      'This file is of another programme, APM, and this return is of Youth & arts.',
    ],
    ['=HYPERLINK("x")', 'This file is not a template of this service.'],
  ])('is refused in one plain sentence: %s', (id, sentence) => {
    expect(refusalOf(named(id))).toContain(sentence)
  })

  test('is refused when it is none of ours, or of a version to come', () => {
    const plain: FilledFile = {
      format: 'xlsx',
      names: {},
      sheets: [{ name: 'Sheet1', rows: [['Total', '5']] }],
    }
    expect(refusalOf(plain)).toContain('not a template of this service')
    expect(refusalOf({ ...plain, sheets: [] })).toContain('not a template of this service')
    const later = sheetOf([], { ...template, identity: { ...template.identity, version: 2 } })
    expect(refusalOf(later)).toContain('made by a later version of this service')
    const none = sheetOf([], { ...template, identity: { ...template.identity, version: Number.NaN } })
    expect(refusalOf(none)).toContain('not a template of this service')
  })
})

describe('a cell', () => {
  test('that is blank changes nothing, and it is said where it held a figure', () => {
    const outcome = read(sheetOf([row('XYZ-OP1', {}), row('XYZ-OP1:sex:female', { figure: '-' })]))
    expect(outcome.entries).toEqual([])
    expect(outcome.blank).toBe(4)
    expect(outcome.matched).toBe(5)
    expect(outcome.absent).toBeGreaterThan(50)
    expect(whys(outcome)).toEqual([
      'Young people!B2 : A blank cell changes nothing. To clear this figure, clear it on its page.',
      'Young people!B3 -: A dash may mean none, or not known. Type 0 if there were none.',
    ])
  })

  test('that is a dash is left out and said, also where there was no figure; not where its line says why', () => {
    const blank = aTemplate({ input: { figures: {} } })
    const rows = [
      row('XYZ-OP1', { figure: ' – ', note: '-' }),
      row('XYZ-OP2', { figure: '-', of: '-', why: 'n/a' }),
    ]
    const outcome = read(sheetOf(rows, blank), blank)
    expect(said(outcome)).toEqual(['XYZ-OP2 missing n/a at Young people!F3'])
    expect(whys(outcome)).toEqual([
      'Young people!B2  – : A dash may mean none, or not known. Type 0 if there were none.',
    ])
    expect(outcome.matched - outcome.blank).toBe(2)
    const drafts = [{ locator: 'XYZ-OP1', part: 'value' as const, entered: '-' }]
    const typed = aTemplate({ input: { figures: {}, drafts } })
    expect(whys(read(sheetOf([row('XYZ-OP1', { figure: '-' })], typed), typed))).toEqual([])
  })

  test('that says what it was given with is no change, however it is written', () => {
    const rows = [
      row('XYZ-OP1', { figure: ' 12.00\u00A0' }),
      row('XYZ-FI1', { figure: '£12,500.00' }),
      row('XYZ-TX1', { text: 'Starting early in the term.\r\n' }),
    ]
    expect(read(sheetOf(rows)).entries).toEqual([])
  })

  test('that was typed over is an entry, with where it stands and the revision its person saw', () => {
    const revision = template.lines.find(({ key }) => key === 'XYZ-OP2')?.revision
    const later = aTemplate({ marks: { 'XYZ-OP2': { revision: 9 } } })
    const outcome = read(sheetOf([row('XYZ-OP2', { figure: '31', of: '1,000', note: 'n/a' })]), later)
    expect(said(outcome)).toEqual([
      'XYZ-OP2 numerator 31 at Young people!B2',
      'XYZ-OP2 denominator 1,000 at Young people!C2',
      'XYZ-OP2 note n/a at Young people!G2',
    ])
    expect(toChanges(outcome.entries)).toEqual([
      { locator: 'XYZ-OP2', revision, entries: { numerator: '31', denominator: '1,000' }, note: 'n/a' },
    ])
  })

  test('that nobody touched stays as it is in the service, also when somebody changed it there since', () => {
    const figures = { 'XYZ-OP1': { ...emptyFigure, value: 99 } }
    const now = aTemplate({ input: { figures }, marks: { 'XYZ-OP1': { revision: 8 } } })
    expect(read(sheetOf([row('XYZ-OP1', { figure: '12' })]), now).entries).toEqual([])
  })

  test('that says what the service says by now is no change either', () => {
    const figures = { 'XYZ-OP1': { ...emptyFigure, value: 99 } }
    const now = aTemplate({ input: { figures }, marks: { 'XYZ-OP1': { revision: 8 } } })
    expect(read(sheetOf([row('XYZ-OP1', { figure: '99' })]), now).entries).toEqual([])
  })

  test('of a line that is not typed here is left out, with where its figure comes from', () => {
    const outcome = read(sheetOf([row('all:XYZ-OC7', { figure: '11' })]))
    expect(outcome.entries).toEqual([])
    expect(whys(outcome)).toEqual([
      'Young people!B2 11: From the settings’ own reports: 2 of 2 settings together, as sums.',
    ])
  })

  test('of a line that is closed, unknown, without a key or given twice is left out', () => {
    const closed = aTemplate({ whyClosed: () => 'Closed: RMEL did not ask about this figure.' })
    expect(whys(read(sheetOf([row('XYZ-OP1', { figure: '13' })]), closed))).toEqual([
      'Young people!B2 13: Closed: RMEL did not ask about this figure.',
    ])
    const rows = [
      row('XYZ-OP99', { figure: '1' }),
      row('', { figure: '2' }),
      row('XYZ-OP1', { figure: '13', of: '4' }),
      row('XYZ-OP1', { figure: '14' }),
    ]
    const outcome = read(sheetOf(rows))
    expect(said(outcome)).toEqual(['XYZ-OP1 value 13 at Young people!B4'])
    expect(whys(outcome)).toEqual([
      'Young people!B2 1: This return does not ask for this figure.',
      'Young people!B3 : This line has no key, so it is not known which figure it is.',
      'Young people!C4 4: This figure has nothing to give in this column.',
      'Young people!B5 14: This figure stands twice in the file. The first one is taken.',
    ])
  })
})

describe('a file made to be long', () => {
  const long = 'word '.repeat(6_000)
  const names = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [
      `f.XYZ_OP9.u${String(at).padStart(6, '0')}.value`,
      { sheet: 'Long', row: 0, column: 0 },
    ]),
  )

  test('keeps the beginning of so many texts that are left out, and counts the rest', () => {
    const file = { ...sheetOf([row('all:XYZ-OC7', { figure: long })]), names }
    const outcome = read({ ...file, sheets: [...file.sheets, { name: 'Long', rows: [[long]] }] })
    expect(outcome.ignored.length).toBe(200)
    expect(outcome.moreIgnored).toBe(201)
    expect(outcome.ignored.slice(0, 2)).toEqual([
      {
        ...{ at: 'Young people!B2', text: long.slice(0, 100), of: { key: 'all:XYZ-OC7', part: 'value' } },
        why: expect.stringContaining('settings') as string,
      },
      { at: 'Long!A1', text: '', why: 'This return does not ask for this figure.' },
    ])
    expect(JSON.stringify(outcome).length).toBeLessThan(60_000)
  })
})

describe('a reason for none', () => {
  const blank = aTemplate({ input: { figures: {} } })
  const of = (cells: Row, given = blank) => read(sheetOf([row('XYZ-OP2', cells)], given), given)

  test.each([
    [{ why: 'Not available' }, 'x'],
    [{ figure: 'n/a', of: 'n/a' }, 'z'],
    [{ figure: 'x', why: 'Not available' }, 'x'],
  ])('is given once, in its column or in the place of the figure: %j', (cells, missing) => {
    expect(toChanges(of(cells).entries)).toEqual([{ locator: 'XYZ-OP2', revision: 0, missing }])
  })

  test('never clears a figure that stands beside it', () => {
    const why = 'There is a figure in this line too. Leave out one of the two: the reason, or the figure.'
    const both = of({ figure: '3', why: 'z' })
    expect([said(both), whys(both)]).toEqual([
      ['XYZ-OP2 numerator 3 at Young people!B2'],
      [`Young people!F2 z: ${why}`],
    ])
    const half = of({ figure: 'x', of: '40' }, template)
    expect([said(half), whys(half)]).toEqual([[], [`Young people!B2 x: ${why}`]])
  })

  test('gives way to a figure typed beside the reason of before', () => {
    const given = aTemplate({ input: { figures: { 'XYZ-OP2': { ...emptyFigure, missing: 'x' } } } })
    expect(said(of({ figure: '3', of: '4', why: 'Not available' }, given))).toEqual([
      'XYZ-OP2 numerator 3 at Young people!B2',
      'XYZ-OP2 denominator 4 at Young people!C2',
    ])
  })

  test('has to be one of two, one at a time, and no way to clear words', () => {
    expect(whys(of({ why: 'on holiday' }))[0]).toContain('This is no reason this service knows.')
    expect(whys(of({ figure: 'z', why: 'x' }))[0]).toContain('Another reason is given in this line too.')
    const words = read(sheetOf([row('XYZ-TX1', { text: 'z' })]))
    expect([words.entries, whys(words)[0]]).toEqual([
      [],
      expect.stringContaining('There are words here already.'),
    ])
  })
})

describe('a file made with older definitions', () => {
  const edited = exampleDefinitions.map((definition) =>
    definition.indicator === 'XYZ-OP1' ? { ...definition, edition: 3 } : definition,
  )
  const rows = [row('XYZ-OP1', { figure: '13' }), row('XYZ-OP2', { figure: '31' })]

  test('is taken where the meaning was kept, and it is said which', () => {
    const now = aTemplate({ input: { asked: edited } })
    const { entries, migrated } = read(sheetOf(rows), now)
    expect(entries.map(({ locator }) => locator)).toEqual(['XYZ-OP1', 'XYZ-OP2'])
    expect(migrated).toEqual([
      '“Young people who started”: the wording of its definition changed since this file was made, not what it counts. Its figures are taken as they are.',
    ])
  })

  test('is left out where the meaning changed, and it is explained', () => {
    const now = aTemplate({ input: { asked: edited, seriesFrom: { 'XYZ-OP1': 2 } } })
    const outcome = read(sheetOf(rows), now)
    expect(said(outcome)).toEqual(['XYZ-OP2 numerator 31 at Young people!B3'])
    expect(whys(outcome)[0]).toContain(
      '“Young people who started” means something else since this file was made',
    )
    expect(outcome.migrated).toEqual([])
  })

  test('is left out where it is of a later one than the return asks', () => {
    const outcome = read(sheetOf(rows, aTemplate({ input: { asked: edited } })))
    expect(said(outcome)).toEqual(['XYZ-OP2 numerator 31 at Young people!B3'])
    expect(whys(outcome)[0]).toContain('made with a later definition')
  })
})

describe('a CSV', () => {
  const csv = (header: string, ...lines: string[]): FilledFile => ({
    format: 'csv',
    names: {},
    sheets: [{ name: 'CSV', rows: [header, ...lines].map((line) => line.split(',')) }],
  })

  test('of the fewest columns is read against the return as it stands', () => {
    const outcome = read(csv('Indicator,Category,Numerator,Denominator,Note', 'xyz-op2,,31,41,Late'))
    expect(said(outcome)).toEqual([
      'XYZ-OP2 numerator 31 at row 2, numerator',
      'XYZ-OP2 denominator 41 at row 2, denominator',
      'XYZ-OP2 note Late at row 2, note',
    ])
  })

  test.each(['sex:female', 'Sex: Female', 'F', 'female', 'girls', 'SEX:F'])(
    'knows a category as %s',
    (category) => {
      const sex = exampleDefinitions
        .find(({ indicator }) => indicator === 'XYZ-OP1')!
        .disaggregations.map((each) => ({
          ...each,
          categories: each.categories.map((one) =>
            one.code === 'female' ? { ...one, aliases: ['F', 'Girls'] } : one,
          ),
        }))
      const asked = exampleDefinitions.map((each) =>
        each.indicator === 'XYZ-OP1' ? { ...each, disaggregations: sex } : each,
      )
      const outcome = read(
        csv('indicator,category,value', `XYZ-OP1,${category},7`),
        aTemplate({ input: { asked } }),
      )
      expect(said(outcome)).toEqual(['XYZ-OP1:sex:female value 7 at row 2, value'])
    },
  )

  test('that says a figure is not applicable says no more of its blank cells', () => {
    const outcome = read(csv('indicator,value,reason', 'XYZ-OP1,,n/a'))
    expect(said(outcome)).toEqual(['XYZ-OP1 missing n/a at row 2, reason'])
    expect(whys(outcome)).toEqual([])
  })

  test('says which lines it cannot place', () => {
    const lines = ['XYZ-OP1,purple,7', 'XYZ-OP77,,7', 'XYZ-OC7,,7', 'XYZ-OP1,,7=']
    const outcome = read(csv('indicator,category,value', ...lines))
    expect(whys(outcome)).toEqual([
      'row 2, value 7: No category of this figure is called “purple”.',
      'row 3, value 7: This return does not ask for this figure.',
      'row 4, value 7: From the settings’ own reports: 2 of 2 settings together, as sums.',
    ])
    expect(said(outcome)).toEqual(['XYZ-OP1 value 7= at row 5, value'])
  })

  test('of another return, of several, or of none is refused', () => {
    const of = (...ids: string[]) =>
      refusalOf(csv('return,indicator,value', ...ids.map((id) => `${id},XYZ-OP1,7`)))
    expect(of(returnId, '')).toBe('read')
    expect(of('XYZ-E09000008-FY2025-26-Q3')).toContain('of another borough')
    expect(of(returnId, 'XYZ-E09000008-FY2025-26-Q3')).toContain('This file holds figures of 2 returns')
    expect(refusalOf(csv('name,amount', 'x,5'))).toContain('not a template')
  })

  test('with revisions and editions is held to them, line by line', () => {
    const outcome = read(csv('indicator,value,revision,edition', 'XYZ-OP1,7,2,', 'XYZ-OP3,8,4,9'))
    expect(outcome.entries.map(({ locator, revision }) => [locator, revision])).toEqual([['XYZ-OP1', 2]])
    expect(whys(outcome)[0]).toContain('made with a later definition')
  })
})
