/** A lead reminds the heads whose reports are not in: by letter, once a day, and nobody else is written to. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { act, camden, countEvents, done, fillReport, giveRole, refusal, see } from './support/filing.ts'

const keyStage3 = '134643'
const primary = '100006'
const hackney = 'APM-E09000012-FY2025-26-Q3'

type Reminded = { reminded: string[]; detail?: string }
const remind = (client: Client, urn: string, id = camden) =>
  client.post<Reminded>(`/api/returns/${id}/settings/${urn}/remind`)
const remindAll = (client: Client, id = camden) => client.post<Reminded>(`/api/returns/${id}/remind`)

describe.each(engines())('reminders to settings on %s', (engine) => {
  let service: Service
  let helen: Client
  let ruth: Client

  beforeEach(async () => {
    service = await openService(engine)
    helen = await service.as('helen-achebe')
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  const reminders = () =>
    service.database.db
      .selectFrom('outbox')
      .select(['recipient', 'text'])
      .where('subject', 'like', 'Your report:%')
      .orderBy('id')
      .execute()
  const lineOf = async (urn: string) => (await see(ruth, camden)).reports.find((line) => line.urn === urn)!

  it('go to every active head of the setting, with the link, the period and the day it is due', async () => {
    await giveRole(service, 'stella-marino', { role: 'head', urn: keyStage3 })
    await giveRole(service, 'martin-osei', { role: 'head', urn: keyStage3 })
    const noor = await service.as('noor-rahman')
    done(await noor.post('/api/people/martin-osei/suspend'))
    expect(await lineOf(keyStage3)).toMatchObject({ reminded: null, hasHead: true })
    expect(done(await remind(ruth, keyStage3))).toEqual({ reminded: [keyStage3] })
    const letters = await reminders()
    expect(letters.map(({ recipient }) => recipient.split('@')[0])).toEqual(['helen-achebe', 'stella-marino'])
    for (const words of [
      'Ruth Okafor asks for the report of',
      'Camden, AP/PRU Mentoring, October to December 2025',
      'is due by the end of Saturday 31 January 2026',
      `/setting-reports/${camden}/${keyStage3}`,
    ]) {
      expect(letters[0]!.text).toContain(words)
    }
    expect((await lineOf(keyStage3)).reminded).toEqual({
      ...{ by: 'Ruth Okafor', at: service.context.now(), today: true },
    })
  })

  it('go once a London day, whoever asks, and again the next', async () => {
    await giveRole(service, 'tom-bennett', { role: 'lead', gssCode: 'E09000007', programme: 'APM' })
    const tom = await service.as('tom-bennett')
    done(await remind(ruth, keyStage3))
    const before = await countEvents(service)
    const again = await remind(tom, keyStage3)
    expect(refusal(again)).toBe('409 reminded-today')
    expect(again.body.detail).toMatch(
      /^Ruth Okafor reminded .+ at 10:00am\. You can remind it again tomorrow\.$/,
    )
    expect(refusal(await remindAll(tom))).toBe('409 nobody-to-remind')
    expect([await countEvents(service), (await reminders()).length]).toEqual([before, 1])
    service.pass(14 * 60 - 1)
    expect(refusal(await remind(ruth, keyStage3))).toBe('409 reminded-today')
    service.pass(1)
    expect((await lineOf(keyStage3)).reminded).toMatchObject({ by: 'Ruth Okafor', today: false })
    expect(done(await remindAll(tom))).toEqual({ reminded: [keyStage3] })
    expect((await lineOf(keyStage3)).reminded).toMatchObject({ by: 'Tom Bennett' })
  })

  it('asked for twice at once are one letter', async () => {
    const answers = await Promise.all([remind(ruth, keyStage3), remind(ruth, keyStage3), remindAll(ruth)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await reminders()).toHaveLength(1)
  })

  it('leave out what is signed off, what has a reason, and who has no head', async () => {
    expect(refusal(await remind(ruth, primary))).toBe('409 nobody-to-remind')
    const missing = `/api/returns/${camden}/settings/${keyStage3}/missing`
    done(await ruth.put(missing, { reason: 'staffing', text: 'No report this time.' }))
    expect((await remind(ruth, keyStage3)).body.detail).toContain('A reason for no report is on record')
    expect(refusal(await remindAll(ruth))).toBe('409 nobody-to-remind')
    done(await ruth.put(missing, { reason: null, text: '' }))
    const noor = await service.as('noor-rahman')
    done(await noor.post('/api/memberships/helen-achebe-2/end'))
    expect((await remind(ruth, keyStage3)).body.detail).toContain('has no head in this service')
    expect(refusal(await remindAll(ruth))).toBe('409 nobody-to-remind')
    expect(refusal(await remind(ruth, '999999'))).toBe('404 not-found')
    expect(refusal(await remind(ruth, '134635'))).toBe('404 not-found')
    expect(await reminders()).toEqual([])
  })

  it('change nothing of the report: one that was signed after it is signed as it stands', async () => {
    const changedAt = () =>
      service.database.db
        .selectFrom('setting_reports')
        .select(['status', 'changedAt', 'signedOffBy'])
        .where('returnId', '=', camden)
        .where('urn', '=', keyStage3)
        .executeTakeFirst()
    const before = await changedAt()
    service.pass(5)
    done(await remind(ruth, keyStage3))
    expect(await changedAt()).toEqual(before)
    await fillReport(helen, { id: camden, urn: keyStage3 })
    done(await helen.post(`/api/setting-reports/${camden}/${keyStage3}/sign-off`))
    service.pass(60 * 24)
    expect(refusal(await remind(ruth, keyStage3))).toBe('409 nobody-to-remind')
  })

  it('are the lead’s to send, while the return is the borough’s', async () => {
    for (const person of ['daniel-marsh', 'leila-haddad', 'helen-achebe', 'noor-rahman']) {
      const client = await service.as(person)
      expect(refusal(await remind(client, keyStage3)), person).toBe('403 not-yours-to-do')
      expect(refusal(await remindAll(client)), person).toBe('403 not-yours-to-do')
    }
    const [priya, owen] = [await service.as('priya-nair'), await service.as('owen-clarke')]
    expect(refusal(await remind(priya, keyStage3))).toBe('404 not-found')
    done(await act(owen, hackney, 'submit', { declared: true }))
    expect(refusal(await remind(priya, '134635', hackney))).toBe('409 report-frozen')
    expect(refusal(await remindAll(priya, hackney))).toBe('409 report-frozen')
    expect(await reminders()).toEqual([])
  })
})
