/** Figures as they can be stored, for tests of laws. */
import { emptyFigure, type Figure, type Figures } from '@inclusion/shared/figures'
import { evidenceFields, measures } from '@inclusion/shared/framework/indicators'
import * as fc from 'fast-check'

export const measure = fc.constantFrom(...measures, 'attendance' as const)

/** A count, or a number with up to three decimals: exact when written and read. */
export const amount = fc.oneof(
  fc.nat(1_000_000),
  fc.integer({ min: -999_999, max: 999_999_999 }).map((thousandths) => thousandths / 1000),
)

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const note = fc.option(words)
const evidence = fc.option(
  fc
    .dictionary(fc.constantFrom(...evidenceFields), words, { minKeys: 1, noNullPrototype: true })
    .map((fields) => fields as NonNullable<Figure['evidence']>),
)

/** Numbers, or a reason for none: never both. */
export const figure: fc.Arbitrary<Figure> = fc
  .oneof(
    fc.record({ value: fc.option(amount), people: fc.option(fc.nat(500)), note, evidence }),
    fc.record({ numerator: fc.option(amount), denominator: fc.option(amount), note, evidence }),
    fc.record({ text: fc.option(words), note, evidence }),
    fc.record({ missing: fc.constantFrom('z' as const, 'x' as const), note, evidence }),
  )
  .map((parts) => ({ ...emptyFigure, ...parts }))

const locator = fc.constantFrom(
  'APM-OP1',
  'APM-OP2',
  'APM-OP2:sex:female',
  'APM-OP2:sex:male',
  'APM-OC4@100006',
  'APM-OC4@134643',
  'CPD-OP1',
)

export const figures: fc.Arbitrary<Figures> = fc.dictionary(locator, figure, { noNullPrototype: true })
