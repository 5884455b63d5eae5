/** Service levels: shown to RMEL, set from a day on by who runs the collection; a return keeps the one of its day. */
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import type { ServiceLevelsView } from '@inclusion/server/reviews/queue/level-routes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { done, giveRole, refusal } from './support/filing.ts'

const day = 24 * 60

describe.each(engines())('service levels on %s', (engine) => {
  let service: Service
  let leila: Client

  beforeEach(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
  })
  afterEach(() => service.close())

  const set = (client: Client, programme: string | null, workingDays: unknown, startsOn: string) =>
    client.post('/api/service-levels', { programme, workingDays, startsOn })
  const view = async () => done(await leila.get<ServiceLevelsView>('/api/service-levels'))
  const queue = async (query = '') => done(await leila.get<QueueView>(`/api/review-queue?period=all${query}`))
  const allowedNow = async () =>
    Object.fromEntries((await queue()).lines.flatMap(({ id, age }) => (age ? [[id, age.allowed]] : [])))
  const overNow = async () => (await queue('&over=true')).lines.map(({ id }) => id).toSorted()

  it('count for what is submitted from their day on, and leave what was submitted before', async () => {
    expect((await view()).levels).toMatchObject([{ programme: null, workingDays: 10, stands: 'in-force' }])
    const [before, over] = [await allowedNow(), await overNow()]
    expect(Object.values(before)).toContain(10)
    done(await set(leila, null, 1, '2026-01-20'))
    done(await set(leila, 'CPD', 3, '2026-02-02'))
    expect((await view()).levels).toMatchObject([
      { programme: 'CPD', workingDays: 3, startsOn: '2026-02-02', stands: 'to-come' },
      { programme: null, workingDays: 1, startsOn: '2026-01-20', stands: 'in-force' },
      { programme: null, workingDays: 10, stands: 'over' },
    ])
    expect(await allowedNow()).toEqual(before)
    expect(await overNow()).toEqual(over)
    expect((await queue()).serviceLevels).toEqual({ '': 1 })
  })

  it('say who is over by the level of the day of submission, in the queue and in its filter', async () => {
    const db = service.context.db
    const [old, fresh] = (await queue('&review=thought')).lines.filter(({ age }) => age !== null)
    const submit = (id: string, at: string) =>
      db.updateTable('returns').set({ submittedAt: at }).where('id', '=', id).execute()
    done(await set(leila, null, 2, '2026-01-26'))
    service.pass(10 * day)
    await submit(old!.id, '2026-01-23T10:00:00.000Z')
    await submit(fresh!.id, '2026-01-26T10:00:00.000Z')
    const lines = new Map((await queue()).lines.map((line) => [line.id, line]))
    expect(lines.get(old!.id)!.age).toMatchObject({ allowed: 10, isOver: false })
    expect(lines.get(fresh!.id)!.age).toMatchObject({ allowed: 2, isOver: true })
    const over = await overNow()
    expect(over).toContain(fresh!.id)
    expect(over).not.toContain(old!.id)
    expect(over).toEqual([...lines.values()].flatMap(({ id, age }) => (age?.isOver ? [id] : [])).toSorted())
  })

  it('are set from today on, by those who run that collection, each on record; the same day puts it right', async () => {
    expect(refusal(await set(leila, null, 5, '2026-01-19'))).toBe('400 invalid-request')
    expect(refusal(await set(leila, null, 0, '2026-02-01'))).toBe('400 invalid-request')
    expect(refusal(await set(leila, 'XYZ', 5, '2026-02-01'))).toBe('400 invalid-request')
    expect(refusal(await set(await service.as('grace-adeyemi'), null, 5, '2026-02-01'))).toBe(
      '403 not-yours-to-do',
    )
    await giveRole(service, 'marcus-lee', { role: 'programme-manager', programme: 'CPD' })
    const marcus = await service.as('marcus-lee')
    expect(refusal(await set(marcus, null, 5, '2026-02-01'))).toBe('403 not-yours-to-do')
    expect(refusal(await set(marcus, 'APM', 5, '2026-02-01'))).toBe('403 not-yours-to-do')
    done(await set(marcus, 'CPD', 5, '2026-02-01'))
    done(await set(marcus, 'CPD', 6, '2026-02-01'))
    const own = (await view()).levels.filter(({ programme }) => programme === 'CPD')
    expect(own).toMatchObject([{ workingDays: 6 }])
    const events = await service.context.db
      .selectFrom('audit_events')
      .select(['personId', 'subject', 'detail'])
      .where('action', '=', 'service-level.set')
      .execute()
    expect(events).toHaveLength(2)
    expect(events[1]).toMatchObject({ personId: 'marcus-lee', subject: 'service-level:CPD' })
    expect(JSON.parse(events[1]!.detail)).toEqual({
      programme: 'CPD',
      workingDays: 6,
      startsOn: '2026-02-01',
    })
  })
})
