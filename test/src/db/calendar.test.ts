import { baselines } from '@inclusion/db/reference/baselines'
import {
  collectionWindows,
  mentoringPeriods,
  periods,
  trainingPeriods,
} from '@inclusion/db/reference/calendar'
import { mentoringDefinitions } from '@inclusion/db/reference/framework/mentoring'
import { trainingDefinitions } from '@inclusion/db/reference/framework/training'
import { mentoringGrants } from '@inclusion/db/reference/grants/mentoring'
import { mentoringProfile, profiles } from '@inclusion/db/reference/profiles'
import { periodOf } from '@inclusion/shared/periods'
import { describe, expect, it } from 'vitest'

const measureOf = new Map(
  [...mentoringDefinitions, ...trainingDefinitions].map(({ indicator, measure }) => [indicator, measure]),
)

describe('the calendar', () => {
  it('runs from April 2022 to September 2026 in quarters that meet', () => {
    expect(periods).toHaveLength(18)
    expect(periods[0]).toMatchObject({ id: 'FY2022-23-Q1', startsOn: '2022-04-01' })
    expect(periods.at(-1)).toMatchObject({ id: 'FY2026-27-Q2', endsBefore: '2026-10-01' })
    const starts = periods.slice(1).map(({ startsOn }) => startsOn)
    expect(starts).toEqual(periods.slice(0, -1).map(({ endsBefore }) => endsBefore))
  })

  it.each([
    ['APM', 'FY2025-26-Q3', '2026-01-01', '2026-01-31'],
    ['APM', 'FY2022-23-Q1', '2022-07-01', '2022-07-31'],
    ['APM', 'FY2023-24-Q4', '2024-04-01', '2024-04-30'],
    ['CPD', 'FY2025-26-Q2', '2025-10-01', '2025-10-31'],
    ['CPD', 'FY2026-27-Q2', '2026-10-01', '2026-10-31'],
  ])('collects %s for %s from %s to %s', (programme, periodId, opensOn, dueOn) => {
    const found = collectionWindows.find((one) => one.programme === programme && one.periodId === periodId)
    expect(found).toEqual({ programme, periodId, opensOn, dueOn })
  })

  it('has a window for each period of each programme', () => {
    expect(collectionWindows).toHaveLength(mentoringPeriods.length + trainingPeriods.length)
    expect(trainingPeriods).toHaveLength(5)
  })
})

const camden = (indicator: string) =>
  profiles.filter((row) => row.grantId === 'APM-E09000007' && row.indicator === indicator)

describe('the profiles', () => {
  it('are labelled invented, name indicators that exist, and are in the unit of the measure', () => {
    const whole = new Set(['count', 'hours', 'money'])
    const wrong = profiles.filter(({ indicator, value, invented }) => {
      const measure = measureOf.get(indicator) ?? 'none'
      const isShare = measure === 'proportion' || measure === 'rate'
      const inUnit = whole.has(measure) ? Number.isInteger(value) : isShare ? value <= 1 : measure === 'mean'
      return invented !== 1 || value < 0 || !inUnit
    })
    expect(wrong).toEqual([])
  })

  it.each(['APM-OP2', 'APM-OP3', 'APM-OP7', 'APM-OP9', 'APM-FI1'])(
    '%s rises within a financial year',
    (indicator) => {
      const rows = camden(indicator)
      const falls = rows.filter((row, index) => {
        const before = rows[index - 1]
        const sameYear = before && periodOf(before.periodId).year === periodOf(row.periodId).year
        return sameYear && row.value <= before.value
      })
      expect(falls).toEqual([])
      expect(rows.length).toBeGreaterThan(7)
    },
  )

  it('spend the award of the year, and none where the award is unknown', () => {
    const spent = new Map(camden('APM-FI1').map(({ periodId, value }) => [periodId, value]))
    expect(spent.get('FY2025-26-Q4')).toBe(3_906_250)
    expect(spent.has('FY2023-24-Q4')).toBe(false)
  })

  it('begin with the grant, and are the same each time', () => {
    for (const grant of mentoringGrants) {
      const first = profiles.find(({ grantId }) => grantId === grant.id)
      expect(first?.periodId).toBe(grant.cohort === '2022' ? 'FY2022-23-Q1' : 'FY2024-25-Q2')
      const again = mentoringProfile(grant, 'FY2025-26-Q3', 3_906_250)
      expect(again).toEqual(mentoringProfile(grant, 'FY2025-26-Q3', 3_906_250))
    }
  })
})

describe('every measure with a direction', () => {
  const directed = [...mentoringDefinitions, ...trainingDefinitions].filter(
    ({ kind, polarity }) => (kind === 'output' || kind === 'outcome') && polarity !== 'none',
  )

  it('has a profile in every grant and period, but for one borough that has not agreed one', () => {
    const planned = new Set(
      profiles.map(({ grantId, indicator, periodId }) => `${grantId} ${periodId} ${indicator}`),
    )
    const pairs = [...new Set(profiles.map(({ grantId, periodId }) => `${grantId} ${periodId}`))]
    const without = pairs.flatMap((pair) =>
      directed
        .filter(({ indicator }) => indicator.slice(0, 3) === pair.slice(0, 3))
        .filter(({ indicator }) => !planned.has(`${pair} ${indicator}`))
        .map(({ indicator }) => `${pair.split(' ')[0]} ${indicator}`),
    )
    expect([...new Set(without)]).toEqual(['APM-E09000005 APM-OP8'])
  })
})

describe('the baselines', () => {
  it('are labelled invented and leave attendance to the heads', () => {
    expect(baselines.filter(({ indicator }) => indicator === 'CPD-OC6')).toHaveLength(7)
    expect(new Set(baselines.map(({ indicator }) => indicator))).toEqual(new Set(['CPD-OC6', 'APM-OC7']))
    for (const { source } of baselines) expect(source).toContain('Invented')
  })
})
