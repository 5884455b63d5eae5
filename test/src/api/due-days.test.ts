/** Due days that move: an extension of one return, a window for all. What was filed keeps the day it was filed under. */
import type { DueDayView } from '@inclusion/server/collection/extension-view'
import type { CollectionView } from '@inclusion/server/collection/view'
import type { WindowsView } from '@inclusion/server/collection/windows-view'
import type { HomeView } from '@inclusion/server/home/routes'
import { openReturns } from '@inclusion/server/returns/open'
import type { ReceiptView } from '@inclusion/server/returns/receipt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { act, camden, countEvents, done, refusal, see } from './support/filing.ts'

const hackney = 'APM-E09000012-FY2025-26-Q3'
const southwark = 'APM-E09000028-FY2025-26-Q3'
const reason = 'Hackney asked on 19 January: a register is not whole yet.'
const day = 24 * 60

const grant = (client: Client, returnId: string, dueOn: string) =>
  client.post<{ extensionId: string; dueOn: string }>(`/api/collection/returns/${returnId}/extensions`, {
    dueOn,
    reason,
  })
const dueDay = async (client: Client, returnId: string): Promise<DueDayView> =>
  done(await client.get<DueDayView>(`/api/collection/returns/${returnId}`))
const windowsOf = async (client: Client, programme = 'APM'): Promise<WindowsView> =>
  done(await client.get<WindowsView>(`/api/collection/windows?programme=${programme}`))
const lateChecks = async (client: Client): Promise<string[]> =>
  (await see(client, hackney)).signingFindings.map(({ check }) => check)

describe.each(engines())('due days on %s', (engine) => {
  let service: Service
  let chloe: Client
  let owen: Client
  let priya: Client

  beforeEach(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
    owen = await service.as('owen-clarke')
    priya = await service.as('priya-nair')
  })
  afterEach(() => service.close())

  const letters = async (subject: string) =>
    service.database.db
      .selectFrom('outbox')
      .select(['recipient', 'text'])
      .where('subject', 'like', `${subject}%`)
      .where('sentAt', 'is', null)
      .orderBy('recipient')
      .execute()
  const granted = async (returnId: string, dueOn: string) => {
    const answer = await grant(chloe, returnId, dueOn)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.extensionId
  }
  const move = async (
    client: Client,
    periodId: string,
    to: { opensOn: string; dueOn: string; revision?: number },
  ) => client.put(`/api/collection/windows/APM/${periodId}`, { revision: 0, reason, ...to })

  it('extended, are another day everywhere: on the return, at home, in letters and to the checks', async () => {
    await granted(hackney, '2026-02-10')
    const view = await see(priya, hackney)
    expect(view).toMatchObject({ dueOn: '2026-02-10', extendedFrom: '2026-01-31', daysLeft: 21 })
    expect(view.extension).toMatchObject({ dueOn: '2026-02-10', reason, by: 'Chloe Bright', ended: null })
    const home = done(await priya.get<HomeView>('/api/home'))
    expect(home.returns.find(({ id }) => id === hackney)).toMatchObject({ dueOn: '2026-02-10' })
    const list = done(await chloe.get<{ id: string; dueOn: string }[]>('/api/returns?period=FY2025-26-Q3'))
    expect(list.find(({ id }) => id === hackney)?.dueOn).toBe('2026-02-10')
    expect(list.find(({ id }) => id === camden)?.dueOn).toBe('2026-01-31')
    const written = await letters('Extended:')
    expect(written.map(({ recipient }) => recipient.split('@')[0])).toEqual(['owen-clarke', 'priya-nair'])
    expect(written[0]!.text).toContain(
      'now due by the end of Tuesday 10 February 2026, not Saturday 31 January',
    )
    expect(written[0]!.text).toContain(reason)
    service.pass(15 * day)
    expect((await see(priya, hackney)).daysLeft).toBe(6)
    expect(await lateChecks(owen)).not.toContain('2.1')
    service.pass(7 * day)
    expect((await see(priya, hackney)).daysLeft).toBe(-1)
    expect(await lateChecks(owen)).toContain('2.1')
  })

  it('can be extended after the due day too: the return is in time until the new one', async () => {
    service.pass(14 * day)
    expect(await lateChecks(owen)).toContain('2.1')
    await granted(hackney, '2026-02-06')
    expect(await lateChecks(owen)).not.toContain('2.1')
    done(await act(owen, hackney, 'submit', { declared: true }))
    const receipt = done(await priya.get<ReceiptView>(`/api/returns/${hackney}/receipt`))
    expect(receipt.dueOn).toBe('2026-02-06')
  })

  it('count by the latest extension, which can be shorter; one at most is in force', async () => {
    const first = await granted(hackney, '2026-02-20')
    service.pass(1)
    await granted(hackney, '2026-02-10')
    expect((await see(priya, hackney)).dueOn).toBe('2026-02-10')
    const { extensions } = await dueDay(chloe, hackney)
    expect(extensions.map(({ dueOn, ended }) => [dueOn, ended?.reason ?? null, ended === null])).toEqual([
      ['2026-02-10', null, true],
      ['2026-02-20', null, false],
    ])
    const path = `/api/collection/returns/${hackney}/extensions`
    const why = { reason: 'The register came in after all.' }
    expect(refusal(await chloe.post(`${path}/${first}/end`, why))).toBe('409 extension-ended')
    done(await chloe.post(`${path}/${extensions[0]!.id}/end`, why))
    expect(await see(priya, hackney)).toMatchObject({
      ...{ dueOn: '2026-01-31', extendedFrom: null, extension: null, daysLeft: 11 },
    })
    expect((await letters('Extension ended:'))[0]!.text).toContain(
      'It is due by the end of Saturday 31 January',
    )
    expect(refusal(await chloe.post(`${path}/nothing/end`, why))).toBe('404 not-found')
  })

  it('extended by two people at once, are one of the two', async () => {
    const leila = await service.as('leila-haddad')
    const answers = await Promise.all([
      grant(chloe, hackney, '2026-02-10'),
      grant(leila, hackney, '2026-02-12'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const { extensions, dueOn } = await dueDay(chloe, hackney)
    const inForce = extensions.filter(({ ended }) => ended === null)
    expect(inForce.map((each) => each.dueOn)).toEqual([dueOn])
  })

  it('cannot be extended for what was filed, nor to a day that makes no sense, nor by just anybody', async () => {
    const others = [priya, owen, await service.as('noor-rahman')]
    const before = await countEvents(service)
    expect(refusal(await grant(chloe, southwark, '2026-02-10'))).toBe('409 return-was-filed')
    expect(refusal(await grant(chloe, hackney, '2026-01-31'))).toBe('400 invalid-request')
    expect(refusal(await grant(chloe, hackney, '2026-08-30'))).toBe('400 invalid-request')
    const noReason = { dueOn: '2026-02-10', reason: 'Because' }
    expect(refusal(await chloe.post(`/api/collection/returns/${hackney}/extensions`, noReason))).toBe(
      '400 invalid-request',
    )
    for (const other of others)
      expect(refusal(await grant(other, hackney, '2026-02-10'))).toBe('403 not-yours-to-do')
    expect(await countEvents(service)).toBe(before)
  })

  it('stay what they were for what was filed, whatever moves afterwards', async () => {
    const rows = await service.database.db
      .selectFrom('returns')
      .select(['id', 'dueWhenFiled'])
      .where('status', 'in', ['submitted', 'accepted'])
      .execute()
    expect(rows.filter(({ dueWhenFiled }) => dueWhenFiled === null)).toEqual([])
    const late = 'APM-E09000014-FY2025-26-Q2'
    const scoreOf = async () => done(await chloe.get(`/api/returns/${late}/score`))
    const before = await scoreOf()
    await service.database.db
      .updateTable('collection_windows')
      .set({ dueOn: '2026-03-31' })
      .where('periodId', '=', 'FY2025-26-Q2')
      .execute()
    expect(await scoreOf()).toEqual(before)
    expect((await see(chloe, late)).dueOn).toBe('2025-10-31')
  })

  it('of a window move for all who have not filed, and each lead gets one letter', async () => {
    await granted(camden, '2026-02-20')
    done(await move(chloe, 'FY2025-26-Q3', { opensOn: '2026-01-01', dueOn: '2026-02-09' }))
    expect(await see(priya, hackney)).toMatchObject({ dueOn: '2026-02-09', extendedFrom: null })
    expect((await see(chloe, camden)).dueOn).toBe('2026-02-20')
    expect((await see(chloe, southwark)).dueOn).toBe('2026-01-31')
    const written = await letters('New due day:')
    const people = written.map(({ recipient }) => recipient.split('@')[0])
    expect(people).toContain('priya-nair')
    expect(people).not.toContain('ruth-okafor')
    expect(new Set(people).size).toBe(people.length)
    const ofPriya = written.find(({ recipient }) => recipient.startsWith('priya'))!.text
    expect(ofPriya).toContain('now due by the end of Monday 9 February 2026, not Saturday 31 January 2026')
    expect(ofPriya).toContain(`/returns/${hackney}`)
    const window = (await windowsOf(chloe)).windows.find(({ periodId }) => periodId === 'FY2025-26-Q3')!
    expect(window).toMatchObject({ dueOn: '2026-02-09', revision: 1, state: 'open' })
    expect(window.changes[0]).toMatchObject({ reason, by: 'Chloe Bright', dueOnBefore: '2026-01-31' })
  })

  it('of a window move, and a return that was extended is told of by its own days', async () => {
    await granted(hackney, '2026-02-10')
    const opensOn = '2026-01-01'
    const toldPriya = async () => {
      const written = await letters('New due day:')
      return written.filter(({ recipient }) => recipient.startsWith('priya')).map(({ text }) => text)
    }
    done(await move(chloe, 'FY2025-26-Q3', { opensOn, dueOn: '2026-02-27' }))
    expect((await see(priya, hackney)).dueOn).toBe('2026-02-27')
    expect(await toldPriya()).toEqual([
      expect.stringContaining(
        'was due by the end of Tuesday 10 February 2026, and is now due by the end of Friday 27',
      ),
    ])
    await service.database.db.deleteFrom('outbox').execute()
    done(await move(chloe, 'FY2025-26-Q3', { opensOn, dueOn: '2026-01-31', revision: 1 }))
    expect((await see(priya, hackney)).dueOn).toBe('2026-02-10')
    expect(await toldPriya()).toEqual([
      expect.stringContaining('and is now due by the end of Tuesday 10 February 2026'),
    ])
  })

  it('of a window move sooner, and who had filed was not extended', async () => {
    done(await move(chloe, 'FY2025-26-Q3', { opensOn: '2026-01-01', dueOn: '2026-01-25' }))
    expect(await see(chloe, southwark)).toMatchObject({
      ...{ dueOn: '2026-01-31', extendedFrom: null, extension: null },
    })
    expect(await dueDay(chloe, southwark)).toMatchObject({ dueOn: '2026-01-31', extendedFrom: null })
    const extended = await chloe.get<CollectionView>('/api/collection?status=extended')
    expect(done(extended).rows.map(({ name }) => name)).toEqual(['Lewisham'])
  })

  it('of a window that has opened cannot open later; one to come can, and opens on its new day', async () => {
    const refusedField = async (to: { opensOn: string; dueOn: string }, periodId = 'FY2025-26-Q3') => {
      const { status, body } = await move(chloe, periodId, {
        ...to,
        revision: periodId.endsWith('Q4') ? 1 : 0,
      })
      expect(status).toBe(400)
      return (body as { errors: { field: string }[] }).errors[0]!.field
    }
    expect(await refusedField({ opensOn: '2026-01-25', dueOn: '2026-02-28' })).toBe('opensOn')
    expect(await refusedField({ opensOn: '2026-01-01', dueOn: '2026-01-10' })).toBe('dueOn')
    expect(await refusedField({ opensOn: '2026-01-01', dueOn: '2026-01-31' })).toBe('dueOn')
    expect(await refusedField({ opensOn: '2026-01-10', dueOn: '2026-05-08' }, 'FY2025-26-Q4')).toBe('opensOn')
    expect(await refusedField({ opensOn: '2026-05-09', dueOn: '2026-05-08' }, 'FY2025-26-Q4')).toBe('dueOn')
    const sooner = { opensOn: '2026-03-30', dueOn: '2026-05-08', revision: 1 }
    done(await move(chloe, 'FY2025-26-Q4', sooner))
    expect(await letters('New due day:')).toEqual([])
    service.pass(69 * day)
    expect((await openReturns(service.context)).filter((id) => id.startsWith('APM'))).toHaveLength(32)
  })

  it('of a window that opens for two processes at once open each return once, and neither fails', async () => {
    service.pass(71 * day)
    const both = await Promise.all([openReturns(service.context), openReturns(service.context)])
    const opened = both.flat().filter((id) => id.startsWith('APM'))
    expect(opened).toHaveLength(32)
    expect(new Set(opened).size).toBe(32)
    const events = await service.database.db
      .selectFrom('audit_events')
      .select('subject')
      .where('action', '=', 'return.open')
      .where('subject', 'in', opened)
      .execute()
    expect(events).toHaveLength(32)
  })

  it('of a window are moved by one person at a time, while it is not closed, by those who may', async () => {
    const to = { opensOn: '2026-01-01', dueOn: '2026-02-09' }
    const leila = await service.as('leila-haddad')
    const answers = await Promise.all([move(chloe, 'FY2025-26-Q3', to), move(leila, 'FY2025-26-Q3', to)])
    expect(answers.map(refusal).toSorted()).toEqual(['200 ', '409 window-changed'])
    const closed = { opensOn: '2025-10-01', dueOn: '2026-02-09' }
    expect(refusal(await move(chloe, 'FY2025-26-Q2', closed))).toBe('409 window-closed')
    expect(refusal(await move(chloe, 'FY2019-20-Q2', closed))).toBe('404 not-found')
    for (const person of ['noor-rahman', 'priya-nair'])
      expect(refusal(await move(await service.as(person), 'FY2025-26-Q3', { ...to, revision: 1 }))).toBe(
        '403 not-yours-to-do',
      )
  })
})
