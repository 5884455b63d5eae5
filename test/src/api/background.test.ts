/** What is logged of work in the background that failed: the reason, and nothing that a person typed. */
import { createLater } from '@inclusion/server/later'
import type { Context } from '@inclusion/server/context'
import { runService } from '@inclusion/server/run'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openService } from '../support/service.ts'

type Logged = { level: string; fields: string; message: string }

/** A log whose lines are kept as they would be written. */
function keptLog(): { log: Context['log']; lines: Logged[] } {
  const lines: Logged[] = []
  const level = (name: string) => (fields: unknown, message: string) =>
    void lines.push({ level: name, fields: JSON.stringify(fields), message })
  const log = { error: level('error'), warn: level('warn'), info: level('info') }
  return { log: log as unknown as Context['log'], lines }
}

describe('work in the background that fails', () => {
  afterEach(() => void vi.useRealTimers())

  it('leaves its reason in the log, without identifiers and without what the database adds', async () => {
    const { log, lines } = keptLog()
    const later = createLater(log)
    const refused = Object.assign(new Error('duplicate key of amy@school.org'), {
      detail: 'Key (name)=(B801200005001) already exists.',
      where: 'INSERT INTO people',
    })
    later.start(() => Promise.reject(refused))
    await later.stop()
    expect(lines).toHaveLength(1)
    const [{ fields, message }] = lines as [Logged]
    expect(message).toBe('Work in the background failed')
    expect(fields).toContain('duplicate key of')
    for (const kept of ['amy@school.org', 'B801200005001', 'INSERT']) expect(fields).not.toContain(kept)
  })

  it('says why also where what was thrown is no error', async () => {
    const { log, lines } = keptLog()
    const later = createLater(log)
    later.start(() => Promise.reject('The disk of amy@school.org is full'))
    await later.stop()
    expect(lines[0]!.fields).toContain('The disk of')
    expect(lines[0]!.fields).not.toContain('amy@school.org')
  })

  it('says why a step of the hourly round failed', async () => {
    const { log, lines } = keptLog()
    const service = await openService('SQLite')
    const { environment } = service.context
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const context = { ...service.context, log, environment: { ...environment, port: 0 } }
    const { stop } = await runService(context)
    await service.close()
    await vi.advanceTimersByTimeAsync(60 * 60 * 1000)
    const failed = 'A step of the hourly round failed'
    await vi.waitFor(() => expect(lines.map(({ message }) => message)).toContain(failed))
    const { fields } = lines.find(({ message }) => message === failed)!
    expect(fields).toMatch(/"message":"[^"]{10,}/)
    await stop()
  })

  it('comes up where one step of its round fails, and does the other steps', async () => {
    const { log, lines } = keptLog()
    const service = await openService('SQLite')
    const { db } = service.database
    const used = { key: 'used-in-january', route: '', bodyHash: '', response: 'null' }
    const key = { ...used, personId: 'ruth-okafor', createdAt: service.context.now() }
    await db.insertInto('idempotency_keys').values(key).execute()
    // No return can be opened: its tier is not known.
    await db.schema.dropTable('tier_thresholds').execute()
    service.pass(100 * 24 * 60)
    const { environment } = service.context
    const context = { ...service.context, log, environment: { ...environment, port: 0 } }
    const { stop } = await runService(context)
    expect(lines.find(({ message }) => message === 'A step of the hourly round failed')!.fields).toContain(
      '"step":"openReturns"',
    )
    const kept = await db.selectFrom('idempotency_keys').select('key').execute()
    expect(kept.map((each) => each.key)).not.toContain(used.key)
    await stop()
    await service.close()
  })
})
