/** Reminders of due days: to whom it concerns, one letter a person a day, on working days in the morning. */
import { sendReminders } from '@inclusion/server/collection/remind'
import type { DueDayView } from '@inclusion/server/collection/extension-view'
import type { WindowsView } from '@inclusion/server/collection/windows-view'
import { verifyChain } from '@inclusion/server/trust/verify'
import { londonDate } from '@inclusion/shared/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { act, countEvents, done, giveRole, refusal } from './support/filing.ts'

const hackney = 'APM-E09000012-FY2025-26-Q3'
const camden = 'APM-E09000007-FY2025-26-Q3'
const period = { programme: 'APM', periodId: 'FY2025-26-Q3' }

describe.each(engines())('reminders on %s', (engine) => {
  let service: Service
  let leila: Client

  beforeEach(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
  })
  afterEach(() => service.close())

  /** Moves the clock on to a moment in UTC, which is London’s time in winter. */
  function goTo(moment: string): void {
    service.pass((Date.parse(`${moment}:00.000Z`) - Date.parse(service.context.now())) / 60_000)
  }
  const letters = async () =>
    (
      await service.database.db
        .selectFrom('outbox')
        .select(['recipient', 'subject', 'text'])
        .where('subject', 'like', 'Reminder:%')
        .where('sentAt', 'is', null)
        .orderBy('recipient')
        .execute()
    ).map(({ recipient, ...letter }) => ({ to: recipient.split('@')[0]!, ...letter }))
  const letterTo = async (person: string) => (await letters()).find(({ to }) => to === person)
  const remind = (client = leila) =>
    client.post<{ reminded: number; returns: number; detail?: string }>('/api/collection/reminders', period)

  it('come three working days before, from eight in the morning on, and once', async () => {
    goTo('2026-01-27T07:59')
    expect(await sendReminders(service.context)).toBe(0)
    goTo('2026-01-27T08:00')
    const queued = await sendReminders(service.context)
    expect(queued).toBeGreaterThan(20)
    goTo('2026-01-27T15:00')
    expect(await sendReminders(service.context)).toBe(0)
    const people = (await letters()).map(({ to }) => to)
    expect(people).toHaveLength(queued)
    expect(new Set(people).size).toBe(queued)
    goTo('2026-01-28T09:00')
    expect(await sendReminders(service.context)).toBe(0)
  })

  it('on a Sunday say of what was due on Saturday when that was, and nothing of working days since', async () => {
    goTo('2026-02-01T10:00')
    done(await remind())
    const { text } = (await letterTo('ruth-okafor'))!
    expect(text).toContain('It was due by the end of Saturday 31 January 2026. It is not finished.')
  })

  it('are one letter for all that waits for a person, and say what it waits for', async () => {
    await giveRole(service, 'tom-bennett', { role: 'lead', gssCode: 'E09000016', programme: 'APM' })
    goTo('2026-01-27T09:00')
    await sendReminders(service.context)
    const tom = (await letterTo('tom-bennett'))!
    expect(tom.subject).toBe('Reminder: 2 returns and reports wait for you')
    expect(tom.text).toContain(
      'Havering, AP/PRU Mentoring, October to December 2025 (2025-26 Q3)\nIt is due by',
    )
    expect(tom.text).toContain('Croydon, Inclusion CPD Grants')
    expect(tom.text).toContain('by the end of Saturday 31 January 2026, in 3 working days. ')
    const owen = (await letterTo('owen-clarke'))!
    expect(owen.text).toContain('It waits for you to sign it, or to send it back.')
    expect(owen.text).toContain(`/returns/${hackney}`)
    const helen = (await letterTo('helen-achebe'))!
    expect(helen.text).toContain(`/setting-reports/${camden}/134643`)
    expect(helen.text).not.toContain(`/setting-reports/${camden}/100006`)
    expect((await letterTo('ruth-okafor'))!.subject).toMatch(/^Reminder: Camden, AP\/PRU Mentoring/)
  })

  it('go to nobody whose part is done, who was extended, suspended, or has no role any more', async () => {
    const noor = await service.as('noor-rahman')
    done(await noor.post('/api/people/ruth-okafor/suspend'))
    done(await act(await service.as('owen-clarke'), hackney, 'submit', { declared: true }))
    await service.database.db
      .updateTable('memberships')
      .set({ endsBefore: '2026-01-27' })
      .where('personId', '=', 'helen-achebe')
      .execute()
    goTo('2026-01-27T09:00')
    await sendReminders(service.context)
    const all = await letters()
    const people = all.map(({ to }) => to)
    for (const person of ['ruth-okafor', 'owen-clarke', 'helen-achebe', 'leila-haddad'])
      expect(people).not.toContain(person)
    const text = all.map((letter) => letter.text).join()
    for (const id of [hackney, 'APM-E09000028', 'APM-E09000011', 'APM-E09000023', 'FY2025-26-Q2'])
      expect(text).not.toContain(id)
  })

  it('of an extended return come by its own day', async () => {
    goTo('2026-02-10T09:00')
    expect(await sendReminders(service.context)).toBeGreaterThan(0)
    for (const { text } of await letters()) expect(text).toContain('/returns/APM-E09000023-FY2025-26-Q3')
  })

  it('come on no weekend, and on the first working day after the due day', async () => {
    for (const moment of ['2026-01-31T09:00', '2026-02-01T09:00']) {
      goTo(moment)
      expect(await sendReminders(service.context)).toBe(0)
    }
    goTo('2026-02-02T09:00')
    expect(await sendReminders(service.context)).toBeGreaterThan(20)
    expect((await letterTo('tom-bennett'))!.text).toContain(
      'It was due by the end of Saturday 31 January 2026, 1 working day ago.',
    )
  })

  it('are one a person, though two rounds run at once; each in the trail, and the chain is whole', async () => {
    goTo('2026-01-27T09:00')
    const before = await countEvents(service)
    const queued = await Promise.all([1, 2, 3].map(() => sendReminders(service.context)))
    const people = (await letters()).map(({ to }) => to)
    expect(new Set(people).size).toBe(people.length)
    expect(queued.reduce((total, count) => total + count)).toBe(people.length)
    expect(await countEvents(service)).toBe(before + people.length)
    expect((await verifyChain(service.database.db)).broken).toBeNull()
  })

  it('can be sent to those who are late, at most once a day, and are seen where the return is', async () => {
    expect(refusal(await remind())).toBe('409 nobody-to-remind')
    goTo('2026-02-03T07:00')
    const { reminded, returns } = done(await remind())
    expect(returns).toBeGreaterThan(20)
    expect((await letters()).map(({ to }) => to)).toHaveLength(reminded)
    const again = await remind(await service.as('chloe-bright'))
    expect(refusal(again)).toBe('409 nobody-to-remind')
    expect(again.body.detail).toContain('reminded today already')
    const { reminders } = done(await leila.get<DueDayView>(`/api/collection/returns/${camden}`))
    expect(reminders[0]).toMatchObject({ on: '2026-02-03', by: 'Leila Haddad' })
    expect(reminders.at(-1)).toMatchObject({ on: '2026-01-16', by: null })
    goTo('2026-02-04T09:00')
    expect(done(await remind()).reminded).toBe(reminded)
  })

  it('sent by hand hold what the day would have reminded of, so that nothing is lost', async () => {
    await giveRole(service, 'ruth-okafor', { role: 'lead', gssCode: 'E09000023' })
    goTo('2026-02-10T07:00')
    done(await remind())
    goTo('2026-02-10T08:30')
    await sendReminders(service.context)
    const all = await letters()
    expect(all.filter(({ to }) => to === 'ruth-okafor')).toHaveLength(1)
    expect((await letterTo('ruth-okafor'))!.text).toContain('/returns/APM-E09000023-FY2025-26-Q3')
  })

  it('come on the days of the rows, which can be changed', async () => {
    const windows = async () => done(await leila.get<WindowsView>('/api/collection/windows'))
    expect((await windows()).reminderDays).toEqual([-10, -3, 1, 5, 10])
    const put = (client: Client, days: unknown) => client.put('/api/collection/reminder-days', { days })
    for (const days of [[1, 1], [99], ['1'], 3])
      expect(refusal(await put(leila, days))).toBe('400 invalid-request')
    expect(refusal(await put(await service.as('ruth-okafor'), [1]))).toBe('403 not-yours-to-do')
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    expect(refusal(await put(await service.as('marcus-lee'), [1]))).toBe('403 not-yours-to-do')
    done(await put(leila, [2, -1]))
    expect((await windows()).reminderDays).toEqual([-1, 2])
    goTo('2026-01-27T09:00')
    expect(await sendReminders(service.context)).toBe(0)
    goTo('2026-01-29T09:00')
    expect(londonDate(service.context.now())).toBe('2026-01-29')
    expect(await sendReminders(service.context)).toBeGreaterThan(20)
    done(await put(leila, []))
    goTo('2026-02-03T09:00')
    expect(await sendReminders(service.context)).toBe(0)
  })
})
