/** A trail that somebody tampered with in the database: changed, taken out or put elsewhere, and the first break is told. */
import { verifyChain } from '@inclusion/server/trust/verify'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Service } from '../support/service.ts'
import { countEvents } from './support/filing.ts'

describe.each(engines())('with the guard taken away, the chain says where, on %s:', (engine) => {
  let service: Service

  beforeEach(async () => {
    service = await openService(engine)
    const names =
      engine === 'SQLite' ? ['audit_events_no_update', 'audit_events_no_delete'] : ['audit_events_no_change']
    for (const name of names) {
      const on = engine === 'SQLite' ? sql`` : sql` ON audit_events`
      await sql`DROP TRIGGER ${sql.id(name)}${on}`.execute(service.database.db)
    }
  })
  afterEach(() => service.close())

  const events = () =>
    service.database.db.selectFrom('audit_events').selectAll().orderBy('position').execute()
  const change = (position: number, set: object) =>
    service.database.db.updateTable('audit_events').set(set).where('position', '=', position).execute()
  const remove = (position: number) =>
    service.database.db.deleteFrom('audit_events').where('position', '=', position).execute()
  const verify = () => verifyChain(service.database.db)

  it.each([
    { detail: '{}' },
    { personId: 'marcus-lee' },
    { at: '2020-01-01T00:00:00.000Z' },
    { action: 'x' },
  ])('an event was changed: %o', async (set) => {
    await change(1234, set)
    expect(await verify()).toMatchObject({
      events: 1233,
      broken: { position: 1234, why: 'its content was changed' },
    })
  })

  it('an event was written anew, with a hash of its own', async () => {
    await change(1234, { hash: 'f'.repeat(64) })
    expect((await verify()).broken?.position).toBe(1234)
    const { hash } = (await events())[1232]!
    await change(1235, { previousHash: hash })
    await remove(1234)
    await change(1235, { position: 1234 })
    expect(await verify()).toMatchObject({
      events: 1233,
      broken: { position: 1234, why: 'its content was changed' },
    })
  })

  it('two events changed places, or an old one was put in between', async () => {
    const [one, other] = [(await events())[1233]!, (await events())[1234]!]
    await change(1234, { position: 999_999 })
    await change(1235, { position: 1234 })
    await change(999_999, { position: 1235 })
    const why = 'it does not follow the one before it'
    expect((await verify()).broken).toEqual({ position: 1234, at: other.at, why })
    await change(1234, { position: 999_999 })
    await change(1235, { position: 1234 })
    await change(999_999, { position: 1235 })
    expect((await verify()).broken).toBeNull()
    await change(1234, { detail: other.detail, action: other.action, at: one.at })
    expect((await verify()).broken).toMatchObject({ position: 1234, at: one.at })
  })

  it('and the page is told the same, with the number, the time and what is wrong', async () => {
    await change(1234, { action: 'x' })
    const noor = await service.as('noor-rahman')
    const { at } = (await events())[1233]!
    const broken = { position: 1234, at, why: 'its content was changed' }
    expect((await noor.post('/api/audit/verify')).body).toMatchObject({ events: 1233, broken })
    expect((await noor.get('/api/audit/choices')).body).toMatchObject({
      verified: { by: 'Noor Rahman', events: 1233, broken },
    })
  })

  it('an event was taken out, at the beginning, in the middle or at the end', async () => {
    const last = await countEvents(service)
    await remove(last)
    expect(await verify()).toMatchObject({
      broken: { position: last, why: 'the last events were removed' },
    })
    await remove(1000)
    expect(await verify()).toMatchObject({ broken: { position: 1000, why: 'an event is missing' } })
    await remove(1)
    expect(await verify()).toMatchObject({ broken: { position: 1, why: 'an event is missing' } })
  })

  it('the trail was cut short, and its head with it: told by what was kept elsewhere', async () => {
    const { events: length, hash } = await verify()
    const kept = { position: length, hash }
    const { db } = service.database
    expect((await verifyChain(db, kept)).broken).toBeNull()
    await remove(length)
    const last = (await events()).at(-1)!
    await db.updateTable('audit_head').set({ position: last.position, hash: last.hash }).execute()
    expect((await verify()).broken).toBeNull()
    expect((await verifyChain(db, kept)).broken).toMatchObject({
      position: length,
      why: 'the last events were removed',
    })
    await service.as('noor-rahman').then((noor) => noor.post('/api/audit/verify'))
    expect((await verify()).broken).toBeNull()
    expect((await verifyChain(db, kept)).broken).toMatchObject({
      position: length,
      why: 'it is not the one whose hash was kept: the trail was written anew',
    })
  })
})
