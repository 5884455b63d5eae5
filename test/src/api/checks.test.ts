/** The checks through the API: the browser's function on the server's input, in the tier of the grant, failing closed. */
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import { openReturns } from '@inclusion/server/returns/open'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import type { Finding } from '@inclusion/shared/standards/finding'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  acceptIt,
  act,
  camden,
  croydonTraining,
  done,
  enter,
  giveRole,
  refusal,
  see,
  seeReport,
  sentence,
} from './support/filing.ts'
import { addGrant, addSchoolLinks } from './support/third-programme.ts'

const find = (findings: Finding[], check: string, locator: string) =>
  findings.find((finding) => finding.check === check && finding.locator === locator)

const explain = (client: Client, check: string, locator: string, text = sentence) =>
  client.put(`/api/returns/${camden}/explanations`, {
    explanations: [{ check, locator, reason: 'staffing', text }],
  })

describe.each(engines())('checks on %s', (engine) => {
  let service: Service
  let ruth: Client

  beforeEach(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  /** The City of London, which holds no grant in the demonstration, gets one, and Ruth Okafor as its lead. */
  async function grant(programme: string, pence: number): Promise<string> {
    await giveRole(service, 'ruth-okafor', { role: 'lead', gssCode: 'E09000001' })
    return addGrant(service, { programme, gssCode: 'E09000001', pence })
  }

  it('find in the browser what they find on the server', async () => {
    const leila = await service.as('leila-haddad')
    const returns = [camden, croydonTraining, 'APM-E09000011-FY2025-26-Q3', 'APM-E09000014-FY2025-26-Q2']
    for (const id of returns) {
      const { standard, checkInput, findings } = await see(leila, id)
      expect(findings).toEqual(overTheWire(runChecks(standard, checkInput)))
    }
    expect((await see(leila, camden)).findings.length).toBeGreaterThan(3)
    const report = await seeReport(leila, camden, '100006')
    expect(report.findings).toEqual(overTheWire(runChecks(report.standard, report.checkInput)))
    expect(Object.keys(report.checkInput.figures).every((locator) => locator.includes('@100006'))).toBe(true)
  })

  it('ask for an explanation, which answers while the figures stand and lapses when they change', async () => {
    const atEnd = async (value: string) => {
      done(await enter(ruth, camden, [{ locator: 'APM-OP5', entries: { value } }]))
      return find((await see(ruth, camden)).findings, '4.8', 'APM-OP5')
    }
    expect(await atEnd('17')).toBeUndefined()
    expect(await atEnd('40')).toMatchObject({ severity: 'explain', explanation: null })
    done(await explain(ruth, '4.8', 'APM-OP5'))
    expect(find((await see(ruth, camden)).findings, '4.8', 'APM-OP5')!.explanation).toEqual({
      ...{ reason: 'staffing', text: sentence },
    })
    expect(await atEnd('41')).toMatchObject({ explanation: null })
    expect(await atEnd('40')).toMatchObject({ explanation: { reason: 'staffing' } })
  })

  it('take no explanation of what blocks, of what is not there, or without a sentence', async () => {
    expect(find((await see(ruth, camden)).findings, '4.1', 'APM-OP6')).toMatchObject({ severity: 'block' })
    expect(refusal(await explain(ruth, '4.1', 'APM-OP6'))).toBe('409 nothing-to-explain')
    expect(refusal(await explain(ruth, '4.8', 'APM-OP3'))).toBe('409 nothing-to-explain')
    expect(refusal(await explain(ruth, '1.2', 'APM-OC6', '   .     '))).toBe('400 invalid-request')
    done(await explain(ruth, '1.2', 'APM-OC6'))
  })

  it('follow the tier of the grant: an enhanced one is asked more, and forgiven less', async () => {
    const grantId = await grant('APM', 12_000_000)
    expect(await openReturns(service.context)).toEqual([`${grantId}-FY2025-26-Q2`, `${grantId}-FY2025-26-Q3`])
    const id = `${grantId}-FY2025-26-Q3`
    const { tier, checkInput } = await see(ruth, id)
    const asked = checkInput.asked.map(({ indicator }) => indicator)
    expect([tier, asked.includes('APM-OC9a'), asked.includes('APM-OC9b')]).toEqual(['enhanced', true, true])
    expect((await see(ruth, camden)).checkInput.asked.map(({ indicator }) => indicator)).not.toContain(
      'APM-OC9a',
    )
    const level = { 'APM-OP0': '10', 'APM-OP2': '4', 'APM-OP3': '3', 'APM-OP4': '1', 'APM-OP5': '99' }
    const changes = Object.entries(level).map(([locator, value]) => ({ locator, entries: { value } }))
    done(await enter(ruth, id, changes))
    const { findings } = await see(ruth, id)
    expect(find(findings, '4.8', 'APM-OP5')).toMatchObject({ severity: 'block' })
    expect(find(findings, '1.1', 'APM-OC9a')).toMatchObject({ severity: 'block' })
    expect(refusal(await act(ruth, id, 'send-for-sign-off'))).toBe('422 findings-outstanding')
  })

  it('know no programme: a third, on a third calendar, made of rows alone, files its first return', async () => {
    const { db } = service.database
    await addSchoolLinks(service, ['AY2025-26-autumn'])
    const grantId = await grant('LNK', 1_000_000)
    const id = `${grantId}-AY2025-26-autumn`
    expect(await openReturns(service.context)).toEqual([id])
    const { period, tier, findings } = await see(ruth, id)
    expect([period.label, tier]).toEqual(['August to December 2025 (2025-26 autumn term)', 'light'])
    const blank = ['LNK-OP1', 'LNK-OP2', 'LNK-OC1', 'LNK-OC2', 'LNK-TX1']
    const blocking = findings.filter(({ severity }) => severity === 'block')
    expect(blocking.map(({ check, locator }) => `${check} ${locator}`)).toEqual(
      blank.map((locator) => `1.1 ${locator}`),
    )
    const others = new Set(findings.filter(({ severity }) => severity !== 'block').map(({ check }) => check))
    expect([...others]).toEqual(['6.2'])
    const changes = [
      { locator: 'LNK-OP1', entries: { value: '7' } },
      { locator: 'LNK-OP1:kind:new', entries: { value: '3' } },
      { locator: 'LNK-OP1:kind:known', entries: { value: '4' } },
      { locator: 'LNK-OP2', entries: { value: '6' } },
      { locator: 'LNK-OC2', entries: { numerator: '0', denominator: '0' } },
      { locator: 'LNK-OC1', entries: { numerator: '9', denominator: '8' } },
      { locator: 'LNK-TX1', text: 'Meeting at the school gate worked best.' },
    ]
    done(await enter(ruth, id, changes))
    expect(find((await see(ruth, id)).findings, '4.1', 'LNK-OC1')).toMatchObject({ severity: 'block' })
    done(await enter(ruth, id, [{ locator: 'LNK-OC1', entries: { numerator: '6' } }]))
    done(await act(ruth, id, 'submit', { declared: true }))
    const sam = await service.as('sam-whitfield')
    done(await act(sam, id, 'take'))
    await acceptIt(sam, id)
    const { indicators } = done(await sam.get<ProgrammeView>('/api/programmes/LNK'))
    expect(indicators.map(({ code, shown }) => [code, shown])).toEqual([
      ['LNK-OP1', '7'],
      ['LNK-OP2', '6'],
      ['LNK-OC1', '75.0%'],
      ['LNK-OC2', 'Nothing reported'],
    ])
    expect(
      await db.selectFrom('accepted_points').select('locator').where('returnId', '=', id).execute(),
    ).toHaveLength(7)
  })

  it('hold the identities of a programme that the edition has never heard of', async () => {
    await addSchoolLinks(service, ['AY2025-26-autumn'], { balanced: true })
    const id = `${await grant('LNK', 1_000_000)}-AY2025-26-autumn`
    await openReturns(service.context)
    const counts = { OP1: '12', OP2: '0', OP3: '8', OP4: '5', OP5: '90', OP6: '11', OP7: '10', OP8: '9' }
    const changes = Object.entries(counts).map(([number, value]) => ({
      locator: `LNK-${number}`,
      entries: { value },
    }))
    const trust = (number: string, informant: string) => ({
      locator: `LNK-${number}`,
      entries: { numerator: '30', denominator: '10' },
      evidence: { informant },
    })
    done(await enter(ruth, id, [...changes, trust('OC3', 'Parents'), trust('OC4', 'Teachers')]))
    const { findings } = await see(ruth, id)
    const ofIdentities = findings.filter(({ check }) => /^4\.|^6\.4/.test(check))
    expect(ofIdentities.map(({ check, locator }) => `${check} ${locator}`).toSorted()).toEqual([
      ...['4.10 LNK-OP5', '4.11 LNK-OP3', '4.12 LNK-OP1', '4.4 LNK-OP8', '4.8 LNK-OP1', '4.9 LNK-OP1'],
      '6.4 LNK-OC4',
    ])
  })
})

/** As JSON carries it: what is undefined is left out, and -0 is 0. */
const overTheWire = (findings: Finding[]): unknown => JSON.parse(JSON.stringify(findings))
