import { changeFrom, latestChange, pointOf, surePoints } from '@inclusion/client/setting-reports/trend-points'
import { describe, expect, it } from 'vitest'

const point = (
  label: string,
  rate: number,
  over: { people?: number | null; dispersion?: number | null } = {},
) => ({
  ...{ label, numerator: rate * 10, denominator: 1000, people: 12, dispersion: 1 },
  ...over,
})
/** Latest first, as the server tells them. */
const points = surePoints(
  [
    point('Q4', 80),
    point('Q3', 50, { people: null, dispersion: null }),
    point('Q2', 54, { people: 4, dispersion: null }),
    point('Q1', 50),
  ],
  null,
)

describe('A setting’s own trend', () => {
  it('runs from the first period to this report, and marks a small cohort', () => {
    const withNow = surePoints([point('Q1', 50)], point('Q2', 60))
    expect(withNow.map(({ label, isNow }) => [label, isNow])).toEqual([
      ['Q1', false],
      ['Q2', true],
    ])
    expect(points.map(({ label, isSmall }) => [label, isSmall])).toEqual([
      ...[
        ['Q1', false],
        ['Q2', true],
        ['Q3', false],
        ['Q4', false],
      ],
    ])
  })

  it('says no more of a change than its pupils allow', () => {
    expect(points.map((now, index) => changeFrom(points[index - 1], now))).toEqual([
      ...[null, 'too-few', 'unknown', 'unknown'],
    ])
    const clear = surePoints([point('Q2', 80), point('Q1', 50)], null)
    expect(latestChange(clear)).toBe(
      'From Q1 to Q2, attendance was higher, by more than differences between pupils explain.',
    )
    // The same rates of pupils who differ as pupils do: nobody can say.
    const spread = { dispersion: 90 }
    expect(latestChange(surePoints([point('Q2', 80, spread), point('Q1', 50, spread)], null))).toBe(
      'From Q1 to Q2: too few pupils to say whether it changed.',
    )
    expect(latestChange(surePoints([], point('Q1', 50)))).toBeNull()
  })

  it('takes this report’s counts once both halves of the rate are whole', () => {
    const year = {
      academicYear: '2025-26',
      possible: 100,
      attended: 60,
      authorised: null,
      unauthorised: null,
    }
    const attendance = {
      ...{
        urn: '134643',
        cohort: 'mentored' as const,
        enrolments: 9,
        persistent: null,
        severe: null,
        window: null,
      },
      ...{ sessions: [{ ...year, counted: { byCode: {} } }], counted: { dispersion: 3 } },
    }
    expect(pointOf(attendance, 'Q3')).toEqual({
      label: 'Q3',
      numerator: 60,
      denominator: 100,
      people: 9,
      dispersion: 3,
    })
    expect(pointOf({ ...attendance, sessions: [year] }, 'Q3')?.dispersion).toBeNull()
    expect(pointOf({ ...attendance, sessions: [{ ...year, attended: null }] }, 'Q3')).toBeNull()
    expect(pointOf({ ...attendance, sessions: [{ ...year, attended: 101 }] }, 'Q3')).toBeNull()
  })
})
