/** A borough that no setting serves files its quarter; one with settings adds those who are in none, once. */
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import type { Recorded } from '@inclusion/server/settings/record'
import type { SettingsView, SettingView } from '@inclusion/server/settings/view'
import { openReturns } from '@inclusion/server/returns/open'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  acceptIt,
  act,
  camden,
  done,
  enter,
  explainAll,
  fillIn,
  fillReport,
  refusal,
  see,
} from './support/filing.ts'

const havering = 'E09000016'
const grantId = `APM-${havering}`
const id = `${grantId}-FY2025-26-Q4`
const quarter = { numerator: '612', denominator: '840', people: '14' }

describe.each(engines())('a borough that no setting serves, on %s,', (engine) => {
  let service: Service
  let chloe: Client

  beforeEach(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
  })
  afterEach(() => service.close())

  const personOf = async (role: 'lead' | 'certifier'): Promise<Client> => {
    const { personId } = await service.database.db
      .selectFrom('memberships')
      .select('personId')
      .where('gssCode', '=', havering)
      .where('role', '=', role)
      .executeTakeFirstOrThrow()
    return service.as(personId)
  }

  /** Every setting's part in the grant ends with the third quarter, and the fourth opens. */
  async function withoutSettings(): Promise<void> {
    const { settings } = done(await chloe.get<SettingsView>('/api/settings'))
    for (const { urn } of settings.filter(({ serves }) => serves.includes('Havering'))) {
      const { revision, parts } = done(await chloe.get<SettingView>(`/api/settings/${urn}`))
      const part = parts.find((each) => each.grantId === grantId)!
      const body = { revision, grantId, startsOn: part.startsOn, endsBefore: '2026-01-01' }
      done(await chloe.post<Recorded>(`/api/settings/${urn}/end-part`, body))
    }
    service.pass(80 * 24 * 60)
    await openReturns(service.context)
  }

  it.each(['light', 'standard'] as const)('files it to acceptance in the %s tier', async (tier) => {
    // A grant is light by its size: here every grant is.
    if (tier === 'light')
      await service.database.db
        .updateTable('tier_thresholds')
        .set({ fromPence: 1_000_000_000 })
        .where('tier', '<>', 'light')
        .execute()
    await withoutSettings()
    const [lead, certifier] = [await personOf('lead'), await personOf('certifier')]
    const opened = await see(lead, id)
    expect([opened.tier, opened.reports]).toEqual([tier, []])
    expect(done(await lead.get<SettingsView>('/api/settings')).unserved).toEqual([
      { gssCode: havering, name: 'Havering' },
    ])
    await fillIn(lead, id)
    // All else is in: what is missing is asked of the authority, at its own figure, and of nobody else.
    const missing = (await see(lead, id)).findings.filter(({ severity }) => severity === 'block')
    expect(missing.map(({ check, locator }) => `${check} ${locator}`)).toEqual(['1.1 APM-OC1'])
    done(
      await enter(lead, id, [
        {
          locator: 'APM-OC1',
          entries: quarter,
          evidence: { source: 'Registers of the schools they are at' },
        },
      ]),
    )
    await explainAll(lead, id)
    if (tier === 'standard') done(await act(lead, id, 'send-for-sign-off'))
    done(await act(tier === 'light' ? lead : certifier, id, 'submit', { declared: true }))
    const leila = await service.as('leila-haddad')
    done(await act(leila, id, 'take'))
    await acceptIt(leila, id)
    const rolledUp = await service.database.db
      .selectFrom('roll_ups')
      .select(['numerator', 'denominator', 'people', 'settings'])
      .where('gssCode', '=', havering)
      .where('periodId', '=', 'FY2025-26-Q4')
      .where('indicator', '=', 'APM-OC1')
      .where('category', '=', '')
      .execute()
    expect(rolledUp).toEqual([{ numerator: 612, denominator: 840, people: 14, settings: 0 }])
  })

  it('is asked for nothing of settings, and nobody reports for it', async () => {
    await withoutSettings()
    const lead = await personOf('lead')
    expect(refusal(await enter(lead, id, [{ locator: 'APM-OC2', entries: quarter }]))).toBe(
      '422 figure-not-asked',
    )
    expect(refusal(await lead.get(`/api/setting-reports/${id}/131193`))).toBe('404 not-found')
    const { findings } = await see(lead, id)
    expect(findings.filter(({ check }) => check === '1.4')).toEqual([])
  })

  it('and one with settings gives those in none beside them: added once, in no setting twice', async () => {
    const [ruth, helen, daniel, leila] = await Promise.all(
      ['ruth-okafor', 'helen-achebe', 'daniel-marsh', 'leila-haddad'].map(service.as),
    )
    await fillReport(helen!, { id: camden, urn: '134643' })
    done(await helen!.post(`/api/setting-reports/${camden}/134643/sign-off`))
    await fillIn(ruth!, camden)
    const before = await see(ruth!, camden)
    expect(before.findings.filter(({ locator }) => locator === 'APM-OC1')).toEqual([])
    const own = { numerator: '60', denominator: '80', people: '2' }
    done(
      await enter(ruth!, camden, [
        { locator: 'APM-OC1', entries: own, evidence: { source: 'A school’s register' } },
      ]),
    )
    await explainAll(ruth!, camden)
    done(await act(ruth!, camden, 'send-for-sign-off'))
    done(await act(daniel!, camden, 'submit', { declared: true }))
    done(await act(leila!, camden, 'take'))
    await acceptIt(leila!, camden)
    const { figures } = (await see(ruth!, camden)).checkInput
    const [ks3, ks4] = [figures['APM-OC1@134643']!, figures['APM-OC1@100006']!]
    const row = await service.database.db
      .selectFrom('roll_ups')
      .select(['numerator', 'denominator', 'people', 'settings'])
      .where('gssCode', '=', 'E09000007')
      .where('periodId', '=', 'FY2025-26-Q3')
      .where('indicator', '=', 'APM-OC1')
      .where('category', '=', '')
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      numerator: ks3.numerator! + ks4.numerator! + 60,
      denominator: ks3.denominator! + ks4.denominator! + 80,
      people: ks3.people! + ks4.people! + 2,
      settings: 2,
    })
    const { indicators } = done(await leila!.get<ProgrammeView>('/api/programmes/APM?period=FY2025-26-Q3'))
    expect(indicators.find(({ code }) => code === 'APM-OC1')?.boroughs).toBeGreaterThan(0)
  })
})
