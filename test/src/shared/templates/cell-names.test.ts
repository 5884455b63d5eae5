import { readLocator } from '@inclusion/shared/locators'
import { cellName, readCellName } from '@inclusion/shared/templates/cell-names'
import { templateParts } from '@inclusion/shared/templates/template'
import { guarded, unguarded } from '@inclusion/shared/templates/formula-guard'
import { markLines, unmarkLines } from '@inclusion/shared/templates/line-marks'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aTemplate } from './a-return.ts'

const capitals = fc.stringMatching(/^[A-Z]{2,5}$/)
const number = fc.stringMatching(/^[A-Z0-9]{1,4}[a-z]?$/)
const code = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
const urn = fc.option(fc.stringMatching(/^\d{6}$/))
const locator = fc
  .record({ capitals, number, urn, broken: fc.option(fc.tuple(code, code)) })
  .map(
    (of) =>
      `${of.capitals}-${of.number}${of.urn === null ? '' : `@${of.urn}`}${of.broken === null ? '' : `:${of.broken.join(':')}`}`,
  )
const part = fc.constantFrom(...templateParts)

describe('the name of a cell', () => {
  test('leads back to its figure, whatever became of its capitals', () => {
    fc.assert(
      fc.property(locator, part, (figure, of) => {
        const name = cellName(figure, of)
        for (const kept of [name, name.toUpperCase(), name.toLowerCase()])
          expect(readCellName(kept)).toEqual({ locator: figure, part: of })
      }),
      { numRuns: 2_000 },
    )
  })

  test('is one that Excel and LibreOffice take: no address of a cell, and nothing but what a name may hold', () => {
    fc.assert(
      fc.property(locator, part, (figure, of) => {
        const name = cellName(figure, of)
        expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_.]{0,254}$/)
        expect(name).not.toMatch(/^[A-Za-z]{1,3}\d+$|^[Rr]\d*[Cc]?\d*$/)
      }),
    )
  })

  test('is another for each cell of a return, also without regard to capitals', () => {
    const names = aTemplate().lines.flatMap(({ locator: of, cells, locked }) =>
      locked === null ? cells.map((cell) => cellName(of, cell.part).toLowerCase()) : [],
    )
    expect(new Set(names).size).toBe(names.length)
  })

  test.each([
    'Total',
    'f.value',
    'f.APM_OP2',
    'f.APM_OP2.sex.value',
    'f.APM_OP2.a.b.c.d.value',
    'g.APM_OP2.value',
    '',
  ])('%j is none of ours', (name) => {
    expect(readCellName(name)).toBeNull()
  })

  test('of a setting’s attendance there is none', () => {
    expect(readLocator('attendance@100006:mentored').kind).toBe('attendance')
    expect(() => cellName('attendance@100006:mentored', 'value')).toThrow(RangeError)
  })
})

describe('a text in a file without types', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '=1+1',
      "'=1",
      "''=1",
      '@x',
      '+4',
      '-',
      '-5',
      '-5 less',
      '\tx',
      '\n=1',
      '\nx',
      '＝1+1',
      '＋1',
      '－1',
      '＠x',
      ' =1',
      "' =1",
      "'",
      "'x",
    ),
  )

  test('never begins like a formula, and comes back as it was', () => {
    fc.assert(
      fc.property(text, (written) => {
        const safe = guarded(written)
        expect(
          /^(?:\s*[=+@＝＋－＠]|[\t\r\n])/.test(safe) || (safe.startsWith('-') && Number.isNaN(Number(safe))),
        ).toBe(false)
        expect(unguarded(safe)).toBe(written)
      }),
      { numRuns: 2_000 },
    )
  })

  test('keeps its lines where a file has none', () => {
    expect(unmarkLines(markLines('one\r\ntwo\n\nthree'))).toBe('one\ntwo\n\nthree')
    expect(markLines('one\ntwo')).toBe('one ¶ two')
  })
})
