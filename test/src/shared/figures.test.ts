import {
  emptyFigure,
  entryText,
  FigureChange,
  isAnswered,
  ratioOf,
  readEntry,
  showNumber,
  showRatio,
} from '@inclusion/shared/figures'
import { storableText } from '@inclusion/shared/text'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount, figure, measure } from './generators.ts'

const number = (given: number) => ({ kind: 'number', number: given })

describe('an entry as people paste it', () => {
  test.each([
    ['0', 0],
    ['12', 12],
    ['  12 ', 12],
    ['\u00a012\u202f', 12],
    ['\ufeff12', 12],
    ['1\u200b2', 12],
    ['1,234', 1234],
    ['12,345,678', 12_345_678],
    ['1.5', 1.5],
    ['007', 7],
    ['-3', -3],
    ['−3', -3],
    ['–3', -3],
    ['-0', 0],
    ['1000000000000', 1e12],
  ])('%j is a number', (entered, expected) => {
    expect(readEntry(entered, 'count')).toEqual(number(expected))
  })

  test.each(['', ' ', '\u00a0', '\t\n', '\u200b', '\ufeff'])('%j is blank, never 0', (entered) => {
    expect(readEntry(entered, 'count')).toEqual({ kind: 'blank' })
  })

  test.each([
    '12a',
    'n/k',
    'N/A',
    '1,2,3',
    '12,34',
    ',123',
    '1,234,',
    '1 2',
    '12 of 15',
    '1e3',
    '0x1F',
    '1.2.3',
    '.5',
    '5.',
    '--1',
    '(3)',
    'NaN',
    'Infinity',
    '٣',
    '１２',
    '½',
    '#N/A',
    '=1+1',
    '40%',
    '1000000000001',
    '99999999999999999999999',
  ])('%j cannot be read, and the person is told why', (entered) => {
    const entry = readEntry(entered, 'count')
    expect(entry.kind).toBe('unreadable')
    expect(entry).toHaveProperty('why', expect.stringMatching(/^[A-Z].{5,}/))
  })

  test.each([
    ['£1,234.50', 123_450],
    ['-£5', -500],
    ['£ 5', 500],
    ['£-5', -500],
    ['1.15', 115],
    ['0.29', 29],
    ['33500', 3_350_000],
    ['999999999999.99', 99_999_999_999_999],
  ])('money %j is pence', (entered, pence) => {
    expect(readEntry(entered, 'money')).toEqual(number(pence))
  })

  test.each(['£', '1.234', '£1,23', '$5', '5p', '1.5%'])('money %j cannot be read', (entered) => {
    expect(readEntry(entered, 'money').kind).toBe('unreadable')
  })

  test('a part of a session cannot be read: sessions and pupils are counted one by one', () => {
    expect(readEntry('12.5', 'attendance').kind).toBe('unreadable')
    expect(readEntry('12.0', 'attendance')).toEqual(number(12))
  })

  test('a pound sign is for money only', () => {
    expect(readEntry('£5', 'count').kind).toBe('unreadable')
  })

  test('whatever is typed: a finite number, blank, or a reason; money in whole pence; never minus nought', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9,.\-−£% eE+\u00a0\u200b]*$/),
    )
    fc.assert(
      fc.property(anything, measure, (entered, of) => {
        const entry = readEntry(entered, of)
        if (entry.kind !== 'number') return
        expect(Number.isFinite(entry.number)).toBe(true)
        expect(Object.is(entry.number, -0)).toBe(false)
        expect(of !== 'money' || Number.isInteger(entry.number)).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  test('commas, spaces around and invisible characters change nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), measure, (given, of) => {
        const plain = readEntry(String(given), of)
        expect(plain.kind).toBe('number')
        expect(readEntry(` ${given.toLocaleString('en-GB')}\u200b\u00a0`, of)).toEqual(plain)
      }),
    )
  })
})

describe('what stands in the field for a stored number', () => {
  test('reads back to it', () => {
    const stored = fc.oneof(amount, fc.integer({ min: -1e12, max: 1e12 }))
    fc.assert(
      fc.property(stored, measure, (given, of) => {
        const whole = of === 'money' || of === 'attendance'
        const kept = (whole ? Math.round(given) : given) + 0
        expect(readEntry(entryText(kept, of), of)).toEqual(number(kept))
      }),
      { numRuns: 2_000 },
    )
  })

  test('reads back to it, however small or long the number that was read', () => {
    const digits = fc.stringMatching(/^0{0,12}[0-9]{1,8}$/)
    fc.assert(
      fc.property(fc.nat(999), digits, (whole, decimals) => {
        const entry = readEntry(`${whole}.${decimals}`, 'number')
        const read = entry.kind === 'number' ? entry.number : Number.NaN
        expect(readEntry(entryText(read, 'number'), 'number')).toEqual(number(read))
      }),
      { numRuns: 2_000 },
    )
  })

  test('is blank for none, and never an exponent', () => {
    expect(entryText(null, 'count')).toBe('')
    expect(entryText(0.000_000_12, 'number')).toBe('0.00000012')
    expect(entryText(123_450, 'money')).toBe('1234.50')
    expect(entryText(3_350_000, 'money')).toBe('33500')
  })
})

describe('what is shown', () => {
  test('a ratio is null without a denominator, and never NaN or infinite', () => {
    const part = fc.option(fc.nat(1_000_000))
    fc.assert(
      fc.property(part, part, (numerator, denominator) => {
        const ratio = ratioOf({ numerator, denominator })
        expect(ratio === null).toBe(numerator === null || !denominator)
        expect(ratio === null || Number.isFinite(ratio)).toBe(true)
      }),
    )
  })

  test('proportions, rates and means in their own words', () => {
    expect(showRatio({ numerator: 19, denominator: 110 }, 'proportion')).toBe('17.3%')
    expect(showRatio({ numerator: 1, denominator: 8 }, 'rate')).toBe('12.5 per 100')
    expect(showRatio({ numerator: 16, denominator: 5 }, 'mean')).toBe('3.2')
    expect(showRatio({ numerator: 0, denominator: 0 }, 'proportion')).toBeNull()
    expect(showNumber(3_906_250, 'money')).toBe('£39,062.50')
    expect(showNumber(1234.5, 'hours')).toBe('1,234.5')
  })
})

test('a figure is answered by a number, a text or a reason, not by a note beside nothing', () => {
  expect(isAnswered(undefined)).toBe(false)
  expect(isAnswered({ ...emptyFigure, note: 'to follow', people: 4, evidence: { source: 'survey' } })).toBe(
    false,
  )
  fc.assert(
    fc.property(figure, (given) => {
      const { value, numerator, denominator, text, missing } = given
      const says = [value, numerator, denominator, text, missing].some((part) => part !== null)
      expect(isAnswered(given)).toBe(says)
    }),
  )
})

describe('text that both databases can hold', () => {
  const schema = storableText(50)

  test('is text that is UTF-8 and back without loss, and has no NUL', () => {
    const anyUnits = fc
      .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 40 })
      .map((units) => String.fromCharCode(...units))
    const text = fc.oneof(anyUnits, fc.string({ unit: 'binary' }), fc.constant('a\u0000b'))
    fc.assert(
      fc.property(text, (given) => {
        const survives = Buffer.from(given, 'utf8').toString('utf8') === given && !given.includes('\u0000')
        expect(schema.safeParse(given).success).toBe(survives && given.length <= 50)
      }),
      { numRuns: 1_000 },
    )
  })

  test('a change with half a symbol, or with a member that there is not, is refused', () => {
    const change = { locator: 'APM-OP1', revision: 0 }
    expect(FigureChange.safeParse({ ...change, entries: { value: '12' } }).success).toBe(true)
    expect(FigureChange.safeParse({ ...change, note: '\ud83d' }).success).toBe(false)
    expect(FigureChange.safeParse({ ...change, entries: { share: '12' } }).success).toBe(false)
    expect(FigureChange.safeParse({ ...change, value: 12 }).success).toBe(false)
    expect(FigureChange.safeParse({ ...change, revision: -1 }).success).toBe(false)
  })
})
