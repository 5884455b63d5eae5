/** What the database itself refuses of settings, whatever the code does. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Service } from '../support/service.ts'

describe.each(engines())('settings on %s', (engine) => {
  let service: Service

  beforeEach(async () => {
    service = await openService(engine)
  })
  afterEach(() => service.close())

  it.each([
    ['a successor without a day', { successorUrn: '134643', succeededOn: null }],
    ['a day without a successor', { successorUrn: null, succeededOn: '2025-09-01' }],
    ['itself as its successor', { successorUrn: '100006', succeededOn: '2025-09-01' }],
    ['a successor that is not recorded', { successorUrn: '999999', succeededOn: '2025-09-01' }],
  ])('have not %s', async (_, part) => {
    const { db } = service.database
    const update = db.updateTable('settings').set(part).where('urn', '=', '100006').execute()
    await expect(update).rejects.toThrow(/constraint/i)
  })

  it('take part until the day they began, which is no part, and never until an earlier one', async () => {
    const { db } = service.database
    const ending = (endsBefore: string) =>
      db.updateTable('grant_settings').set({ endsBefore }).where('urn', '=', '100006').execute()
    const { startsOn } = await db
      .selectFrom('grant_settings')
      .select('startsOn')
      .where('urn', '=', '100006')
      .executeTakeFirstOrThrow()
    await ending(startsOn)
    await expect(ending('2000-01-01')).rejects.toThrow(/constraint/i)
  })
})
