/** What was recorded wrongly of a setting is taken back, and what is recorded while a return is shut is made up for. */
import type { ReturnView } from '@inclusion/server/returns/view'
import type { Recorded } from '@inclusion/server/settings/record'
import type { SettingView } from '@inclusion/server/settings/view'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReturns } from '@inclusion/server/returns/open'
import { engines, openService, type Answer, type Client, type Service } from '../support/service.ts'
import { act as step, camden, done, fillReport, refusal, see } from './support/filing.ts'

const lambeth = 'APM-E09000022'
const lambethNow = `${lambeth}-FY2025-26-Q3`
const camdens = 'APM-E09000007'
const parkCampus = '140907'
const kenningtonPark = '140908'
const evolve = {
  ...{ urn: '149450', laestab: '208/1104', name: 'Evolve Academy', type: '43' },
  ...{ gssCode: 'E09000022', openedOn: '2025-11-01' },
}

const messages = ({ body }: Answer<unknown>) =>
  ((body as { errors?: { message: string }[] }).errors ?? []).map(({ message }) => message)

describe.each(engines())('settings on %s', (engine) => {
  let service: Service
  let chloe: Client

  beforeEach(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
  })
  afterEach(() => service.close())

  const setting = async (urn: string) => done(await chloe.get<SettingView>(`/api/settings/${urn}`))
  const act = async (urn: string, verb: string, body: object = {}): Promise<Answer<Recorded>> =>
    chloe.post<Recorded>(`/api/settings/${urn}/${verb}`, { revision: (await setting(urn)).revision, ...body })
  const record = async (given: object = evolve) =>
    expect((await chloe.post('/api/settings', given)).status).toBe(201)
  const succeed = (urn: string, succeededOn: string, successorUrn = evolve.urn) =>
    act(urn, 'succeed', { successorUrn, succeededOn })
  const partsOf = async (urn: string) =>
    (await setting(urn)).parts.map(({ grantId, startsOn, endsBefore }) => [grantId, startsOn, endsBefore])
  const reportsOf = async (id: string) => {
    const { reports } = await see(await service.as('leila-haddad'), id)
    return reports.map(({ urn, status }) => `${urn} ${status}`).toSorted()
  }
  const leadOf = async (gssCode: string): Promise<Client> => {
    const { personId } = await service.database.db
      .selectFrom('memberships')
      .select('personId')
      .where('gssCode', '=', gssCode)
      .where('role', '=', 'lead')
      .executeTakeFirstOrThrow()
    return service.as(personId)
  }

  describe('whose succession was a mistake', () => {
    beforeEach(() => blank(service, lambethNow))

    it('are as they were once it is taken back: their last day, their parts and their reports', async () => {
      const before = [await setting(parkCampus), await setting(kenningtonPark)]
      const reports = await reportsOf(lambethNow)
      done(await succeed(parkCampus, '2025-10-01', kenningtonPark))
      expect(await reportsOf(lambethNow)).not.toEqual(reports)
      const { returns } = done(await act(parkCampus, 'take-back'))
      expect(returns).toMatchObject([{ returnId: lambethNow, opened: [parkCampus], dropped: [] }])
      for (const { revision: _, ...was } of before) expect(await setting(was.urn)).toMatchObject(was)
      expect(await reportsOf(lambethNow)).toEqual(reports)
      const { subject, detail } = await lastEvent(service, 'setting.take-back')
      expect(subject).toBe(`setting:${parkCampus}`)
      expect(JSON.parse(detail)).toMatchObject({ successorUrn: kenningtonPark, closedOn: null })
      // Another can succeed it now.
      await record()
      done(await succeed(parkCampus, '2025-11-01'))
    })

    it('keep a last day that was recorded before the succession', async () => {
      await record()
      done(await act(parkCampus, 'close', { closedOn: '2025-10-31' }))
      done(await succeed(parkCampus, '2025-11-01'))
      done(await act(parkCampus, 'take-back'))
      expect(await setting(parkCampus)).toMatchObject({ closedOn: '2025-10-31', successor: null })
      expect(await partsOf(evolve.urn)).toEqual([])
    })

    it('leave the successor what it has by another', async () => {
      await record()
      done(await succeed(parkCampus, '2025-11-01'))
      done(await succeed(kenningtonPark, '2025-12-01'))
      done(await act(parkCampus, 'take-back'))
      expect(await partsOf(evolve.urn)).toEqual([[lambeth, '2025-12-01', null]])
      expect(await reportsOf(lambethNow)).toEqual([`${parkCampus} not-started`, `${evolve.urn} not-started`])
    })

    it('stand once a report came of it, and say which', async () => {
      await record()
      done(await succeed(parkCampus, '2025-11-01'))
      await fillReport(await leadOf('E09000022'), { id: lambethNow, urn: evolve.urn })
      const { revision } = await setting(parkCampus)
      expect(messages(await act(parkCampus, 'take-back'))).toEqual([
        'Evolve Academy has begun its report for October to December 2025 (2025-26 Q3) in Lambeth’s return, which came to it from Park Campus Academy. So the succession stands.',
      ])
      expect(await setting(parkCampus)).toMatchObject({ revision, successor: { urn: evolve.urn } })
      expect(await reportsOf(lambethNow)).toContain(`${evolve.urn} in-progress`)
    })

    it('are taken back though the successor has begun a report of its own', async () => {
      await fillReport(await leadOf('E09000022'), { id: lambethNow, urn: kenningtonPark })
      done(await succeed(parkCampus, '2025-10-01', kenningtonPark))
      done(await act(parkCampus, 'take-back'))
      expect(await reportsOf(lambethNow)).toEqual([
        `${parkCampus} not-started`,
        `${kenningtonPark} in-progress`,
      ])
    })

    it('say what is in the way: no successor, or one that has a successor itself', async () => {
      expect(messages(await act(parkCampus, 'take-back'))).toEqual(['Nothing is recorded as its successor.'])
      await record()
      done(await succeed(parkCampus, '2025-10-01', kenningtonPark))
      done(await succeed(kenningtonPark, '2025-11-01'))
      expect(messages(await act(parkCampus, 'take-back'))).toEqual([
        'Kennington Park Academy has a successor itself. Take that back first.',
      ])
      const stale = await chloe.post(`/api/settings/${kenningtonPark}/take-back`, { revision: 0 })
      expect(refusal(stale)).toBe('409 setting-changed')
      done(await act(kenningtonPark, 'take-back'))
      done(await act(parkCampus, 'take-back'))
    })
  })

  it('take no part where one was recorded by mistake, and may take it again', async () => {
    const before = await reportsOf(camden)
    const part = { grantId: camdens, startsOn: '2025-10-01' }
    done(await act(parkCampus, 'take-part', part))
    expect(await reportsOf(camden)).not.toEqual(before)
    const { returns } = done(await act(parkCampus, 'end-part', { ...part, endsBefore: '2025-10-01' }))
    expect(returns).toMatchObject([{ returnId: camden, dropped: [parkCampus] }])
    expect(await reportsOf(camden)).toEqual(before)
    expect(await partsOf(parkCampus)).toEqual([[lambeth, '2022-04-01', null]])
    const again = await act(parkCampus, 'end-part', { ...part, endsBefore: null })
    expect(messages(again)).toEqual(['It takes no part from that day.'])
    const none = await act(parkCampus, 'take-part', { ...part, endsBefore: '2025-10-01' })
    expect(none.status).toBe(400)
    done(await act(parkCampus, 'take-part', { ...part, startsOn: '2025-09-01' }))
    done(await act(parkCampus, 'end-part', { ...part, startsOn: '2025-09-01', endsBefore: '2025-09-01' }))
    done(await act(parkCampus, 'take-part', part))
    expect(await reportsOf(camden)).not.toEqual(before)
  })

  it.each([
    ['that ends', '2025-11-01', '2026-02-01'],
    ['that begins later', '2026-07-01', null],
  ])('are followed without a gap by one with a part of its own %s', async (_, startsOn, endsBefore) => {
    await record()
    done(await act(evolve.urn, 'take-part', { grantId: lambeth, startsOn, endsBefore }))
    done(await succeed(parkCampus, '2026-01-01'))
    service.pass(170 * 24 * 60)
    await openReturns(service.context)
    for (const period of ['FY2025-26-Q4', 'FY2026-27-Q1'])
      expect(await reportsOf(`${lambeth}-${period}`), period).toContain(`${evolve.urn} not-started`)
    done(await act(parkCampus, 'take-back'))
    expect(await partsOf(evolve.urn)).toEqual([[lambeth, startsOn, endsBefore]])
  })

  it('do not come to a return that RMEL has opened in part: nobody could fill the report', async () => {
    const id = 'APM-E09000007-FY2025-26-Q2'
    const before = await reportsOf(id)
    const reopening = {
      reason: 'The register was corrected.',
      locators: ['attendance@134643:mentored:2025-26'],
    }
    done(await step(await service.as('sam-whitfield'), id, 'reopen', reopening))
    const part = { grantId: camdens, startsOn: '2025-07-01', endsBefore: '2025-10-01' }
    expect(done(await act(parkCampus, 'take-part', part)).returns).toEqual([])
    expect((await reportsOf(id)).map((line) => line.slice(0, 6))).toEqual(
      before.map((line) => line.slice(0, 6)),
    )
  })

  it('come to a return with what was recorded while RMEL had it, once the borough takes it back', async () => {
    const { db } = service.database
    const filed = { status: 'submitted', submittedBy: 'ruth-okafor', takenBy: null, takenAt: null } as const
    await db.updateTable('returns').set(filed).where('id', '=', lambethNow).execute()
    const part = { grantId: lambeth, startsOn: '2025-10-01', endsBefore: null }
    expect(done(await act('134643', 'take-part', part)).returns).toEqual([])
    expect(await reportsOf(lambethNow)).not.toContain('134643 not-started')
    done(await step(await leadOf('E09000022'), lambethNow, 'withdraw'))
    expect(await reportsOf(lambethNow)).toContain('134643 not-started')
    const { detail } = await lastEvent(service, 'return.withdraw')
    expect(JSON.parse(detail)).toMatchObject({ returns: [{ returnId: lambethNow, opened: ['134643'] }] })
  })

  it('whose report goes take its questions with it, and their head is told why nothing is there', async () => {
    const [ruth, helen] = [await service.as('ruth-okafor'), await service.as('helen-achebe')]
    const url = `/api/setting-reports/${camden}/134643`
    const question = { locator: 'attendance@134643:mentored', question: 'Is it right?' }
    done(await ruth.post(`/api/returns/${camden}/queries`, question))
    const { returns } = done(await act('134643', 'close', { closedOn: '2025-09-30' }))
    expect(returns).toMatchObject([{ dropped: ['134643'], closedQuestions: 1 }])
    const { queries } = await see(ruth, camden)
    const asked = queries.filter(({ locator }: ReturnView['queries'][number]) => locator === question.locator)
    expect(asked.map(({ status }) => status)).toEqual(['closed'])
    const changes = [{ locator: question.locator, revision: 0, entries: { enrolments: '9' } }]
    for (const answer of [await helen.put(`${url}/figures`, { changes }), await helen.get(url)]) {
      expect(refusal(answer)).toBe('404 not-found')
      expect((answer.body as { detail?: string }).detail).toMatch(/closed, .* or another setting reports/)
    }
    const outside = await (await service.as('priya-nair')).get(url)
    expect((outside.body as { detail?: string }).detail).toBeUndefined()
  })
})

/** A return in which no report has been begun. */
async function blank({ database: { db } }: Service, id: string): Promise<void> {
  await db.deleteFrom('attendance_counts').where('returnId', '=', id).execute()
  await db.deleteFrom('attendance_pupils').where('returnId', '=', id).execute()
  await db.deleteFrom('data_points').where('returnId', '=', id).where('urn', 'is not', null).execute()
  const none = { status: 'not-started', signedOffBy: null, signedOffAt: null, missingReason: null } as const
  await db.updateTable('setting_reports').set(none).where('returnId', '=', id).execute()
  await db.updateTable('returns').set({ status: 'in-progress' }).where('id', '=', id).execute()
}

const lastEvent = ({ database: { db } }: Service, action: string) =>
  db
    .selectFrom('audit_events')
    .select(['subject', 'detail'])
    .where('action', '=', action)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
