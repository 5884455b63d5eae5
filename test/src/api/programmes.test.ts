/** A programme's evidence: accepted figures only, rolled up by each indicator's own rule, beside official ones. */
import type { IndicatorEvidence, ProgrammeView } from '@inclusion/server/programmes/view'
import type { RollUpProvenance } from '@inclusion/server/provenance/roll-up'
import { openReturns } from '@inclusion/server/returns/open'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  acceptIt,
  act,
  camden,
  type Change,
  done,
  enter,
  explainAll,
  giveRole,
  refusal,
} from './support/filing.ts'
import { addGrant, addSchoolLinks } from './support/third-programme.ts'

const quarter = 'FY2025-26-Q3'
const amounts = ['value', 'numerator', 'denominator', 'people'] as const

describe.each(engines())("a programme's evidence on %s", (engine) => {
  let service: Service
  let sam: Client

  beforeAll(async () => {
    service = await openService(engine)
    sam = await service.as('sam-whitfield')
  })
  afterAll(() => service.close())

  const programme = async (code: string, period?: string) =>
    done(await sam.get<ProgrammeView>(`/api/programmes/${code}${period ? `?period=${period}` : ''}`))

  /** Every accepted figure, added up by SQL that knows nothing of the service's own roll-up. */
  const recomputed = () =>
    service.database.db
      .selectFrom('accepted_points')
      .innerJoin('returns', 'returns.id', 'accepted_points.returnId')
      .innerJoin('grants', 'grants.id', 'returns.grantId')
      .select((eb) => [
        'programme',
        'indicator',
        eb.fn.coalesce('category', eb.val('')).as('category'),
        'periodId',
        'gssCode',
        eb.fn.sum<number | null>('value').as('value'),
        eb.fn.sum<number | null>('numerator').as('numerator'),
        eb.fn.sum<number | null>('denominator').as('denominator'),
        eb.fn.sum<number | null>('people').as('people'),
        eb.fn.count<number>('urn').as('settings'),
      ])
      .groupBy(['programme', 'indicator', 'category', 'periodId', 'gssCode'])
      .having((eb) =>
        eb.or([eb(eb.fn.sum('value'), 'is not', null), eb(eb.fn.sum('denominator'), 'is not', null)]),
      )
      .execute()

  it('kept up to date equals evidence worked out anew', async () => {
    const kept = await service.database.db.selectFrom('roll_ups').selectAll().execute()
    expect(kept.length).toBeGreaterThan(3000)
    expect(byKey(kept)).toEqual(byKey(await recomputed()))
  })

  /** Kept by its own: what a setting that serves several boroughs reports of its whole roll. */
  const ofWholeRoll = ['APM-OC2', 'APM-OC3a', 'APM-OC3b']

  it('counts the whole roll of a setting that serves two boroughs once, in the period, the year and the series', async () => {
    const shared = '102562'
    const { indicators } = await programme('APM', 'FY2025-26-Q2')
    const points = await service.database.db
      .selectFrom('accepted_points')
      .innerJoin('returns', 'returns.id', 'accepted_points.returnId')
      .select(['indicator', 'periodId', 'accepted_points.urn', 'numerator', 'denominator'])
      .where('indicator', 'in', ofWholeRoll)
      .where('category', 'is', null)
      .execute()
    for (const code of ofWholeRoll) {
      const evidence = indicators.find((each) => each.code === code)!
      const sumIn = (periodIds: string[]) => {
        const own = points.filter((point) => point.indicator === code && periodIds.includes(point.periodId))
        const once = new Map(own.map((point) => [`${point.urn} ${point.periodId}`, point]))
        expect(once.size).toBeLessThan(own.length)
        const of = (part: 'numerator' | 'denominator') =>
          [...once.values()].reduce((sum, point) => sum + (point[part] ?? 0), 0)
        return [of('numerator'), of('denominator')]
      }
      const pair = (of: { numerator: number | null; denominator: number | null }) => [
        of.numerator,
        of.denominator,
      ]
      expect(pair(evidence.period), code).toEqual(sumIn(['FY2025-26-Q2']))
      const inYear = evidence.overTime === 'ratio' ? ['FY2025-26-Q1', 'FY2025-26-Q2'] : ['FY2025-26-Q2']
      expect(pair(evidence.yearToDate), code).toEqual(sumIn(inYear))
      const inSeries = evidence.series.find(({ periodId }) => periodId === 'FY2025-26-Q1')!
      expect(pair(inSeries), code).toEqual(sumIn(['FY2025-26-Q1']))
      expect(evidence.countedOnce, code).toBe(1)
    }
    const alone = indicators.filter(({ code }) => !ofWholeRoll.includes(code))
    expect(alone.every(({ countedOnce }) => countedOnce === 0)).toBe(true)
    // Each borough's own figures have the roll in full.
    const boroughs = await service.database.db
      .selectFrom('roll_ups')
      .select('denominator')
      .where('indicator', '=', 'APM-OC2')
      .where('category', '=', '')
      .where('periodId', '=', 'FY2025-26-Q2')
      .where('gssCode', 'in', ['E09000021', 'E09000027'])
      .execute()
    const roll = points.find(
      (of) => of.urn === shared && of.periodId === 'FY2025-26-Q2' && of.indicator === 'APM-OC2',
    )
    expect(boroughs).toHaveLength(2)
    for (const { denominator } of boroughs) expect(denominator!).toBeGreaterThanOrEqual(roll!.denominator!)
  })

  it('loses no roll where a setting of one borough succeeds that of another', async () => {
    const rolls = async () => {
      const { indicators } = await programme('APM', 'FY2025-26-Q2')
      return indicators
        .filter(({ code }) => ofWholeRoll.includes(code))
        .map(({ code, period, series, countedOnce }) => ({ code, period, series, countedOnce }))
    }
    const before = await rolls()
    const { db } = service.database
    const succeed = (successorUrn: string | null, succeededOn: string | null) =>
      db.updateTable('settings').set({ successorUrn, succeededOn }).where('urn', '=', '132816').execute()
    await succeed('101255', '2025-07-15')
    const after = await rolls()
    await succeed(null, null)
    expect(after).toEqual(before)
  })

  it('is the same through the API as by SQL', async () => {
    const { indicators } = await programme('APM', 'FY2025-26-Q2')
    const rows = (await recomputed()).filter(
      ({ programme, periodId, category }) =>
        programme === 'APM' && periodId === 'FY2025-26-Q2' && category === '',
    )
    for (const { code, period, boroughs, overPlace } of indicators.filter(
      (evidence) => evidence.overPlace !== 'none' && !ofWholeRoll.includes(evidence.code),
    )) {
      const own = rows.filter(({ indicator }) => indicator === code)
      expect([code, overPlace, boroughs]).toEqual([code, overPlace, own.length])
      const sums = amounts.map((part) => {
        const given = own.flatMap((row) => (row[part] === null ? [] : [row[part]]))
        return [part, given.length === 0 ? null : given.reduce((sum, number) => sum + number, 0)]
      })
      expect(rounded(period), code).toEqual(rounded(Object.fromEntries(sums) as Rolled))
    }
  })

  it('holds only what was accepted', async () => {
    const { completeness, indicators } = await programme('APM', quarter)
    expect(completeness).toHaveLength(32)
    const accepted = completeness.filter(({ hasAccepted }) => hasAccepted)
    expect(accepted.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
    expect(completeness.filter(({ status }) => status === 'submitted').length).toBeGreaterThan(0)
    const parents = (from: IndicatorEvidence[]) => from.find(({ code }) => code === 'APM-OP8')!
    expect(parents(indicators).boroughs).toBe(2)
    const ruth = await service.as('ruth-okafor')
    done(await enter(ruth, camden, [{ locator: 'APM-OP8', entries: { value: '900' } }]))
    expect(parents((await programme('APM', quarter)).indicators)).toEqual(parents(indicators))
  })

  it('stands beside official figures, where London is Inner and Outer London together', async () => {
    const { comparators } = await programme('APM')
    const of = (label: string) => comparators.find((row) => row.label === label)!
    const [inner, outer, london] = [of('Inner London'), of('Outer London'), of('London')]
    expect(of('England').possible).toBeGreaterThan(london.possible)
    expect(new Set(comparators.map(({ academicYear }) => academicYear)).size).toBe(1)
    for (const part of ['possible', 'absence', 'enrolments', 'persistent'] as const) {
      expect(inner[part] + outer[part], part).toBe(london[part])
    }
    expect((await programme('CPD')).comparators).toEqual([])
  })

  it('is for those who may see it, of programmes and periods that are', async () => {
    expect(refusal(await sam.get('/api/programmes/ZZZ'))).toBe('404 not-found')
    expect(refusal(await sam.get('/api/programmes/APM?period=FY2031-32-Q1'))).toBe('404 not-found')
    expect(refusal(await sam.get('/api/programmes/APM?period=soon'))).toBe('400 invalid-request')
    for (const person of ['ruth-okafor', 'helen-achebe', 'marcus-lee']) {
      const client = await service.as(person)
      expect(refusal(await client.get('/api/programmes/APM')), person).toBe('403 not-yours-to-do')
    }
    for (const person of ['chloe-bright', 'grace-adeyemi', 'noor-rahman']) {
      const client = await service.as(person)
      expect((await client.get('/api/programmes/APM')).status, person).toBe(200)
    }
  })

  describe('where a setting stops reporting', () => {
    let own: Service
    beforeAll(async () => {
      own = await openService(engine)
      const { db } = own.database
      await db.deleteFrom('accepted_points').where('indicator', '=', 'APM-OC7').execute()
      await db.deleteFrom('roll_ups').where('indicator', '=', 'APM-OC7').execute()
      await accept('FY2025-26-Q1', { '100006': [10, 100], '134643': [1, 10] })
      await accept('FY2025-26-Q2', { '134643': [1, 10] })
    })
    afterAll(() => own.close())

    /** Camden's suspensions of one quarter, as they stand once it is accepted. */
    async function accept(periodId: string, settings: Record<string, [number, number]>) {
      const of = { returnId: `APM-E09000007-${periodId}`, indicator: 'APM-OC7', version: 1 }
      const blank = { category: null, value: null, people: null, text: null, missing: null }
      const points = Object.entries(settings).map(([urn, [numerator, denominator]]) => ({
        ...{ ...of, ...blank, locator: `APM-OC7@${urn}`, urn, numerator, denominator },
      }))
      await own.database.db.insertInto('accepted_points').values(points).execute()
      const rolled = {
        ...{ programme: 'APM', indicator: 'APM-OC7', category: '', periodId, gssCode: 'E09000007' },
        ...{ value: null, people: null, settings: points.length, version: 1 },
        numerator: points.reduce((sum, { numerator }) => sum + numerator, 0),
        denominator: points.reduce((sum, { denominator }) => sum + denominator, 0),
      }
      await own.database.db.insertInto('roll_ups').values(rolled).execute()
    }

    it('keeps its young people in the year: 10 of 100, then 1 and 1 of 10, are 12 of 110', async () => {
      const client = await own.as('sam-whitfield')
      const { indicators } = done(await client.get<ProgrammeView>('/api/programmes/APM?period=FY2025-26-Q2'))
      const { period, yearToDate } = indicators.find(({ code }) => code === 'APM-OC7')!
      expect([period.numerator, period.denominator]).toEqual([1, 10])
      expect([yearToDate.numerator, yearToDate.denominator]).toEqual([12, 110])
    })
  })

  describe('where a definition had a major change in the year', () => {
    let own: Service
    let before: Record<string, ProgrammeView>
    const [first, second, third] = ['FY2025-26-Q1', 'FY2025-26-Q2', quarter] as const
    /** A sum, a rate told setting by setting, and a ratio of whole rolls or of the mentored cohort. */
    const broken = ['APM-OP2', 'APM-OC7', 'APM-OC1', 'APM-OC2']

    beforeAll(async () => {
      own = await openService(engine)
      before = await look()
      const { db } = own.database
      const rows = await db
        .selectFrom('indicator_definitions')
        .selectAll()
        .where('indicator', 'in', broken)
        .execute()
      const changed = rows.map((row) => {
        const again = { edition: row.edition + 1, effectiveFrom: second, changeClass: 'major' as const }
        const definition = JSON.stringify({ ...(JSON.parse(row.definition) as object), ...again })
        return { ...row, ...again, id: `${row.indicator}.${again.edition}`, definition }
      })
      await db.insertInto('indicator_definitions').values(changed).execute()
    })
    afterAll(() => own.close())

    async function look(): Promise<Record<string, ProgrammeView>> {
      const client = await own.as('sam-whitfield')
      const views: Record<string, ProgrammeView> = {}
      for (const period of [first, second, third])
        views[period] = done(await client.get<ProgrammeView>(`/api/programmes/APM?period=${period}`))
      return views
    }
    const of = (views: Record<string, ProgrammeView>, period: string, wanted: string) =>
      views[period]!.indicators.find(({ code }) => code === wanted)!

    it('counts the year from there, says so, and rates no part of a year', async () => {
      const now = await look()
      const sum = of(now, third, 'APM-OP2')
      const inSecond = of(before, second, 'APM-OP2').period.value!
      expect(inSecond).toBeGreaterThan(0)
      expect(sum.yearToDate.value).toBe(inSecond + sum.period.value!)
      expect(of(before, third, 'APM-OP2').yearToDate.value).toBeGreaterThan(sum.yearToDate.value!)
      expect(sum.since).toEqual({ id: second, label: 'July to September 2025 (2025-26 Q2)' })
      expect(of(before, third, 'APM-OP2')).toMatchObject({
        since: null,
        rating: expect.not.stringMatching('none'),
      })
      expect(sum.rating).toBe('none')
      // Where the change begins the year told is the period alone, whatever the rule.
      for (const code of broken)
        expect(of(now, second, code).yearToDate, code).toEqual(of(before, second, code).period)
      expect(of(now, third, 'APM-OP3')).toEqual(of(before, third, 'APM-OP3'))
      expect(of(now, first, 'APM-OP2').yearToDate).toEqual(of(before, first, 'APM-OP2').yearToDate)
    })

    it('draws no series over it, from either side', async () => {
      const now = await look()
      for (const code of broken) {
        const periods = (period: string) => of(now, period, code).series.map(({ periodId }) => periodId)
        const all = of(before, third, code).series
        expect(all.length, code).toBeGreaterThan(3)
        expect(periods(third), code).toEqual([second, third])
        expect(periods(first), code).toEqual(
          all.map(({ periodId }) => periodId).filter((id) => id !== second && id !== third),
        )
      }
    })

    it('names no return before it where the total comes from', async () => {
      const client = await own.as('sam-whitfield')
      const path = '/api/programmes/APM/indicators/APM-OP2/provenance'
      const { parts } = done(await client.get<RollUpProvenance>(`${path}?period=${third}`))
      expect(new Set(parts.map(({ period }) => period.id))).toEqual(new Set([second, third]))
    })
  })

  describe('of two boroughs over two terms', () => {
    const autumn = 'AY2025-26-autumn'
    const spring = 'AY2025-26-spring'
    const [camdens, hackneys] = ['LNK-E09000007', 'LNK-E09000012']

    beforeAll(async () => {
      await addSchoolLinks(service, [autumn, spring])
      await addGrant(service, { programme: 'LNK', gssCode: 'E09000007', pence: 1_000_000 })
      await addGrant(service, { programme: 'LNK', gssCode: 'E09000012', pence: 1_000_000 })
      await giveRole(service, 'ruth-okafor', { role: 'lead', gssCode: 'E09000007', programme: 'LNK' })
      await openReturns(service.context)
      const ruth = await service.as('ruth-okafor')
      const priya = await service.as('priya-nair')
      await file(ruth, `${camdens}-${autumn}`, { met: '7', known: '5', back: '9/10', suspended: '2/50' })
      await file(priya, `${hackneys}-${autumn}`, { met: '4', known: '7', back: '10/100', suspended: '1/40' })
      await file(ruth, `${camdens}-${spring}`, { met: '3', known: '8', back: '1/2', suspended: '3/60' })
    })

    async function file(
      lead: Client,
      id: string,
      typed: Record<'met' | 'known' | 'back' | 'suspended', string>,
    ) {
      const pair = (text: string) => {
        const [numerator, denominator] = text.split('/') as [string, string]
        return { entries: { numerator, denominator } }
      }
      const changes: Change[] = [
        { locator: 'LNK-OP1', entries: { value: typed.met } },
        { locator: 'LNK-OP1:kind:new', entries: { value: typed.met } },
        { locator: 'LNK-OP1:kind:known', entries: { value: '0' } },
        { locator: 'LNK-OP2', entries: { value: typed.known } },
        { locator: 'LNK-OC1', ...pair(typed.back) },
        { locator: 'LNK-OC2', ...pair(typed.suspended) },
        { locator: 'LNK-TX1', text: 'The school gate worked best.' },
      ]
      done(await enter(lead, id, changes))
      done(await act(lead, id, 'submit', { declared: true }))
      done(await act(sam, id, 'take'))
      await acceptIt(sam, id)
    }

    const shown = (indicators: IndicatorEvidence[], which: 'shown' | 'shownYearToDate') =>
      Object.fromEntries(indicators.map((evidence) => [evidence.code, evidence[which]]))

    it('adds up ratios by their parts: 9/10 and 10/100 are 17.3%, never 50%', async () => {
      const { indicators } = await programme('LNK', autumn)
      expect(shown(indicators, 'shown')).toEqual({
        ...{ 'LNK-OP1': '11', 'LNK-OP2': '12', 'LNK-OC1': '17.3%', 'LNK-OC2': '3.3 per 100' },
      })
    })

    it('counts people once and rates over the latest people, however many terms', async () => {
      const { indicators } = await programme('LNK', spring)
      // Met: 7 + 4 + 3. Known: Camden's latest 8 and Hackney's latest 7. Suspended: (2 + 3) of 60 and 1 of 40.
      expect(shown(indicators, 'shownYearToDate')).toEqual({
        ...{ 'LNK-OP1': '14', 'LNK-OP2': '15', 'LNK-OC1': '17.9%', 'LNK-OC2': '6.0 per 100' },
      })
      expect(indicators.map(({ boroughs }) => boroughs)).toEqual([1, 1, 1, 1])
      const met = indicators.find(({ code }) => code === 'LNK-OP1')!
      expect(met.series.map(({ periodId, boroughs, value }) => [periodId, boroughs, value])).toEqual([
        [autumn, 2, 11],
        [spring, 1, 3],
      ])
    })

    it('accepted anew replaces what was there: nothing twice, and nothing that was cleared', async () => {
      const id = `${camdens}-${spring}`
      const ruth = await service.as('ruth-okafor')
      done(await act(sam, id, 'reopen', { reason: 'A corrected count.', locators: ['LNK-OP1'] }))
      const cleared = { locator: 'LNK-OP1:kind:new', entries: { value: '' } }
      done(await enter(ruth, id, [{ locator: 'LNK-OP1', entries: { value: '30' } }, cleared]))
      const valueNow = async () =>
        (await programme('LNK', spring)).indicators.find(({ code }) => code === 'LNK-OP1')!.yearToDate.value
      expect(await valueNow()).toBe(14)
      // That it changed after it was accepted, and that a category is blank now.
      expect(await explainAll(ruth, id)).toBe(2)
      done(await act(ruth, id, 'submit', { declared: true }))
      expect(await valueNow()).toBe(14)
      done(await act(sam, id, 'take'))
      await acceptIt(sam, id)
      expect(await valueNow()).toBe(41)
      const points = service.database.db
        .selectFrom('accepted_points')
        .select('locator')
        .where('returnId', '=', id)
      const locators = (await points.execute()).map(({ locator }) => locator)
      expect([locators.includes('LNK-OP1:kind:known'), locators.includes('LNK-OP1:kind:new')]).toEqual([
        true,
        false,
      ])
      const kept = await service.database.db.selectFrom('roll_ups').selectAll().execute()
      expect(byKey(kept)).toEqual(byKey(await recomputed()))
    })
  })
})

type Rolled = Record<string, string | number | null>

/** Each number to a millionth: the order of adding must not matter. */
const rounded = (numbers: Rolled): Rolled =>
  Object.fromEntries(
    amounts.map((part) => {
      const number = numbers[part] ?? null
      return [part, number === null ? null : Math.round(Number(number) * 1e6) / 1e6]
    }),
  )

/** Rows by their key. */
function byKey(rows: readonly Rolled[]): Record<string, Rolled> {
  return Object.fromEntries(
    rows.map(({ programme, indicator, category, periodId, gssCode, settings, ...numbers }) => {
      const key = [programme, indicator, category, periodId, gssCode].join(' ')
      return [key, { settings: settings ?? null, ...rounded(numbers) }]
    }),
  )
}
