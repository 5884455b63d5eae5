/** Health: whether the service reaches its database, for whoever watches it. */
import { describe, expect, it } from 'vitest'
import { engines, openService } from '../support/service.ts'

describe.each(engines())('health on %s', (engine) => {
  it('says that all is well, on which database, in which version', async () => {
    const service = await openService(engine)
    const { status, body, headers } = await service.stranger.get('/api/health')
    const database = engine === 'SQLite' ? 'sqlite' : 'postgres'
    expect([status, body]).toEqual([200, { status: 'ok', database, version: service.context.version }])
    expect(headers.get('cache-control')).toBe('no-store')
    await service.close()
  })

  it('says so when the database is gone, and other requests are refused with a sentence', async () => {
    const service = await openService(engine)
    const ruth = await service.as('ruth-okafor')
    const { close } = service
    await close()
    const { status, body } = await service.stranger.get('/api/health')
    expect({ status, body }).toMatchObject({ status: 503, body: { status: 'unavailable' } })
    const refused = await ruth.get<{ type: string }>('/api/returns')
    expect([refused.status >= 500, refused.headers.get('content-type')]).toEqual([
      true,
      'application/problem+json',
    ])
  })
})
