/** What becomes of findings is recorded as it happens, and added up check by check as a list by hand would be. */
import { recordFindings } from '@inclusion/server/standards/record-findings'
import type { Finding } from '@inclusion/shared/standards/finding'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Service } from '../support/service.ts'
import { camden } from './support/filing.ts'

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
        expect(open.map(([check]) => check).toSorted()).toEqual(standing)
      }),
      { numRuns: 40 },
    )
  })
})
