/** Settings through the front door: recorded, closed, succeeded, shared, and what becomes of open returns. */
import type { Recorded } from '@inclusion/server/settings/record'
import type { SettingsView, SettingView } from '@inclusion/server/settings/view'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReturns } from '@inclusion/server/returns/open'
import { engines, openService, type Answer, type Client, type Service } from '../support/service.ts'
import { countEvents, done, fillReport, giveRole, refusal, see, seeReport } from './support/filing.ts'

const lambeth = 'APM-E09000022'
const lambethNow = `${lambeth}-FY2025-26-Q3`
const parkCampus = '140907'
const kenningtonPark = '140908'
const evolve = {
  ...{ urn: '149450', laestab: '208/1104', name: 'Evolve Academy', type: '43' },
  ...{ gssCode: 'E09000022', openedOn: '2025-11-01' },
}

const created = ({ status, body }: Answer<Recorded>): Recorded => {
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const setting = async (client: Client, urn: string): Promise<SettingView> =>
  done(await client.get<SettingView>(`/api/settings/${urn}`))
const errorsOf = ({ body }: Answer<unknown>) =>
  (body as { errors?: { field: string; message: string }[] }).errors ?? []

describe.each(engines())('settings on %s', (engine) => {
  let service: Service
  let chloe: Client

  beforeEach(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
  })
  afterEach(() => service.close())

  const act = async (urn: string, verb: string, body: object): Promise<Answer<Recorded>> =>
    chloe.post<Recorded>(`/api/settings/${urn}/${verb}`, {
      revision: (await setting(chloe, urn)).revision,
      ...body,
    })
  const succeed = async (urn: string, succeededOn: string, successorUrn = evolve.urn) =>
    act(urn, 'succeed', { successorUrn, succeededOn })
  const reportsOf = async (id: string) => {
    const { reports } = await see(await service.as('leila-haddad'), id)
    return reports.map(({ urn, status }) => `${urn} ${status}`).toSorted()
  }

  it('are recorded by the VRU, with the authority that DfE’s number says', async () => {
    created(await chloe.post<Recorded>('/api/settings', evolve))
    expect(await setting(chloe, evolve.urn)).toMatchObject({
      ...{ laestab: '2081104', name: 'Evolve Academy', type: '43', authority: 'Lambeth', closedOn: null },
      ...{
        parts: [],
        predecessors: [],
        successor: null,
        source: 'Recorded in this service on 20 January 2026',
      },
    })
    const again = await chloe.post('/api/settings', evolve)
    expect(refusal(again)).toBe('409 setting-recorded')
    const other = await chloe.post('/api/settings', { ...evolve, urn: '149451', laestab: '306/1104' })
    expect(errorsOf(other)).toEqual([
      {
        field: 'laestab',
        message: 'DfE numbers of Lambeth begin with 208. Check the number and the authority.',
      },
    ])
    for (const [field, value] of [
      ['urn', '12345'],
      ['laestab', '208-1104'],
      ['name', ' '],
      ['type', '12'],
      ['gssCode', 'E09000099'],
      ['openedOn', '2025-02-30'],
    ]) {
      const answer = await chloe.post('/api/settings', { ...evolve, urn: '149452', [field!]: value })
      expect(
        errorsOf(answer).map((error) => error.field),
        field,
      ).toEqual([field])
    }
  })

  it('are the VRU’s to change: others see theirs, and leave no event', async () => {
    await giveRole(service, 'marcus-lee', { role: 'programme-manager', programme: 'CPD' })
    const people = ['ruth-okafor', 'leila-haddad', 'helen-achebe', 'marcus-lee', 'priya-nair']
    const clients = new Map<string, Client>()
    for (const person of people) clients.set(person, await service.as(person))
    const before = await countEvents(service)
    const close = { revision: 0, closedOn: '2026-03-31' }
    const tried = await Promise.all(
      people.map(async (person) => {
        const client = clients.get(person)!
        const { status } = await client.get('/api/settings/134643')
        return [person, status, refusal(await client.post('/api/settings/134643/close', close))]
      }),
    )
    expect(tried).toEqual([
      ['ruth-okafor', 200, '403 not-yours-to-do'],
      ['leila-haddad', 200, '403 not-yours-to-do'],
      ['helen-achebe', 200, '403 not-yours-to-do'],
      ['marcus-lee', 404, '404 not-found'],
      ['priya-nair', 404, '403 not-yours-to-do'],
    ])
    expect(await countEvents(service)).toBe(before)
    const { settings, mayManage, authorities } = done(
      await clients.get('ruth-okafor')!.get<SettingsView>('/api/settings'),
    )
    expect(settings.every(({ authority }) => authority === 'Camden')).toBe(true)
    expect([mayManage, authorities]).toEqual([false, []])
    expect((await setting(clients.get('ruth-okafor')!, '134643')).heads?.here).toEqual(['Helen Achebe'])
  })

  it('do not change under two people at once', async () => {
    done(await act(parkCampus, 'close', { closedOn: '2026-03-31' }))
    const stale = { revision: 0, closedOn: '2026-02-28' }
    expect(refusal(await chloe.post(`/api/settings/${parkCampus}/close`, stale))).toBe('409 setting-changed')
    expect(await setting(chloe, parkCampus)).toMatchObject({ closedOn: '2026-03-31', revision: 1 })
    const noor = await service.as('noor-rahman')
    const both = await Promise.all(
      [chloe, noor].map((client, index) =>
        client.post(`/api/settings/${parkCampus}/close`, { revision: 1, closedOn: `2026-04-0${index + 1}` }),
      ),
    )
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409'])
  })

  it('hand their parts and the reports nobody has begun to a successor, once for both', async () => {
    created(await chloe.post<Recorded>('/api/settings', evolve))
    await blank(lambethNow)
    const first = done(await succeed(parkCampus, '2025-11-01'))
    expect(first.returns).toEqual([
      {
        ...{ returnId: lambethNow, authority: 'Lambeth', stays: [], closedQuestions: 0 },
        ...{ period: 'October to December 2025 (2025-26 Q3)' },
        ...{ opened: [evolve.urn], dropped: [parkCampus] },
      },
    ])
    done(await succeed(kenningtonPark, '2025-11-01'))
    expect(await reportsOf(lambethNow)).toEqual([`${evolve.urn} not-started`])
    const { parts, predecessors } = await setting(chloe, evolve.urn)
    expect(parts).toMatchObject([{ grantId: lambeth, startsOn: '2025-11-01', endsBefore: null }])
    expect(predecessors.map(({ urn, on }) => [urn, on])).toEqual([
      [kenningtonPark, '2025-11-01'],
      [parkCampus, '2025-11-01'],
    ])
    expect(await setting(chloe, parkCampus)).toMatchObject({
      ...{ closedOn: '2025-10-31', successor: { urn: evolve.urn, on: '2025-11-01' } },
      parts: [{ grantId: lambeth, endsBefore: '2025-11-01' }],
    })
  })

  it('keep a report that was begun with its head, and say so', async () => {
    created(await chloe.post<Recorded>('/api/settings', evolve))
    await blank(lambethNow)
    const lead = await leadOf('E09000022')
    await fillReport(lead, { id: lambethNow, urn: parkCampus })
    const { returns } = done(await succeed(parkCampus, '2025-11-01'))
    expect(returns).toMatchObject([{ opened: [], dropped: [], stays: [parkCampus] }])
    const view = await see(lead, lambethNow)
    expect(view.reports.map(({ urn }) => urn).toSorted()).toEqual([parkCampus, kenningtonPark])
    done(await succeed(kenningtonPark, '2025-11-01'))
    expect(await reportsOf(lambethNow)).toEqual([`${parkCampus} in-progress`, `${evolve.urn} not-started`])
  })

  it('report the period they close in, and none after it', async () => {
    await blank(lambethNow)
    done(await act(parkCampus, 'close', { closedOn: '2025-10-01' }))
    expect(await reportsOf(lambethNow)).toEqual([
      `${parkCampus} not-started`,
      `${kenningtonPark} not-started`,
    ])
    done(await act(parkCampus, 'close', { closedOn: '2025-09-30' }))
    expect(await reportsOf(lambethNow)).toEqual([`${kenningtonPark} not-started`])
    done(await act(parkCampus, 'close', { closedOn: null }))
    expect(await reportsOf(lambethNow)).toHaveLength(2)
  })

  it('leave what is with RMEL, or accepted, as it was filed', async () => {
    const past = `${lambeth}-FY2025-26-Q2`
    const before = await reportsOf(past)
    created(await chloe.post<Recorded>('/api/settings', { ...evolve, openedOn: '2025-07-15' }))
    await service.database.db
      .updateTable('returns')
      .set({ status: 'submitted', submittedBy: 'ruth-okafor' })
      .where('id', '=', lambethNow)
      .execute()
    const now = await reportsOf(lambethNow)
    done(await succeed(parkCampus, '2025-08-01'))
    expect(await reportsOf(past)).toEqual(before)
    expect(await reportsOf(lambethNow)).toEqual(now)
  })

  it('go round in no circle, and have one successor', async () => {
    done(await succeed(parkCampus, '2025-11-01', kenningtonPark))
    const back = await succeed(kenningtonPark, '2025-12-01', parkCampus)
    expect(errorsOf(back)).toMatchObject([{ field: 'successorUrn' }])
    expect(errorsOf(await succeed(parkCampus, '2025-12-01', '100103'))).toMatchObject([
      { field: 'successorUrn', message: 'Park Campus Academy already has a successor.' },
    ])
    expect(errorsOf(await succeed(kenningtonPark, '2025-12-01', '999999'))).toMatchObject([
      { field: 'successorUrn' },
    ])
    expect((await setting(chloe, kenningtonPark)).revision).toBe(1)
  })

  it('serve several boroughs, each with a report in its own return', async () => {
    const part = { grantId: 'APM-E09000007', startsOn: '2025-10-01', endsBefore: '2025-12-01' }
    const id = 'APM-E09000007-FY2025-26-Q3'
    done(await act(parkCampus, 'take-part', part))
    expect(await reportsOf(id)).toContain(`${parkCampus} not-started`)
    const ruth = await service.as('ruth-okafor')
    expect((await setting(ruth, parkCampus)).parts.map(({ authority }) => authority)).toEqual([
      'Camden',
      'Lambeth',
    ])
    expect(errorsOf(await act(parkCampus, 'take-part', { ...part, startsOn: '2025-11-30' }))).toMatchObject([
      { field: 'startsOn' },
    ])
    done(await act(parkCampus, 'end-part', { ...part, startsOn: '2025-10-01', endsBefore: null }))
    const none = await act(parkCampus, 'end-part', { ...part, startsOn: '2025-10-02', endsBefore: null })
    expect(errorsOf(none)).toMatchObject([{ field: 'startsOn' }])
    for (const grantId of ['CPD-E09000008', 'APM-E09000001'])
      expect(errorsOf(await act(parkCampus, 'take-part', { ...part, grantId }))).toMatchObject([
        { field: 'grantId' },
      ])
    // The part has not begun when the period ends: nobody reports for it.
    done(await act(kenningtonPark, 'take-part', { ...part, startsOn: '2026-01-01', endsBefore: null }))
    expect(await reportsOf(id)).not.toContain(`${kenningtonPark} not-started`)
  })

  it('that serve two boroughs say in each report whose young people it counts', async () => {
    const stella = await service.as('stella-marino')
    const of = (gssCode: string) => seeReport(stella, `APM-${gssCode}-FY2025-26-Q3`, '102562')
    const [kingston, richmond] = [await of('E09000021'), await of('E09000027')]
    expect([kingston.authority, kingston.alsoServes]).toEqual([
      'Kingston upon Thames',
      ['Richmond upon Thames'],
    ])
    expect([richmond.authority, richmond.alsoServes]).toEqual([
      'Richmond upon Thames',
      ['Kingston upon Thames'],
    ])
  })

  it('are opened by the same rule with the next period', async () => {
    created(await chloe.post<Recorded>('/api/settings', evolve))
    done(await succeed(parkCampus, '2025-11-01'))
    done(await act(kenningtonPark, 'close', { closedOn: '2026-01-01' }))
    service.pass(80 * 24 * 60)
    await openReturns(service.context)
    expect(await reportsOf(`${lambeth}-FY2025-26-Q4`)).toEqual([
      `${kenningtonPark} not-started`,
      `${evolve.urn} not-started`,
    ])
  })

  it('say that a head of the old URN is no head of the new, and who may invite one', async () => {
    created(await chloe.post<Recorded>('/api/settings', evolve))
    await giveRole(service, 'marcus-lee', { role: 'head', urn: parkCampus })
    done(await succeed(parkCampus, '2025-11-01'))
    const noor = await service.as('noor-rahman')
    expect(await setting(noor, evolve.urn)).toMatchObject({
      heads: { here: [], before: [{ name: 'Marcus Lee', setting: 'Park Campus Academy' }] },
      ...{ mayInvite: true, mayManage: true },
    })
    expect((await setting(chloe, evolve.urn)).mayInvite).toBe(false)
    // She sees what became of her setting, and nothing of what it reports.
    const marcus = await service.as('marcus-lee')
    expect((await setting(marcus, evolve.urn)).heads).toBeNull()
    expect(refusal(await marcus.get(`/api/setting-reports/${lambethNow}/${evolve.urn}`))).toBe(
      '404 not-found',
    )
  })

  /** A return in which no report has been begun. */
  async function blank(id: string): Promise<void> {
    const { db } = service.database
    await db.deleteFrom('attendance_counts').where('returnId', '=', id).execute()
    await db.deleteFrom('attendance_pupils').where('returnId', '=', id).execute()
    await db.deleteFrom('data_points').where('returnId', '=', id).where('urn', 'is not', null).execute()
    const statuses = { status: 'not-started', signedOffBy: null, signedOffAt: null } as const
    await db
      .updateTable('setting_reports')
      .set({ ...statuses, missingReason: null })
      .where('returnId', '=', id)
      .execute()
    await db.updateTable('returns').set({ status: 'in-progress' }).where('id', '=', id).execute()
  }

  async function leadOf(gssCode: string): Promise<Client> {
    const { personId } = await service.database.db
      .selectFrom('memberships')
      .select('personId')
      .where('gssCode', '=', gssCode)
      .where('role', '=', 'lead')
      .executeTakeFirstOrThrow()
    return service.as(personId)
  }
})
