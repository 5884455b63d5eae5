/** What became of a figure: each version in which it stood, what was said and decided of it, and the totals it stands in. */
import type { FigureProvenance } from '@inclusion/server/provenance/figure-provenance'
import type { RollUpProvenance } from '@inclusion/server/provenance/roll-up'
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { acceptIt, act, done, enter, explainAll, giveRole, refusal, see } from './support/filing.ts'

const q2 = 'APM-E09000007-FY2025-26-Q2'
const reason = 'One parent had been counted twice.'

describe.each(engines())('a figure that was filed, on %s', (engine) => {
  let service: Service
  let ruth: Client
  let leila: Client
  let was: number
  beforeAll(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
    leila = await service.as('leila-haddad')
    was = (await see(ruth, q2)).checkInput.figures['APM-OP8']!.value!
  })
  afterAll(() => service.close())

  const of = async (locator: string, client = ruth): Promise<FigureProvenance> =>
    done(await client.get<FigureProvenance>(`/api/returns/${q2}/figures/${locator}/provenance`))
  const total = async (indicator: string, query = '?period=FY2025-26-Q2', client = leila) =>
    client.get<RollUpProvenance>(`/api/programmes/APM/indicators/${indicator}/provenance${query}`)

  it('says who sent, signed and accepted it, by which editions', async () => {
    const { versions, shown } = await of('APM-OP8')
    expect(versions).toMatchObject([
      {
        ...{ version: 1, shown: `${was}`, isUnchanged: false, isAccepted: true, definitionEdition: 1 },
        ...{ sentBy: 'Ruth Okafor', certifiedBy: 'Daniel Marsh', standard: { id: 'reference-1' } },
        reviews: [{ outcome: 'accepted' }],
      },
    ])
    expect(versions[0]!.reference).toMatch(/^IR-/)
    expect(shown).toBe(`${was}`)
  })

  it('revised after reopening has both versions, the old beside the new', async () => {
    service.pass(5)
    expect((await see(ruth, q2)).standing).toBe(null)
    done(await act(leila, q2, 'reopen', { reason, locators: ['APM-OP8'] }))
    const open = await of('APM-OP8')
    expect(open).toMatchObject({
      status: 'changes-requested',
      questions: [{ askedOf: 'borough', status: 'open' }],
    })
    expect(open.versions.map(({ isAccepted }) => isAccepted)).toEqual([true])
    expect(open.versions[0]!.reviews.map(({ outcome }) => outcome)).toEqual(['accepted', 'reopened'])
    done(await enter(ruth, q2, [{ locator: 'APM-OP8', entries: { value: String(was + 1) } }]))
    await explainAll(ruth, q2)
    done(await act(ruth, q2, 'send-for-sign-off'))
    done(await act(await service.as('daniel-marsh'), q2, 'submit', { declared: true }))
    done(await act(leila, q2, 'take'))
    const decisions = [{ locator: 'APM-OP8', decision: 'accept-explained', note: reason }]
    done(await act(leila, q2, 'decide-figures', { decisions }))
    const decided = [{ decision: 'accept-explained', note: reason, by: 'Leila Haddad' }]
    expect((await of('APM-OP8', leila)).versions[1]!.decisions).toMatchObject(decided)
    // Until RMEL has decided on the whole, an evaluator may think again.
    expect((await of('APM-OP8')).versions[1]!.decisions).toEqual([])
    expect((await see(ruth, q2)).standing).toBe(1)
    await acceptIt(leila, q2)
    expect((await see(ruth, q2)).standing).toBe(null)
    const { versions, changes } = await of('APM-OP8')
    expect(versions).toMatchObject([
      { version: 1, shown: `${was}`, isAccepted: false },
      { version: 2, shown: `${was + 1}`, isAccepted: true, isUnchanged: false, decisions: decided },
    ])
    expect(changes.map(({ shown }) => shown).slice(0, 2)).toEqual([`${was + 1}`, `${was}`])
    expect((await of('APM-OP2')).versions.map(({ isUnchanged }) => isUnchanged)).toEqual([false, true])
  })

  it('of settings together has what they came to in each version', async () => {
    const { versions, shown } = await of('APM-OC1')
    expect(versions.map((version) => version.shown)).toEqual([shown, shown])
    expect((await of('APM-OC1@100006')).versions[0]!.shown).toMatch(/%\)$/)
  })

  it('keeps the findings it was filed with, and how they were explained', async () => {
    const view = await see(ruth, q2)
    const explained = view.findings.find(({ explanation, locator }) => explanation && locator)!
    const { versions, findings, explanations } = await of(explained.locator!)
    const own = versions.at(-1)!.findings.find(({ check }) => check === explained.check)!
    expect(own).toMatchObject({ isOwn: true, explanation: explained.explanation })
    expect(findings).toContainEqual(own)
    expect(explanations.map(({ by }) => by)).toContain('Ruth Okafor')
  })

  it('stands in a total, which says which version of each return it uses', async () => {
    const { parts, evidence, releases } = done(await total('APM-OP8'))
    const camden = parts.find(({ returnId }) => returnId === q2)!
    expect(camden).toMatchObject({
      ...{ locator: 'APM-OP8', authority: 'Camden', version: 2, shown: `${was + 1}`, isInPeriod: true },
    })
    const inPeriod = parts.filter(({ isInPeriod }) => isInPeriod)
    expect(inPeriod.length).toBe(evidence.boroughs)
    const sum = inPeriod.reduce((so, { shown }) => so + Number(shown), 0)
    expect(sum).toBe(evidence.period.value)
    expect(parts.filter(({ isInPeriod }) => !isInPeriod).map(({ period }) => period.id)).toContain(
      'FY2025-26-Q1',
    )
    expect(releases).toEqual([])
    const view = done(await leila.get<ProgrammeView>('/api/programmes/APM?period=FY2025-26-Q2'))
    expect(evidence).toEqual(view.indicators.find(({ code }) => code === 'APM-OP8'))
    for (const { returnId, locator } of inPeriod.slice(0, 3))
      expect((await leila.get(`/api/returns/${returnId}/figures/${locator}/provenance`)).status).toBe(200)
  })

  it('is told of a total to those who may see the programme’s evidence', async () => {
    expect(refusal(await total('APM-OP8', '', ruth))).toBe('403 not-yours-to-do')
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    expect(refusal(await total('APM-OP8', '', await service.as('marcus-lee')))).toBe('404 not-found')
    expect(refusal(await total('APM-ZZ9'))).toBe('404 not-found')
    expect(refusal(await total('APM-OP8', '?period=FY2019-20-Q1'))).toBe('404 not-found')
  })
})
