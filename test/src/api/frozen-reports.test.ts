/** A setting's report is closed while the return is filed; afterwards only what RMEL asked about opens. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  acceptIt,
  act,
  type Change,
  countEvents,
  done,
  enterReport,
  explainAll,
  refusal,
  see,
  seeReport,
  sentence,
} from './support/filing.ts'

const id = 'APM-E09000012-FY2025-26-Q3'
const urn = '134635'
const report = { id, urn }
const asked = `APM-OC4@${urn}`
const other = `APM-OC5@${urn}`
const counts = `attendance@${urn}:whole`

describe.each(engines())('the report of a filed return on %s', (engine) => {
  let service: Service
  let [martin, priya, owen, leila] = [] as unknown as Client[]

  beforeEach(async () => {
    service = await openService(engine)
    ;[martin, priya, owen, leila] = await Promise.all(
      ['martin-osei', 'priya-nair', 'owen-clarke', 'leila-haddad'].map(service.as),
    )
    done(await act(owen!, id, 'submit', { declared: true }))
  })
  afterEach(() => service.close())

  const sign = (part: 'sign-off' | 'withdraw') => martin!.post(`/api/setting-reports/${id}/${urn}/${part}`)
  const give = (changes: Change[]) => enterReport(martin!, report, changes)
  const pair = async (locator: string) => {
    const { numerator, denominator } = (await see(priya!, id)).checkInput.figures[locator] ?? {}
    return [numerator, denominator]
  }
  /** One more than it was, of as many. */
  const oneMore = async (locator: string): Promise<Change> => {
    const { checkInput } = await seeReport(martin!, id, urn)
    const { numerator, denominator } = checkInput.figures[locator]!
    const up = numerator! < denominator! ? numerator! + 1 : numerator! - 1
    return { locator, entries: { numerator: String(up) } }
  }

  it('cannot be given, signed or withdrawn while RMEL has it, nor once it is accepted', async () => {
    const change = await oneMore(asked)
    const before = await seeReport(martin!, id, urn)
    const frozen = async () => {
      const events = await countEvents(service)
      for (const answer of [
        await give([change]),
        await give([{ locator: counts, entries: { severe: '1' } }]),
        await sign('sign-off'),
        await sign('withdraw'),
      ]) {
        expect(refusal(answer)).toBe('409 report-frozen')
      }
      const missing = `/api/returns/${id}/settings/${urn}/missing`
      expect(refusal(await priya!.put(missing, { reason: 'other', text: sentence }))).toBe(
        '409 return-not-open',
      )
      const { mayEdit, why, checkInput, signedOff } = await seeReport(martin!, id, urn)
      expect([mayEdit, why, signedOff]).toEqual([false, 'report-frozen', before.signedOff])
      expect(checkInput.figures).toEqual(before.checkInput.figures)
      expect(await countEvents(service)).toBe(events)
    }
    await frozen()
    done(await act(leila!, id, 'take'))
    await frozen()
    await acceptIt(leila!, id)
    await frozen()
  })

  it('opens whole again when the borough takes the return back', async () => {
    done(await act(priya!, id, 'withdraw'))
    done(await sign('withdraw'))
    done(await give([await oneMore(asked), await oneMore(other)]))
    expect((await seeReport(martin!, id, urn)).status).toBe('in-progress')
  })

  const sendBack = {
    'asks for a change': async () => {
      done(await act(leila!, id, 'take'))
      const questions = [{ locator: asked, question: 'Is this right?' }]
      done(await act(leila!, id, 'request-changes', { questions }))
    },
    'reopens what it accepted': async () => {
      done(await act(leila!, id, 'take'))
      await acceptIt(leila!, id)
      done(await act(leila!, id, 'reopen', { reason: 'One was counted twice.', locators: [asked] }))
    },
  }

  it.each(Object.keys(sendBack) as (keyof typeof sendBack)[])(
    'opens on what was asked alone when RMEL %s, and fills the return as soon as it is signed again',
    async (way) => {
      const before = await pair(asked)
      await sendBack[way]()
      const opened = await seeReport(martin!, id, urn)
      expect([opened.mayEdit, opened.status, opened.signedOff]).toEqual([true, 'in-progress', null])
      expect(opened.unlocked).toContain(asked)
      // That the report itself waits to be signed again (check 1.4) opens no figure.
      expect(opened.unlocked!.filter((locator) => !locator.startsWith(asked))).toEqual([])
      for (const closed of [await oneMore(other), { locator: counts, entries: { severe: '1' } }]) {
        expect(refusal(await give([closed])), closed.locator).toBe('409 figure-locked')
      }
      const change = await oneMore(asked)
      service.pass(1)
      done(await give([change]))
      expect(await pair(asked)).toEqual([undefined, undefined])
      done(await sign('sign-off'))
      const after = await pair(asked)
      expect(after).toEqual([Number(change.entries!.numerator), before[1]])
      expect(after).not.toEqual(before)
      // A question of the borough opens nothing: what RMEL did not ask about stays as it was filed.
      done(await priya!.post(`/api/returns/${id}/queries`, { locator: other, question: 'And these?' }))
      done(await sign('withdraw'))
      expect(refusal(await give([await oneMore(other)]))).toBe('409 figure-locked')
      done(await sign('sign-off'))
      service.pass(1)
      await explainAll(priya!, id)
      done(await act(priya!, id, 'send-for-sign-off'))
      done(await act(owen!, id, 'submit', { declared: true }))
      expect(await pair(asked)).toEqual(after)
      expect(refusal(await sign('withdraw'))).toBe('409 report-frozen')
    },
  )
})
