import {
  attendanceLocator,
  cohorts,
  figureLocator,
  Locator,
  readLocator,
  settingOf,
} from '@inclusion/shared/locators'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const indicator = fc.stringMatching(/^[A-Z]{2,5}-[A-Z0-9]{1,4}[a-z]?$/)
const urn = fc.stringMatching(/^\d{6}$/)
const slug = fc.stringMatching(/^[a-z0-9-]{1,20}$/)
const academicYear = fc.stringMatching(/^\d{4}-\d{2}$/)

function reads(text: string): boolean {
  try {
    return readLocator(text) !== null
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

describe('a locator', () => {
  test('of a figure reads back to its parts', () => {
    const category = fc.option(fc.record({ dimension: slug, category: slug }))
    fc.assert(
      fc.property(indicator, fc.option(urn), category, (code, setting, of) => {
        const place = { urn: setting, dimension: of?.dimension ?? null, category: of?.category ?? null }
        const text = figureLocator(code, place)
        expect(Locator.safeParse(text).success).toBe(true)
        expect(readLocator(text)).toEqual({ kind: 'figure', indicator: code, ...place })
        expect(settingOf(text)).toBe(setting)
      }),
    )
  })

  test('of attendance reads back to its parts', () => {
    fc.assert(
      fc.property(urn, fc.constantFrom(...cohorts), fc.option(academicYear), (setting, cohort, year) => {
        const text = attendanceLocator(setting, cohort, year ?? undefined)
        expect(Locator.safeParse(text).success).toBe(true)
        expect(readLocator(text)).toEqual({ kind: 'attendance', urn: setting, cohort, academicYear: year })
      }),
    )
  })

  test('is one text for one figure: what reads is written the same again', () => {
    const text = fc.oneof(
      fc.stringMatching(/^[A-Z]{2,3}-[A-Z0-9]{1,3}[a-z]?(@\d{6})?(:[a-z]{1,5}:[a-z]{1,5})?$/),
      fc.stringMatching(/^attendance@\d{6}:(mentored|whole|baseline)(:\d{4}-\d{2})?$/),
    )
    fc.assert(
      fc.property(text, (given) => {
        const read = readLocator(given)
        const again =
          read.kind === 'figure'
            ? figureLocator(read.indicator, read)
            : attendanceLocator(read.urn, read.cohort, read.academicYear ?? undefined)
        expect(again).toBe(given)
      }),
    )
  })

  test('parses exactly where it can be read', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(reads(text)).toBe(Locator.safeParse(text).success)
      }),
    )
  })

  test.each([
    '',
    'APM',
    'apm-op1',
    'APM-OP1:sex',
    'APM-OP1@1000',
    'APM-OP1:sex:female:',
    'APM-OP1 ',
    "APM-OP1' OR 1=1 --",
    'attendance@100006',
    'attendance@100006:all',
    'APM-OP1:__proto__:x',
  ])('%j is none', (text) => {
    expect(Locator.safeParse(text).success).toBe(false)
  })
})
