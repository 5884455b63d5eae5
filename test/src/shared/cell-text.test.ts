import { cleanCell, readCell } from '@inclusion/shared/cell-text'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const entry = (entered: string) => ({ kind: 'entry', entered })

describe('the text of a cell', () => {
  test.each(['', ' ', '\u00A0', '\u200B\uFEFF', '-', ' – ', '—', '--'])('%j is blank, never zero', (text) => {
    expect(readCell(text)).toEqual({ kind: 'blank' })
  })

  test.each([
    ['z', 'z'],
    ['Z', 'z'],
    ['[z]', 'z'],
    ['n/a', 'z'],
    ['N/A', 'z'],
    ['Not applicable', 'z'],
    ['not\u00A0applicable ', 'z'],
    ['x', 'x'],
    ['[x]', 'x'],
    ['Not  available', 'x'],
  ])('%j is why there is no figure: %s', (text, reason) => {
    expect(readCell(text)).toEqual({ kind: 'missing', reason })
  })

  test.each([
    ['0', '0'],
    [' 1,234\u00A0', '1,234'],
    ['£\u202F1,234.50', '£ 1,234.50'],
    ['\u200B12\u200B', '12'],
    ['-5', '-5'],
    ['12.5%', '12.5%'],
    ['"7"', '"7"'],
    ['xz', 'xz'],
    ['first line\nsecond line', 'first line\nsecond line'],
  ])('%j is typed as %j', (text, entered) => {
    expect(readCell(text)).toEqual(entry(entered))
  })

  test('reads the same when it was cleaned before, and loses nothing that can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readCell(cleanCell(text))).toEqual(readCell(text))
        const seen = (of: string) => of.replace(/[\s\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
        expect(seen(cleanCell(text))).toBe(seen(text))
      }),
    )
  })
})
