/** A setting's report is its head's: hers to give and to sign, the borough's to see, nobody's to alter. */
import { openReturns } from '@inclusion/server/returns/open'
import type { ReportListItem } from '@inclusion/server/setting-reports/access'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Answer, type Client, type Service } from '../support/service.ts'
import {
  act,
  camden,
  countEvents,
  done,
  enterReport,
  explainAll,
  fillReport,
  refusal,
  see,
  seeReport,
} from './support/filing.ts'

const keyStage3 = '134643'
const ofKeyStage3 = { id: camden, urn: keyStage3 }
const hackney = 'APM-E09000012-FY2025-26-Q3'
const newRegents = { id: hackney, urn: '134635' }

const signOff = (client: Client, { id, urn }: { id: string; urn: string }) =>
  client.post(`/api/setting-reports/${id}/${urn}/sign-off`)
const withdraw = (client: Client, { id, urn }: { id: string; urn: string }) =>
  client.post(`/api/setting-reports/${id}/${urn}/withdraw`)
const pupils = (urn: string, enrolments: string) => [
  { locator: `attendance@${urn}:mentored`, entries: { enrolments } },
]
const missing = (client: Client, reason: string | null, text = 'The head is on leave until February.') =>
  client.put(`/api/returns/${camden}/settings/${keyStage3}/missing`, { reason, text })

describe.each(engines())("a setting's report on %s", (engine) => {
  let service: Service
  let helen: Client
  let ruth: Client

  beforeEach(async () => {
    service = await openService(engine)
    helen = await service.as('helen-achebe')
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  it('is listed to its head, with no other setting, and shows no other figure', async () => {
    const reports = done(await helen.get<ReportListItem[]>('/api/setting-reports'))
    expect(new Set(reports.map(({ urn }) => urn))).toEqual(new Set(['100006', keyStage3]))
    const view = await seeReport(helen, camden, '100006')
    const { figures, attendance, settings, asked } = view.checkInput
    expect(
      [...Object.keys(figures), ...Object.keys(view.marks)].filter((locator) => !locator.includes('@100006')),
    ).toEqual([])
    expect([...attendance, ...settings].every(({ urn }) => urn === '100006')).toBe(true)
    expect(asked.every(({ collectedFrom }) => collectedFrom === 'setting')).toBe(true)
    expect(view.comparators.map(({ label }) => label)).toEqual([
      'Camden',
      'Inner London',
      'London',
      'England',
    ])
    expect(view.trend.length).toBeGreaterThan(4)
  })

  it('is signed off whole or not at all, keeps the baseline, and is withdrawn before it changes again', async () => {
    expect(refusal(await signOff(helen, ofKeyStage3))).toBe('422 findings-outstanding')
    await fillReport(helen, ofKeyStage3)
    const severe = [{ locator: `attendance@${keyStage3}:whole`, entries: { severe: '500' } }]
    done(await enterReport(helen, ofKeyStage3, severe))
    const refused = await signOff(helen, ofKeyStage3)
    expect(refusal(refused)).toBe('422 findings-outstanding')
    expect((refused.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toContain(
      severe[0]!.locator,
    )
    await fillReport(helen, ofKeyStage3)
    done(await signOff(helen, ofKeyStage3))
    const { status, signedOff, mayEdit } = await seeReport(helen, camden, keyStage3)
    expect({ status, signedOff, mayEdit }).toMatchObject({
      ...{ status: 'signed-off', mayEdit: false, signedOff: { by: 'Helen Achebe', onBehalf: false } },
    })
    const { baselines, checkInput } = await see(ruth, camden)
    const counts = checkInput.attendance.find(
      ({ urn, cohort }) => urn === keyStage3 && cohort === 'baseline',
    )!
    const { possible, attended, ...others } = counts.sessions[0]!
    // Nothing that the page has no field for: a check could find fault with it, and nobody could mend it.
    expect([others.authorised, others.unauthorised, counts.persistent, counts.severe]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(
      baselines.find(({ indicator, urn }) => indicator === 'APM-OC1' && urn === keyStage3),
    ).toMatchObject({
      numerator: attended,
      denominator: possible,
    })
    expect(refusal(await enterReport(helen, ofKeyStage3, pupils(keyStage3, '9')))).toBe(
      '409 report-signed-off',
    )
    expect(done(await withdraw(helen, ofKeyStage3))).toEqual({ status: 'in-progress' })
    done(await enterReport(helen, ofKeyStage3, pupils(keyStage3, '13')))
    expect((await seeReport(helen, camden, keyStage3)).signedOff).toBeNull()
    expect(refusal(await withdraw(helen, ofKeyStage3))).toBe('409 return-not-open')
  })

  it('is seen by the borough and altered by nobody there', async () => {
    const before = await countEvents(service)
    const { mayEdit, why } = await seeReport(ruth, camden, keyStage3)
    expect([mayEdit, why]).toEqual([false, 'setting-has-a-head'])
    expect(refusal(await enterReport(ruth, ofKeyStage3, pupils(keyStage3, '9')))).toBe(
      '403 setting-has-a-head',
    )
    expect(refusal(await signOff(ruth, ofKeyStage3))).toBe('403 setting-has-a-head')
    expect(refusal(await withdraw(ruth, { id: camden, urn: '100006' }))).toBe('403 setting-has-a-head')
    const daniel = await service.as('daniel-marsh')
    expect((await seeReport(daniel, camden, keyStage3)).mayEdit).toBe(false)
    expect(refusal(await signOff(daniel, ofKeyStage3))).toBe('403 not-yours-to-do')
    // One more: Daniel Marsh signed in.
    expect(await countEvents(service)).toBe(before + 1)
  })

  it('says of a figure that it was pasted', async () => {
    const locator = `APM-OC4@${keyStage3}`
    const revision = (await seeReport(helen, camden, keyStage3)).marks[locator]?.revision ?? 0
    const changes = [{ locator, revision, entries: { numerator: '1', denominator: '9' } }]
    const address = `/api/setting-reports/${camden}/${keyStage3}/figures`
    done(await helen.put(address, { changes, provenance: 'pasted' }))
    const mark = { by: 'Helen Achebe', provenance: 'pasted', revision: revision + 1 }
    expect((await seeReport(helen, camden, keyStage3)).marks[locator]).toMatchObject(mark)
  })

  it('without a head is entered by the lead, and says so', async () => {
    const noor = await service.as('noor-rahman')
    done(await noor.post('/api/memberships/helen-achebe-2/end'))
    expect(refusal(await helen.get(`/api/setting-reports/${camden}/${keyStage3}`))).toBe('404 not-found')
    expect((await helen.get(`/api/setting-reports/${camden}/100006`)).status).toBe(200)
    expect((await see(ruth, camden)).reports.map(({ urn, hasHead }) => [urn, hasHead])).toEqual(
      expect.arrayContaining([
        [keyStage3, false],
        ['100006', true],
      ]),
    )
    await fillReport(ruth, ofKeyStage3)
    done(await signOff(ruth, ofKeyStage3))
    const { signedOff, marks } = await seeReport(ruth, camden, keyStage3)
    expect(signedOff).toMatchObject({ by: 'Ruth Okafor', onBehalf: true })
    expect(marks[`APM-OC4@${keyStage3}`]).toMatchObject({ by: 'Ruth Okafor', onBehalf: true })
    expect(refusal(await enterReport(ruth, { id: camden, urn: '100006' }, pupils('100006', '9')))).toBe(
      '403 setting-has-a-head',
    )
  })

  it('that does not come has its reason on record, until it comes', async () => {
    const found = async () =>
      (await see(ruth, camden)).findings
        .filter(({ locator }) => locator === `setting@${keyStage3}`)
        .map(({ check, severity }) => `${check} ${severity}`)
    expect(await found()).toEqual(['1.4 block'])
    done(await missing(ruth, 'staffing'))
    expect(await found()).toEqual(['1.5 explain'])
    const line = (await see(ruth, camden)).reports.find(({ urn }) => urn === keyStage3)
    expect(line).toMatchObject({
      missingReason: 'staffing',
      missingText: 'The head is on leave until February.',
    })
    done(await missing(ruth, null))
    expect(await found()).toEqual(['1.4 block'])
    done(await missing(ruth, 'staffing'))
    done(await enterReport(helen, ofKeyStage3, pupils(keyStage3, '12')))
    expect(await found()).toEqual(['1.4 block'])
    await fillReport(helen, ofKeyStage3)
    done(await signOff(helen, ofKeyStage3))
    expect(refusal(await missing(ruth, 'staffing'))).toBe('409 report-signed-off')
    expect(refusal(await missing(ruth, 'because'))).toBe('400 invalid-request')
    expect(refusal(await missing(helen, 'staffing'))).toBe('403 not-yours-to-do')
  })

  it('that changed after the return was sent stops the signature, and is closed once it is submitted', async () => {
    const [martin, owen, priya] = await Promise.all(
      ['martin-osei', 'owen-clarke', 'priya-nair'].map(service.as),
    )
    service.pass(1)
    done(await withdraw(martin!, newRegents))
    const submit = (): Promise<Answer> => act(owen!, hackney, 'submit', { declared: true })
    const changed = await submit()
    expect(refusal(changed)).toBe('422 findings-outstanding')
    const stages = (changed.body['findings'] as { check: string; locator: string }[]).map(
      ({ check, locator }) => `${check} ${locator}`,
    )
    expect(stages).toEqual(expect.arrayContaining(['10.3 setting@134635', '1.4 setting@134635']))
    done(await signOff(martin!, newRegents))
    expect(refusal(await submit())).toBe('422 findings-outstanding')
    done(await act(owen!, hackney, 'decline', { reason: 'The report changed after it was sent.' }))
    service.pass(1)
    await explainAll(priya!, hackney)
    done(await act(priya!, hackney, 'send-for-sign-off'))
    done(await submit())
    expect(refusal(await withdraw(martin!, newRegents))).toBe('409 report-frozen')
    expect(refusal(await enterReport(martin!, newRegents, pupils('134635', '9')))).toBe('409 report-frozen')
    expect((await seeReport(martin!, hackney, '134635')).why).toBe('report-frozen')
  })

  it('takes sessions only of the academic years that are meant', async () => {
    const sessions = (cohort: string, year: string) => [
      { locator: `attendance@${keyStage3}:${cohort}:${year}`, entries: { possible: '10', attended: '5' } },
    ]
    for (const [cohort, year] of [
      ['mentored', '2024-25'],
      ['whole', '2026-27'],
      ['baseline', '1999-00'],
      ['baseline', '2025-99'],
    ]) {
      const answer = await enterReport(helen, ofKeyStage3, sessions(cohort!, year!))
      expect(refusal(answer), `${cohort} ${year}`).toBe('400 invalid-request')
    }
    done(await enterReport(helen, ofKeyStage3, sessions('baseline', '2024-25')))
    const strange = [{ locator: `attendance@${keyStage3}:mentored`, entries: { possible: '10' } }]
    expect(refusal(await enterReport(helen, ofKeyStage3, strange))).toBe('400 invalid-request')
  })

  it('of a quarter that lies in two academic years gives the sessions of both', async () => {
    const id = 'APM-E09000007-FY2026-27-Q2'
    service.pass(
      Math.round((Date.parse('2026-10-05T10:00:00Z') - Date.parse(service.context.now())) / 60_000),
    )
    expect(await openReturns(service.context)).toContain(id)
    const report = { id, urn: keyStage3 }
    expect((await seeReport(helen, id, keyStage3)).academicYears).toEqual(['2025-26', '2026-27'])
    await fillReport(helen, report)
    const inYear = (year: string) => `attendance@${keyStage3}:mentored:${year}`
    const counts = (possible: string, attended: string, absent: string) => ({
      ...{ possible, attended, authorised: absent, unauthorised: '0' },
    })
    const blank = { possible: '', attended: '', authorised: '', unauthorised: '' }
    done(await enterReport(helen, report, [{ locator: inYear('2026-27'), entries: blank }]))
    const half = await signOff(helen, report)
    expect(refusal(half)).toBe('422 findings-outstanding')
    expect((half.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual([
      inYear('2026-27'),
    ])
    done(
      await enterReport(helen, report, [
        { locator: inYear('2025-26'), entries: counts('100', '90', '10') },
        { locator: inYear('2026-27'), entries: counts('10', '1', '9') },
      ]),
    )
    done(await signOff(helen, report))
    const { checkInput } = await seeReport(helen, id, keyStage3)
    expect(checkInput.figures[`APM-OC1@${keyStage3}`]).toMatchObject({ numerator: 91, denominator: 110 })
  })
})
