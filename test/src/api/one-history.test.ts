/** One history: what a setting reported under an earlier URN stands as its past, on each page and in each check. */
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import type { Recorded } from '@inclusion/server/settings/record'
import type { SettingView } from '@inclusion/server/settings/view'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, done, enterReport, fillReport, giveRole, refusal, see, seeReport } from './support/filing.ts'

const [old, other] = ['100006', '134643'] as const
const next = {
  ...{ urn: '150001', laestab: '202/1105', name: 'Regent Canal Academy', type: '42' },
  ...{ gssCode: 'E09000007', openedOn: '2025-10-01' },
}
const from = '2025-10-01'

describe.each(engines())('one history on %s', (engine) => {
  let service: Service
  let chloe: Client

  beforeEach(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
    await record(next)
    await clearReports(service, camden)
  })
  afterEach(() => service.close())

  const record = async (setting: object): Promise<void> => {
    const { status, body } = await chloe.post('/api/settings', setting)
    expect(status, JSON.stringify(body)).toBe(201)
  }
  const succeed = async (urn: string): Promise<Recorded> => {
    const { revision } = done(await chloe.get<SettingView>(`/api/settings/${urn}`))
    const body = { revision, successorUrn: next.urn, succeededOn: from }
    return done(await chloe.post<Recorded>(`/api/settings/${urn}/succeed`, body))
  }
  const headOfNext = async (): Promise<Client> => {
    await giveRole(service, 'marcus-lee', { role: 'head', urn: next.urn })
    return service.as('marcus-lee')
  }
  const pastOf = async (client: Client, urn: string) => {
    const { checkInput } = await seeReport(client, camden, urn)
    return checkInput.history.map(({ figures }) => figures[`APM-OC1@${urn}`])
  }

  it('is the predecessor’s past, trend and baselines, with where they come from', async () => {
    const before = await seeReport(await service.as('helen-achebe'), camden, old)
    const ruth = await service.as('ruth-okafor')
    expect(before.trend.length).toBeGreaterThan(2)
    await succeed(old)
    const view = await seeReport(await headOfNext(), camden, next.urn)
    expect(view.trend).toEqual(before.trend)
    const name = 'CCfL KS4 PRU'
    expect(view.formerly).toEqual([{ urn: old, name, until: from, successorUrn: next.urn, nowUrn: next.urn }])
    expect(view.baselines).toEqual(before.baselines.map((baseline) => ({ ...baseline, urn: next.urn })))
    expect(view.baselines.length).toBeGreaterThan(0)
    const inReturn = await see(ruth, camden)
    expect(inReturn.reports.find(({ urn }) => urn === next.urn)?.formerly).toHaveLength(1)
    expect(JSON.stringify(inReturn.checkInput.history)).not.toContain(`@${old}`)
    // What was filed stays as it was filed.
    const past = await see(ruth, 'APM-E09000007-FY2025-26-Q2')
    expect(past.reports.map(({ urn }) => urn).toSorted()).toEqual([old, other])
    expect(past.checkInput.figures[`APM-OC1@${old}`]).toBeDefined()
  })

  it('is the sum of the pairs of two that became one', async () => {
    const helen = await service.as('helen-achebe')
    const each = [await pastOf(helen, old), await pastOf(helen, other)]
    const baselines = (await see(await service.as('ruth-okafor'), camden)).baselines
    await succeed(old)
    await succeed(other)
    const past = await pastOf(await headOfNext(), next.urn)
    expect(past.length).toBeGreaterThan(2)
    past.forEach((figure, at) => {
      const [one, two] = each.map((figures) => figures[at])
      for (const part of ['numerator', 'denominator', 'people'] as const)
        expect(figure?.[part], part).toBe(one![part]! + two![part]!)
    })
    const summed = (await see(await service.as('ruth-okafor'), camden)).baselines
    const ofSettings = baselines.filter(({ urn, indicator }) => urn !== null && indicator === 'APM-OC1')
    expect(ofSettings).toHaveLength(2)
    expect(summed.find(({ urn, indicator }) => urn === next.urn && indicator === 'APM-OC1')).toMatchObject({
      numerator: ofSettings.reduce((sum, { numerator }) => sum + numerator!, 0),
      denominator: ofSettings.reduce((sum, { denominator }) => sum + denominator!, 0),
    })
  })

  it('is what checks of the past judge the successor by', async () => {
    const odd = async (client: Client) => {
      await fillReport(client, { id: camden, urn: next.urn })
      const sessions = { possible: '1100', attended: '40', authorised: '560', unauthorised: '500' }
      const locator = `attendance@${next.urn}:mentored:2025-26`
      done(await enterReport(client, { id: camden, urn: next.urn }, [{ locator, entries: sessions }]))
      const { findings } = await seeReport(client, camden, next.urn)
      return findings.filter(({ check, locator: at }) => check === '5.4' && at === `APM-OC1@${next.urn}`)
    }
    const part = { revision: 0, grantId: 'APM-E09000007', startsOn: from, endsBefore: null }
    done(await chloe.post(`/api/settings/${next.urn}/take-part`, part))
    const marcus = await headOfNext()
    // With no past of its own there is nothing to judge it by.
    expect(await odd(marcus)).toEqual([])
    await succeed(old)
    const found = await odd(marcus)
    expect(found).toHaveLength(1)
  })

  it('does not reach back: a head of the old URN has no part in the new one', async () => {
    const helen = await service.as('helen-achebe')
    await succeed(old)
    expect(refusal(await helen.get(`/api/setting-reports/${camden}/${next.urn}`))).toBe('404 not-found')
    expect(refusal(await helen.get(`/api/setting-reports/${camden}/${old}`))).toBe('404 not-found')
    expect((await seeReport(helen, 'APM-E09000007-FY2025-26-Q2', old)).trend.length).toBeGreaterThan(0)
  })

  it('counts a setting once in the year of a programme, whatever its URN', async () => {
    const url = '/api/programmes/APM?period=FY2025-26-Q2'
    const latest = async () =>
      done(await chloe.get<ProgrammeView>(url)).indicators.map(({ code, yearToDate }) => [code, yearToDate])
    const before = await latest()
    // A succession within the year: the first quarter as filed under the old URN, the second under the new.
    const { db } = service.database
    const q1 = 'APM-E09000007-FY2025-26-Q1'
    const points = await db
      .selectFrom('accepted_points')
      .selectAll()
      .where('returnId', '=', q1)
      .where('urn', '=', old)
      .execute()
    expect(points.length).toBeGreaterThan(0)
    await db.deleteFrom('accepted_points').where('returnId', '=', q1).where('urn', '=', old).execute()
    const earlier = { ...next, urn: '150000', name: 'Before it', openedOn: null }
    await record(earlier)
    const renamed = points.map((point) => ({
      ...{ ...point, urn: earlier.urn },
      locator: point.locator.replace(`@${old}`, `@${earlier.urn}`),
    }))
    await db.insertInto('accepted_points').values(renamed).execute()
    expect(await latest()).not.toEqual(before)
    const body = { revision: 0, successorUrn: old, succeededOn: '2025-07-01' }
    done(await chloe.post(`/api/settings/${earlier.urn}/succeed`, body))
    expect(await latest()).toEqual(before)
  })
})

/** No report of the return has been begun. */
async function clearReports({ database: { db } }: Service, id: string): Promise<void> {
  await db.deleteFrom('attendance_counts').where('returnId', '=', id).execute()
  await db.deleteFrom('attendance_pupils').where('returnId', '=', id).execute()
  await db.deleteFrom('data_points').where('returnId', '=', id).where('urn', 'is not', null).execute()
  await db
    .updateTable('setting_reports')
    .set({ status: 'not-started', signedOffBy: null, signedOffAt: null, missingReason: null })
    .where('returnId', '=', id)
    .execute()
}
