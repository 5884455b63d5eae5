/** The rows that totals are made of: what each borough gave, and how many of its settings stand behind it. */
import { rollUpsOf } from '@inclusion/server/reviews/accept-figures'
import { emptyFigure } from '@inclusion/shared/figures'
import { exampleDefinition, figure, pair, value } from '@inclusion/shared/standards/examples/worked-example'
import { describe, expect, it } from 'vitest'

const camden = { programme: 'XYZ', periodId: 'FY2025-26-Q3', gssCode: 'E09000007' }
const count = { ...exampleDefinition('OP1'), indicator: 'XYZ-OP1' }
const rate = { ...exampleDefinition('OP2'), indicator: 'XYZ-OC1' }

describe('a row of the roll-up', () => {
  it('counts the settings that gave something of it, and none that had no figure or half of one', () => {
    const rows = rollUpsOf(camden, [count, rate], {
      'XYZ-OP1': value(3),
      'XYZ-OP1@100001': value(0),
      'XYZ-OP1@100002': figure({ missing: 'x' }),
      'XYZ-OP1@100003': { ...emptyFigure, note: 'The register is not whole yet.' },
      'XYZ-OC1@100001': pair(8, 10),
      'XYZ-OC1@100002': pair(5, null),
    })
    expect(rows.map(({ indicator, settings }) => [indicator, settings])).toEqual([
      ['XYZ-OP1', 1],
      ['XYZ-OC1', 1],
    ])
    expect(rows).toMatchObject([{ value: 3 }, { numerator: 8, denominator: 10 }])
  })
})
