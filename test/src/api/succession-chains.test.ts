/** Baselines of settings that changed their URN more than once, or were taken over while both reported. */
import type { Recorded } from '@inclusion/server/settings/record'
import type { SettingView } from '@inclusion/server/settings/view'
import { joinBaselines } from '@inclusion/server/settings/join-baselines'
import type { Formerly } from '@inclusion/server/settings/lineage'
import { openReturns } from '@inclusion/server/returns/open'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, done, fillReport, giveRole, see } from './support/filing.ts'

type Baseline = Parameters<typeof joinBaselines>[0][number]

const given = (urn: string, periodId: Baseline['periodId'], numerator: number): Baseline => ({
  ...{ indicator: 'APM-OC1', urn, periodId, value: null, numerator, denominator: 1000, people: 10 },
  ...{ windowStartsOn: '2024-01-01', windowEndsBefore: '2024-04-01', source: 'Given by the setting' },
})
const became = (urn: string, successorUrn: string, until: string, nowUrn = successorUrn): Formerly => ({
  ...{ urn, name: `Setting ${urn}`, successorUrn, until, nowUrn },
})
const [a, b, c] = ['100001', '100002', '100003'] as const
const joined = (baselines: Baseline[], formerly: Formerly[]) =>
  joinBaselines(baselines, formerly).map(({ urn, numerator, denominator }) => [urn, numerator, denominator])

describe('the baseline of a setting that stands for others', () => {
  const chain = [became(a, b, '2025-05-01', c), became(b, c, '2025-11-01')]

  test('is the one that the second gave for both, and stays so under the third', () => {
    const both = [given(a, null, 400), given(b, 'FY2025-26-Q1', 700)]
    expect(joined(both, [became(a, b, '2025-05-01')])).toEqual([[b, 700, 1000]])
    expect(joined(both, chain)).toEqual([[c, 700, 1000]])
  })

  test('is the sum along a chain of which nobody gave one for all', () => {
    const each = [given(a, null, 400), given(b, null, 300), given(c, 'FY2025-26-Q1', 200)]
    expect(joined(each, chain)).toEqual([[c, 900, 3000]])
  })

  test('is the third’s own alone once it gave one', () => {
    const each = [given(a, null, 400), given(b, 'FY2025-26-Q1', 700), given(c, 'FY2025-26-Q3', 200)]
    expect(joined(each, chain)).toEqual([[c, 200, 1000]])
  })

  test('is the sum of two that both gave theirs for the period in which one was taken over', () => {
    const taken = [became(b, a, '2025-11-01')]
    const theirs = [given(a, 'FY2025-26-Q3', 500), given(b, 'FY2025-26-Q3', 300)]
    expect(joined(theirs, taken)).toEqual([[a, 800, 2000]])
    // In the period after, the one gives a baseline of all its young people.
    expect(joined([given(a, 'FY2025-26-Q4', 500), given(b, 'FY2025-26-Q3', 300)], taken)).toEqual([
      [a, 500, 1000],
    ])
  })

  test('is the sum where the successor gave its own before the day', () => {
    const before = [given(a, null, 400), given(b, 'FY2025-26-Q2', 700)]
    expect(joined(before, [became(a, b, '2025-10-01')])).toEqual([[b, 1100, 2000]])
  })

  test('is none where a part of the sum is a level without its counts', () => {
    const level = { ...given(a, null, 0), numerator: null, denominator: null, value: 0.6 }
    expect(joined([level, given(b, null, 700)], chain)).toEqual([])
    expect(joined([level], [became(a, b, '2025-05-01')])).toEqual([[b, null, null]])
  })
})

const next = {
  ...{ urn: '150001', laestab: '202/1105', name: 'Regent Canal Academy', type: '42' },
  ...{ gssCode: 'E09000007', openedOn: '2025-10-01' },
}
const third = { ...next, urn: '150002', laestab: '202/1106', name: 'Camden Lock Academy', openedOn: null }

describe.each(engines())('a setting that changed its URN twice on %s', (engine) => {
  let service: Service
  let chloe: Client

  beforeEach(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
    const { db } = service.database
    for (const table of ['attendance_counts', 'attendance_pupils'] as const)
      await db.deleteFrom(table).where('returnId', '=', camden).execute()
    await db.deleteFrom('data_points').where('returnId', '=', camden).where('urn', 'is not', null).execute()
    const none = { status: 'not-started', signedOffBy: null, signedOffAt: null } as const
    await db.updateTable('setting_reports').set(none).where('returnId', '=', camden).execute()
  })
  afterEach(() => service.close())

  it('is held against the baseline that its second URN gave', async () => {
    for (const setting of [next, third]) expect((await chloe.post('/api/settings', setting)).status).toBe(201)
    const succeed = async (urn: string, successorUrn: string, succeededOn: string) => {
      const { revision } = done(await chloe.get<SettingView>(`/api/settings/${urn}`))
      const body = { revision, successorUrn, succeededOn }
      done(await chloe.post<Recorded>(`/api/settings/${urn}/succeed`, body))
    }
    const ruth = await service.as('ruth-okafor')
    const baselineOf = async (id: string, of: string) => {
      const { baselines } = await see(ruth, id)
      const own = baselines.filter(({ indicator, urn }) => indicator === 'APM-OC1' && urn === of)
      return own.map(({ numerator, denominator, people }) => [numerator, denominator, people])
    }
    await succeed('100006', next.urn, '2025-10-01')
    const inherited = await baselineOf(camden, next.urn)
    await giveRole(service, 'marcus-lee', { role: 'head', urn: next.urn })
    const marcus = await service.as('marcus-lee')
    await fillReport(marcus, { id: camden, urn: next.urn })
    done(await marcus.post(`/api/setting-reports/${camden}/${next.urn}/sign-off`))
    const own = await baselineOf(camden, next.urn)
    expect(own).toHaveLength(1)
    expect(own).not.toEqual(inherited)
    await succeed(next.urn, third.urn, '2026-02-01')
    service.pass(80 * 24 * 60)
    await openReturns(service.context)
    expect(await baselineOf('APM-E09000007-FY2025-26-Q4', third.urn)).toEqual(own)
  })
})
