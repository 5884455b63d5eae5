/** What becomes of findings is recorded as it happens, and added up check by check as a list by hand would be. */
import { recordFindings } from '@inclusion/server/standards/record-findings'
import type { TrackRecord } from '@inclusion/server/standards/track-record'
import { upsertRows } from '@inclusion/db/insert-rows'
import { unfired, type CheckRecord } from '@inclusion/shared/standards/track-record'
import type { Finding } from '@inclusion/shared/standards/finding'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Service } from '../support/service.ts'
import { act, camden, croydonTraining, done, enter, refusal, sentence } from './support/filing.ts'

const head = { id: camden, standardId: 'reference-1' }

function finding(check: string, parts: Partial<Finding> = {}): Finding {
  const { locator = 'APM-OP2' } = parts
  return {
    ...{ check, clause: check.split('.')[0]!, edition: 'reference-1', stage: 'filing', severity: 'explain' },
    ...{ locator, part: null, message: `${check} asks.`, fix: 'Look again.', failedClosed: false },
    inputs: [{ locator: locator ?? '', part: 'value', label: 'Young people', value: 3 }],
    ...{ explanation: null, waiver: null, ...parts },
  }
}

const blank = [{ locator: 'APM-OP2', part: 'value', label: 'Young people', value: null }]
const explanation = { reason: 'staffing', text: 'Two mentors left.' }
const waiver = { reason: 'Closed for works', until: '2026-03-31' }

describe.each(engines())('finding records on %s', (engine) => {
  let service: Service

  beforeEach(async () => {
    service = await openService(engine)
    await service.context.db.deleteFrom('finding_records').execute()
  })
  afterEach(() => service.close())

  const record = (findings: Finding[], at: 'entry' | 'filing' | 'signing' = 'entry') =>
    service.context.db
      .transaction()
      .execute((trx) => recordFindings(service.context, trx, { ...head, at }, findings))

  const records = () =>
    service.context.db
      .selectFrom('finding_records')
      .select(['checkCode', 'locator', 'outcome', 'severity'])
      .orderBy('firedAt')
      .orderBy('checkCode')
      .orderBy('locator')
      .execute()
  const outcomes = async () =>
    (await records()).map(({ checkCode, locator, outcome }) => [checkCode, locator, outcome])

  it('opens one record for what stands, ends it when it is fixed, and opens another when it is back', async () => {
    for (const findings of [[finding('4.8')], [finding('4.8')], [], [], [finding('4.8')]]) {
      await record(findings)
      service.pass(5)
    }
    expect(await outcomes()).toEqual([
      ['4.8', 'APM-OP2', 'fixed'],
      ['4.8', 'APM-OP2', null],
    ])
  })

  it('ends it as explained or waived, and opens it anew when the explanation lapses or the waiver ends', async () => {
    for (const parts of [{}, { explanation }, {}, { waiver }, {}]) {
      await record([finding('5.1', parts)])
      service.pass(5)
    }
    expect((await outcomes()).map(([, , outcome]) => outcome)).toEqual(['explained', 'waived', null])
  })

  it('an explanation ends nothing that blocks, and what was answered from the first is not recorded', async () => {
    await record([finding('4.1', { severity: 'block', explanation }), finding('4.8', { explanation })])
    await record([finding('4.1', { severity: 'block', explanation }), finding('4.9', { waiver })])
    expect(await outcomes()).toEqual([['4.1', 'APM-OP2', null]])
  })

  it('a blank that nobody has filled in is recorded only when the return is sent', async () => {
    await record([finding('1.1', { inputs: blank })])
    expect(await outcomes()).toEqual([])
    await record([finding('1.1', { inputs: blank })], 'filing')
    await record([finding('1.1', { inputs: blank })])
    expect(await outcomes()).toEqual([['1.1', 'APM-OP2', null]])
  })

  it('a check that fails is recorded at no figure, and ends nothing of its own', async () => {
    await record([finding('4.8')])
    await record([finding('4.8', { locator: null, severity: 'block', failedClosed: true, inputs: [] })])
    expect(await outcomes()).toEqual([
      ['4.8', '', null],
      ['4.8', 'APM-OP2', null],
    ])
    await record([])
    expect((await outcomes()).map(([, , outcome]) => outcome)).toEqual(['fixed', 'fixed'])
  })

  it('what was found at signing stands while figures are filled in again', async () => {
    await record([finding('10.3', { stage: 'signing', severity: 'block' })], 'signing')
    await record([])
    expect(await outcomes()).toEqual([['10.3', 'APM-OP2', null]])
    await record([], 'signing')
    expect(await outcomes()).toEqual([['10.3', 'APM-OP2', 'fixed']])
  })

  it('what only signing shows counts once with its answer, however often it is signed', async () => {
    const late = finding('2.1', { stage: 'signing', locator: null, explanation })
    for (const at of ['signing', 'entry', 'signing'] as const) {
      await record(at === 'signing' ? [late, finding('4.8', { explanation })] : [], at)
      service.pass(5)
    }
    expect(await outcomes()).toEqual([['2.1', '', 'explained']])
  })

  it('fired, fixed and fired again in one instant is one record, open', async () => {
    for (const findings of [[finding('4.8')], [], [finding('4.8')], [], [finding('4.8')]])
      await record(findings)
    expect(await outcomes()).toEqual([['4.8', 'APM-OP2', null]])
  })

  it('any history leaves exactly what stands open, and never two records open at one place', async () => {
    const state = fc.constantFrom('gone', 'open', 'explained', 'waived')
    const step = fc.record({
      states: fc.tuple(state, state, state),
      minutes: fc.constantFrom(0, 0, 7),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        await service.context.db.deleteFrom('finding_records').execute()
        let standing: string[] = []
        for (const { states, minutes } of steps) {
          service.pass(minutes)
          const found = ['4.8', '4.9', '5.1'].flatMap((check, at) => {
            if (states[at] === 'gone') return []
            const answer = { explained: { explanation }, waived: { waiver }, open: {} }[states[at]!]
            return [finding(check, answer)]
          })
          await record(found)
          standing = ['4.8', '4.9', '5.1'].filter((_, at) => states[at] === 'open')
        }
        const open = (await outcomes()).filter(([, , outcome]) => outcome === null)
        expect(new Set(open.map(([check]) => check))).toEqual(new Set(standing))
        expect(open.length).toBe(standing.length)
      }),
      { numRuns: 40 },
    )
  })
})

type Row = {
  checkCode: string
  returnId: string
  outcome: 'fixed' | 'explained' | 'waived' | null
  minutes: number
}

/** The track record as somebody would work it out with a pencil. */
function byHand(rows: readonly Row[]): CheckRecord[] {
  return [...new Set(rows.map(({ checkCode }) => checkCode))].toSorted().map((check) => {
    const own = rows.filter(({ checkCode }) => checkCode === check)
    const count = (outcome: Row['outcome']) => own.filter((row) => row.outcome === outcome).length
    const times = own
      .filter(({ outcome }) => outcome === 'fixed')
      .map(({ minutes }) => minutes / 60)
      .toSorted((left, right) => left - right)
    const middle = times.length / 2
    const median = (times[Math.ceil(middle) - 1]! + times[Math.floor(middle)]!) / 2
    return {
      ...{ check, fired: own.length, open: count(null), fixed: count('fixed') },
      ...{ explained: count('explained'), waived: count('waived') },
      returns: new Set(own.map(({ returnId }) => returnId)).size,
      medianHours: times.length === 0 ? null : median,
    }
  })
}

/** To the second: one engine counts microseconds, the other parts of a day. */
const rounded = (records: CheckRecord[]) =>
  records.map(({ medianHours, ...record }) => ({
    ...record,
    medianSeconds: medianHours === null ? null : Math.round(medianHours * 3600),
  }))

describe.each(engines())('the track record on %s', (engine) => {
  let service: Service

  beforeEach(async () => {
    service = await openService(engine)
    await service.context.db.deleteFrom('finding_records').execute()
  })
  afterEach(() => service.close())

  const read = async (query = '') => {
    const leila = await service.as('leila-haddad')
    const { checks } = done(await leila.get<TrackRecord>(`/api/standards/reference-1/track-record${query}`))
    return checks.toSorted((left, right) => (left.check < right.check ? -1 : 1))
  }

  async function keep(rows: readonly Row[]): Promise<void> {
    const noon = Date.parse('2026-01-20T12:00:00.000Z')
    const at = (minutes: number) => new Date(noon + Math.round(minutes * 60_000)).toISOString()
    const stored = rows.map(({ checkCode, returnId, outcome, minutes }, position) => ({
      ...{
        returnId,
        checkCode,
        locator: `APM-OP${position}`,
        standardId: 'reference-1',
        severity: 'explain',
      },
      ...{ firedAt: at(0), endedAt: outcome === null ? null : at(minutes), outcome },
    }))
    await service.context.db.deleteFrom('finding_records').execute()
    await upsertRows(service.context.db, 'finding_records', stored, {
      columns: {
        ...{ returnId: 'text', checkCode: 'text', locator: 'text', standardId: 'text', severity: 'text' },
        ...{ firedAt: 'text', endedAt: 'text', outcome: 'text' },
      },
      key: ['returnId', 'checkCode', 'locator', 'firedAt'],
    })
  }

  it('is what a list by hand comes to, whatever happened', async () => {
    const row: fc.Arbitrary<Row> = fc.record({
      checkCode: fc.constantFrom('4.1', '4.8', '5.1'),
      returnId: fc.constantFrom(camden, croydonTraining, 'APM-E09000007-FY2025-26-Q2'),
      outcome: fc.constantFrom('fixed', 'fixed', 'explained', 'waived', null),
      minutes: fc.oneof(fc.nat(20_000), fc.double({ min: 0, max: 3, noNaN: true })),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (given) => {
        // Whole even seconds: the mean of two is whole then, and rounds alike everywhere.
        const rows = given.map((each) => ({ ...each, minutes: Math.round(each.minutes * 30) / 30 }))
        await keep(rows)
        for (const [query, kept] of [
          ['', rows],
          ['?programme=APM', rows.filter(({ returnId }) => returnId.startsWith('APM'))],
          ['?programme=CPD', rows.filter(({ returnId }) => returnId.startsWith('CPD'))],
        ] as const) {
          expect(rounded(await read(query))).toEqual(rounded(byHand(kept)))
        }
      }),
      { numRuns: 25 },
    )
  })

  it('follows a borough at work: fired as it is typed, fixed hours later, explained', async () => {
    const ruth = await service.as('ruth-okafor')
    const pair = (numerator: string, denominator: string) =>
      enter(ruth, camden, [{ locator: 'APM-OP6', entries: { numerator, denominator } }])
    const of = async (check: string) => (await read()).find((each) => each.check === check) ?? unfired(check)
    done(await pair('398', '412'))
    const before = await of('4.1')
    done(await pair('412', '398'))
    expect(await of('4.1')).toMatchObject({ fired: before.fired + 1, open: before.open + 1 })
    service.pass(120)
    done(await pair('398', '412'))
    const after = await of('4.1')
    expect(after).toMatchObject({ open: before.open, fixed: before.fixed + 1, returns: 1 })
    expect(after.medianHours).toBeCloseTo(2)
    done(await enter(ruth, camden, [{ locator: 'APM-OP5', entries: { value: '40' } }]))
    const explanations = [{ check: '4.8', locator: 'APM-OP5', reason: 'staffing', text: sentence }]
    expect(await of('4.8')).toMatchObject({ fired: 1, open: 1 })
    done(await ruth.put(`/api/returns/${camden}/explanations`, { explanations }))
    expect(await of('4.8')).toMatchObject({ fired: 1, open: 0, explained: 1 })
  })

  it('is not of a save that was refused, nor of an edition that is not there', async () => {
    const ruth = await service.as('ruth-okafor')
    const before = await read()
    expect((await act(ruth, camden, 'send-for-sign-off')).status).toBe(422)
    expect(await read()).toEqual(before)
    const leila = await service.as('leila-haddad')
    expect(refusal(await leila.get('/api/standards/reference-99/track-record'))).toBe('404 not-found')
  })
})
