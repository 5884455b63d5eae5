/** What a block from a clipboard says, where it lands and what it would change. */
import { blockOf, toTsv } from '@inclusion/client/returns/paste/copy-block'
import { figureSheet } from '@inclusion/client/returns/paste/figure-sheet'
import { rowMatcher } from '@inclusion/client/returns/paste/match-row'
import { isBlock } from '@inclusion/client/returns/paste/is-block'
import { countsOf, editsOf, type Judged } from '@inclusion/client/returns/paste/judge-cells'
import { readPasted } from '@inclusion/client/returns/paste/read-pasted'
import { readTsv } from '@inclusion/client/returns/paste/read-tsv'
import { columnsOf } from '@inclusion/client/returns/grid/columns'
import type { Grid } from '@inclusion/client/returns/grid/grid-context'
import { exampleInput, figure, pair, value } from '@inclusion/shared/standards/examples/worked-example'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('A text from a spreadsheet', () => {
  it.each([
    [
      'Excel, with its last line ended',
      '1,234\t5\r\n6\t7\r\n',
      [
        ['1,234', '5'],
        ['6', '7'],
      ],
    ],
    [
      'Sheets, with its last line open',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an old Mac', 'a\rb\r', [['a'], ['b']]],
    [
      'a cell with a line break',
      '"Young people\nwho started"\t12\r\n',
      [['Young people\nwho started', '12']],
    ],
    ['a cell with a tab and a quote', '"a\tb"\t"say ""six"""\n', [['a\tb', 'say "six"']]],
    ['a quote that quotes nothing', '5" pipe\t"open\n7', [['5" pipe', '"open'], ['7']]],
    [
      'blank cells',
      '\t1\t\n\t\t2',
      [
        ['', '1', ''],
        ['', '', '2'],
      ],
    ],
    ['one blank row between', '1\n\n2\n', [['1'], [''], ['2']]],
  ])('of %s is read', (_, text, rows) => {
    expect(readTsv(text)).toEqual(rows)
  })

  it('that was written for one is read back as it was', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '"', '\t', '\n', '\r', ' ', ',', '=', "'", '-'),
    })
    const row = fc.array(cell, { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        expect(readTsv(toTsv(rows))).toEqual(rows)
      }),
    )
  })

  it('is a block when it has more than one cell', () => {
    const of = (plain: string, html = '') => isBlock({ plain, html })
    expect([of('12'), of('12\r\n'), of('about 12'), of('')]).toEqual([false, false, false, false])
    expect([of('1\t2'), of('1\n2'), of('1\r\n2\r\n'), of('', '<table><td>1</td>')]).toEqual([
      ...[true, true, true, true],
    ])
  })

  it('that a spreadsheet would work out as a formula is marked as a text, and a number is not', () => {
    expect(toTsv([['=1+1', '+44', '@me', '-5', '-a', '1']])).toBe("'=1+1\t'+44\t'@me\t-5\t'-a\t1")
  })
})

describe('The name of a row', () => {
  const paths = [
    [['Started', 'A1']],
    [
      ['Started', 'A1'],
      ['Sex', 'By sex'],
      ['Female', 'F', 'girls'],
    ],
    [['Started', 'A1'], ['Sex', 'By sex'], ['Unknown']],
    [['Started', 'A1'], ['SEN provision'], ['EHC plan', 'EHCP']],
    [['Started', 'A1'], ['SEN provision'], ['Unknown']],
    [['Left', 'A2']],
    [
      ['Left', 'A2'],
      ['Sex', 'By sex'],
      ['Female', 'F', 'girls'],
    ],
  ]
  const rows = paths.map((path) => ({ path, words: '', isShown: true, cells: {} }))
  /** Which row each line names, or why none; cells are parted by a bar. */
  const named = (start: number, ...lines: string[]) => {
    const { match } = rowMatcher(rows, start)
    return lines.map((line) => {
      const found = match(line.split('|'))
      return found.kind === 'row' ? found.at : found.kind
    })
  }

  it.each<[string, number, string[], (number | string)[]]>([
    ['alone is of the measure above it', 0, ['Left', 'f', 'Started', 'Girls'], [5, 6, 0, 1]],
    ['alone is of the field’s own measure first', 5, ['F'], [6]],
    ['of a breakdown that was begun goes on in it', 0, ['EHCP', 'Unknown', 'F', 'Unknown'], [3, 4, 1, 2]],
    ['that two breakdowns have is of neither', 0, ['Unknown'], ['several']],
    ['is told apart by a heading', 0, ['By sex', 'Unknown'], ['unknown', 2]],
    ['is told apart in its own row', 0, ['Started|SEN provision: Unknown', 'A2|Sex|Female'], [4, 6]],
    ['of a total may be said so', 1, ['Total', 'Left|Total'], [0, 5]],
    [
      'of a total ends the categories above it, and is nobody’s under a list of figures',
      0,
      ['Female', 'Total', 'Started', 'Left', 'Total'],
      [1, 0, 0, 5, 'unknown'],
    ],
    [
      'that is of no row is of none',
      0,
      ['Left early', 'Started|Male', ''],
      ['unknown', 'unknown', 'unknown'],
    ],
  ])('%s', (_, start, lines, found) => {
    expect(named(start, ...lines)).toEqual(found)
  })
})

const input = exampleInput({
  asked: ['OP1', 'OP2', 'OP3', 'OP5', 'OC8', 'OC7'],
  tier: 'enhanced',
  figures: {
    'XYZ-OP1': value(9),
    'XYZ-OP1:sex:female': value(4),
    'XYZ-OP2': pair(30, 40),
    'XYZ-OP3': value(12.5),
    'XYZ-OP5': figure({ missing: 'z' }),
  },
})

const grid = (closed: readonly string[] = [], unfolded: readonly string[] = []) =>
  ({
    entry: { input, state: { edits: {} } },
    ...{ urn: null, baselines: [], profile: {}, whyLocked: 'Closed: RMEL did not ask about this figure.' },
    isOpen: (locator: string) => !closed.includes(locator),
    unfolded: new Set(unfolded),
  }) as unknown as Grid

const sheetOf = (of = grid()) =>
  figureSheet({
    grid: of,
    definitions: input.asked,
    columns: columnsOf(input.asked, { periodId: input.periodId, baselines: [], profile: {}, urn: null }),
    computed: ({ collectedFrom }) => (collectedFrom === 'setting' ? '' : null),
  })

function pasted(plain: string, { at = 'XYZ-OP1-value', of = grid() } = {}) {
  const read = readPasted({ plain, html: '' }, sheetOf(of), `figure-${at}`)
  if (read.kind === 'refused') throw new Error(read.why)
  return read
}

const said = (judged: readonly Judged[]) =>
  judged.map((each) => [each.row, each.column, each.outcome, each.outcome === 'ignored' ? each.why : ''])

describe('A block', () => {
  it('without names lands from its field down the rows that can be seen, and across', () => {
    const { way, judged } = pasted('11\n31\t41\n13')
    expect(way).toBe('place')
    expect(editsOf(judged)).toEqual([
      ['XYZ-OP1', { entries: { value: '11' } }],
      ['XYZ-OP2', { entries: { numerator: '31', denominator: '41' } }],
      ['XYZ-OP3', { entries: { value: '13' } }],
    ])
  })

  it('without names falls on closed rows too, which keep their figures, so that nothing after them moves up', () => {
    const of = grid(['XYZ-OP2'])
    const { judged } = pasted('11\n31\t41\n13', { of })
    expect(said(judged).map(([row, , outcome, why]) => [row, outcome, why])).toEqual([
      ['Young people who started', 'change', ''],
      ...Array.from({ length: 2 }, () => [
        ...['Take-up of sessions', 'ignored', 'Closed: RMEL did not ask about this figure.'],
      ]),
      ['Contact hours', 'change', ''],
    ])
    expect(judged[1]).toMatchObject({ now: '30', pasted: '31' })
    // One that is worked out for the page, below the last field.
    const last = pasted('1\n2\n3', { at: 'XYZ-OC8-people' }).judged
    expect(
      said(last)
        .map(([row, , outcome]) => [row, outcome])
        .slice(1, 2),
    ).toEqual([['Young people at the setting', 'ignored']])
  })

  it('goes through a breakdown that is folded open', () => {
    const { judged } = pasted('11\n5\n6', { of: grid([], ['XYZ-OP1:sex']) })
    expect(editsOf(judged).map(([locator]) => locator)).toEqual([
      'XYZ-OP1',
      'XYZ-OP1:sex:female',
      'XYZ-OP1:sex:male',
    ])
  })

  it('says of each cell that fits nowhere why', () => {
    const { judged } = pasted('10\t5\t6\t0.5\t8\t9\t1', { at: 'XYZ-OP1-value' })
    expect(said(judged).map(([, , , why]) => why)).toEqual([
      '',
      'This row has no field in that column.',
      'This row has no field in that column.',
      ...Array.from({ length: 2 }, () => 'This column is only shown: it is worked out, or was given before.'),
      ...Array.from({ length: 2 }, () => 'The table has no such column to type in.'),
    ])
    const below = pasted('1\n2\n3', { at: 'XYZ-OC8-people' })
    expect(said(below.judged)[2]?.[3]).toBe('The table has no row further down.')
  })

  it('with names is matched by them, folded away or not, in any order, however they are written', () => {
    const block = [
      'Measure\tOut of\tFigure',
      '\u200BContact\u00A0hours\t\t14',
      'take-up of sessions\t50\t45',
      'Young people who started\t\t10',
      'Male\t\t6',
      'FEMALE\t\t4',
    ]
    const { way, hasHeader, judged } = pasted(block.join('\r\n'))
    expect([way, hasHeader]).toEqual(['names', true])
    expect(editsOf(judged)).toEqual([
      ['XYZ-OP3', { entries: { value: '14' } }],
      ['XYZ-OP2', { entries: { denominator: '50', numerator: '45' } }],
      ['XYZ-OP1', { entries: { value: '10' } }],
      ['XYZ-OP1:sex:male', { entries: { value: '6' } }],
    ])
    expect(countsOf(judged)).toEqual({ matched: 6, ignored: 0, changes: 5 })
  })

  it.each([
    ['months', 'Measure\tOct\tNov\tDec\nTake-up of sessions\t50\t61\t70'],
    ['two quarters', 'Measure\t2024-25 Q3\t2025-26 Q3\nTake-up of sessions\t50\t61'],
    ['two years, with nothing over the names', '\t2024-25\t2025-26\nTake-up of sessions\t50\t61'],
    ['two years that are numbers', 'Measure\t2024\t2025\nTake-up of sessions\t50\t61'],
    ['this quarter alone, with the one before blank', 'Measure\tOct\tNov\nTake-up of sessions\t\t50'],
  ])(
    'with names under the headings of %s puts nothing in, and asks for the names of the columns',
    (_, text) => {
      const { judged, unnamed } = pasted(text)
      expect(editsOf(judged)).toEqual([])
      expect(said(judged).at(-1)?.slice(2)).toEqual(['ignored', 'Nothing says which column this is.'])
      // Not "blank": it falls on no cell of which that could be said.
      expect(judged.at(-1)?.now).toBe('–')
      expect(unnamed).toEqual(['Figure', 'Out of', 'People'])
    },
  )

  it('of dashes says that none was put in, and why: a dash may be nought or not known', () => {
    const { judged } = pasted('Contact hours\t–')
    expect(editsOf(judged)).toEqual([])
    expect(said(judged).at(-1)?.slice(2)).toEqual([
      'ignored',
      'A dash may mean none, or not known. Type 0 if there were none.',
    ])
  })

  it('with names and one column of figures is put in whatever stands over it', () => {
    for (const head of ['Measure\tOct 2025', 'Measure\t2025-26 Q3', '\tThis quarter'])
      expect(editsOf(pasted(`${head}\nContact hours\t14`).judged), head).toEqual([
        ['XYZ-OP3', { entries: { value: '14' } }],
      ])
  })

  it('with names and no heading goes in order across', () => {
    expect(editsOf(pasted('Take-up of sessions\t31\t41').judged)).toEqual([
      ['XYZ-OP2', { entries: { numerator: '31', denominator: '41' } }],
    ])
  })

  it('says of a name that is nobody’s that it is', () => {
    const whys = (text: string) => said(pasted(text).judged).map((each) => each[3])
    expect(whys('Young persons\t5\nTotal\t5')[0]).toBe('Nothing in this table has that name.')
    // Take-up is not broken down by sex, and the female young people who started are not meant.
    expect(whys('Take-up of sessions\t1\t2\nFemale\t3').at(-1)).toBe('Nothing in this table has that name.')
  })

  it('passes over what is closed and what is worked out, with the reason', () => {
    const of = grid(['XYZ-OP3'])
    const { judged } = pasted('Contact hours\t99\nYoung people at the setting\t5\nXYZ-OP1\t10', { of })
    expect(said(judged).map((each) => each.slice(2))).toEqual([
      ['ignored', 'Closed: RMEL did not ask about this figure.'],
      ['ignored', 'Added up from the reports of your settings.'],
      ['change', ''],
    ])
  })

  it.each([
    ['12.5%', 'Type the two counts; the percentage is worked out for you.'],
    ['about 40', 'Use only digits, for example 9.'],
    ['1,2,3', 'Use only digits, for example 9.'],
  ])('with %s is not put in', (text, why) => {
    expect(said(pasted(`10\n${text}\t40`).judged)[1]).toEqual([
      ...['Take-up of sessions', 'Figure', 'ignored', why],
    ])
  })

  it('leaves a figure as it is where a cell is blank, a dash, or says the same', () => {
    const { judged } = pasted('9\n-\t40\n 12.50 ')
    expect(countsOf(judged)).toEqual({ matched: 3, ignored: 1, changes: 0 })
  })

  it('gives a reason for none, takes one back, and never both at once', () => {
    expect(editsOf(pasted('n/a\n5\t6').judged)).toContainEqual(['XYZ-OP1', { missing: 'z' }])
    const back = pasted('7', { at: 'XYZ-OP5-value' }).judged
    expect(editsOf(back)).toEqual([['XYZ-OP5', { entries: { value: '7' }, missing: null }]])
    const both = pasted('5\tx', { at: 'XYZ-OP2-numerator' }).judged
    expect(editsOf(both)).toEqual([['XYZ-OP2', { entries: { numerator: '5' } }]])
    expect(said(both)[1]?.[2]).toBe('ignored')
  })

  it('that names one figure twice gives it once', () => {
    const { judged } = pasted('Contact hours\t13\nContact hours\t14')
    expect(editsOf(judged)).toEqual([['XYZ-OP3', { entries: { value: '13' } }]])
  })

  it('copied from the whole table changes nothing when it is pasted back', () => {
    const { judged, way } = pasted(toTsv(blockOf(sheetOf())))
    expect(way).toBe('names')
    expect(countsOf(judged)).toEqual({ matched: judged.length, ignored: 0, changes: 0 })
    expect(judged.length).toBeGreaterThan(4)
  })

  it('that names a person is refused whole', () => {
    const upn = 'H801200001001'
    const read = (plain: string) => readPasted({ plain, html: '' }, sheetOf(), 'figure-XYZ-OP1-value')
    const texts = [`5\n${upn}`, 'born 12/03/2011\t5', 'Pupil\tNHS\nAmy\t9434765919', 'amy@example.com\t6']
    for (const text of texts) expect(read(text).kind, text).toBe('refused')
    expect(JSON.stringify(read(`5\n${upn}`))).not.toContain(upn)
  })

  it('of far more than a table holds is refused', () => {
    const read = readPasted({ plain: '1\t2\n'.repeat(6_000), html: '' }, sheetOf(), 'figure-XYZ-OP1-value')
    expect(read).toMatchObject({ kind: 'refused', why: expect.stringContaining('far more') as string })
  })
})
