/** A lead asks for an accepted return to be opened again; RMEL opens it or says why not; totals say which version they use. */
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { acceptIt, act, done, enter, explainAll, giveRole, refusal, see } from './support/filing.ts'

const period = 'FY2025-26-Q2'
/** Camden's, accepted as its first version. */
const camden = `APM-E09000007-${period}`
const parents = 'APM-OP8'
const reason = 'The partner sent a corrected count.'

describe.each(engines())('opening an accepted return again on %s', (engine) => {
  let service: Service
  let ruth: Client
  let leila: Client
  beforeEach(async () => {
    service = await openService(engine)
    const people = ['ruth-okafor', 'leila-haddad'].map((person) => service.as(person))
    ;[ruth, leila] = (await Promise.all(people)) as [Client, Client]
    await service.database.db.deleteFrom('outbox').execute()
  })
  afterEach(() => service.close())

  const ask = (client: Client, locators: string[] = [parents]) =>
    act(client, camden, 'ask-to-reopen', { reason, locators })
  const letters = async () =>
    (await service.database.db.selectFrom('outbox').select(['recipient', 'text']).execute()).map(
      ({ recipient, text }) => [recipient.split('@')[0], text] as const,
    )

  it('is asked for with the figures, once, and RMEL is written to', async () => {
    done(await ask(ruth))
    const { reopening, reopenRequest, actions } = await see(leila, camden)
    expect(reopening).toMatchObject({
      reason,
      locators: [parents],
      version: 1,
      outcome: null,
      answered: null,
    })
    expect([reopening!.asked.by, reopenRequest]).toEqual(['Ruth Okafor', reason])
    expect([actions.reopen, actions['decline-reopening']]).toEqual([null, null])
    const readers = (await letters()).map(([to]) => to)
    expect(new Set(readers)).toEqual(new Set(['leila-haddad', 'sam-whitfield']))
    expect(refusal(await ask(ruth))).toBe('409 reopening-asked-before')
  })

  it('is asked for on figures of the return alone', async () => {
    expect(refusal(await ask(ruth, ['CPD-OP1']))).toBe('422 figure-not-asked')
    expect((await see(ruth, camden)).reopening).toBeNull()
  })

  it('is declined with a reason that the lead sees and is written to about; then it may be asked for again', async () => {
    done(await ask(ruth))
    await service.database.db.deleteFrom('outbox').execute()
    const why = 'The count was corrected before it was signed.'
    done(await act(leila, camden, 'decline-reopening', { reason: why }))
    const { reopening, reopenRequest, status } = await see(ruth, camden)
    expect(reopening).toMatchObject({ outcome: 'declined', answer: why, answered: { by: 'Leila Haddad' } })
    expect([reopenRequest, status]).toEqual([null, 'accepted'])
    expect(await letters()).toEqual([['ruth-okafor', expect.stringContaining(why)]])
    const waiting = await leila.get<unknown[]>('/api/returns?reopenAsked=true')
    expect(done(waiting)).toEqual([])
    done(await ask(ruth))
  })

  it('opens the figures asked for or others, and answers the wish', async () => {
    done(await ask(ruth))
    done(await act(leila, camden, 'reopen', { reason: 'Hours are meant.', locators: ['APM-OP7'] }))
    const { reopening, unlocked, decisions, status } = await see(ruth, camden)
    expect([reopening!.outcome, status]).toEqual(['reopened', 'changes-requested'])
    expect([unlocked.includes('APM-OP7'), unlocked.includes(parents)]).toEqual([true, false])
    expect(decisions).toContainEqual(
      expect.objectContaining({ locator: 'APM-OP7', decision: 'request-change', note: 'Hours are meant.' }),
    )
    const review = await service.database.db
      .selectFrom('reviews')
      .selectAll()
      .where('returnId', '=', camden)
      .where('outcome', '=', 'reopened')
      .executeTakeFirstOrThrow()
    expect(review).toMatchObject({ evaluator: 'leila-haddad', version: 1, note: 'Hours are meant.' })
  })

  it('nobody answers their own wish, nor opens what they filed', async () => {
    await giveRole(service, 'ruth-okafor', { role: 'evaluator' })
    done(await ask(ruth))
    const declined = await act(ruth, camden, 'decline-reopening', { reason })
    expect(refusal(declined)).toBe('403 reviewer-filed-it')
    const opened = await act(ruth, camden, 'reopen', { reason, locators: [parents] })
    expect(refusal(opened)).toBe('403 reviewer-filed-it')
    const { db } = service.database
    const answered = { outcome: 'declined' as const, answer: reason, answeredBy: 'daniel-marsh' }
    await expect(db.updateTable('reopen_requests').set(answered).execute()).rejects.toThrow(
      'returns_reviewer_is_independent',
    )
    const wisher = { ...answered, answeredBy: 'ruth-okafor' }
    await expect(db.updateTable('reopen_requests').set(wisher).execute()).rejects.toThrow(
      /returns_reviewer_is_independent|answered_by_another/,
    )
    // Another lead of Camden, who filed nothing and reviews as well.
    await giveRole(service, 'sam-whitfield', { role: 'lead', gssCode: 'E09000007' })
    await db.deleteFrom('reopen_requests').execute()
    await db.updateTable('returns').set({ reopenRequest: null }).where('id', '=', camden).execute()
    const sam = await service.as('sam-whitfield')
    done(await ask(sam))
    const own = await act(sam, camden, 'decline-reopening', { reason })
    expect(refusal(own)).toBe('403 reopening-own-request')
  })

  describe('totals', () => {
    const standing = async () => {
      const url = `/api/programmes/APM?period=${period}`
      const { completeness, versionsUsed, indicators } = done(await leila.get<ProgrammeView>(url))
      const { version, newerUnderWay, hasAccepted } = completeness.find(
        ({ returnId }) => returnId === camden,
      )!
      const used = versionsUsed.find(
        ({ gssCode, periodId }) => gssCode === 'E09000007' && periodId === period,
      )
      const total = indicators.find(({ code }) => code === parents)!.period.value!
      return { version, newerUnderWay, hasAccepted, used: used?.version, total }
    }

    it('say which version they use, and that a newer one is under way, until it is accepted', async () => {
      const before = await standing()
      expect(before).toMatchObject({ version: 1, newerUnderWay: false, hasAccepted: true, used: 1 })
      done(await act(leila, camden, 'reopen', { reason, locators: [parents] }))
      expect(await standing()).toEqual({ ...before, newerUnderWay: true })

      const { figures } = (await see(ruth, camden)).checkInput
      const value = figures[parents]!.value! + 5
      done(await enter(ruth, camden, [{ locator: parents, entries: { value: String(value) } }]))
      await explainAll(ruth, camden)
      done(await act(ruth, camden, 'send-for-sign-off'))
      const daniel = await service.as('daniel-marsh')
      const { signingFindings } = await see(daniel, camden)
      const explanations = signingFindings
        .filter(({ severity }) => severity === 'explain')
        .map(({ check, locator }) => ({ check, locator: locator ?? '', reason: 'late-data', text: reason }))
      done(await act(daniel, camden, 'submit', { declared: true, explanations }))
      done(await act(leila, camden, 'take'))
      expect(await standing()).toEqual({ ...before, newerUnderWay: true })

      const review = await see(leila, camden)
      expect(review.versions.map(({ version }) => version)).toEqual([1, 2])
      await acceptIt(leila, camden)
      expect(await standing()).toEqual({
        ...before,
        ...{ version: 2, used: 2, total: before.total + 5 },
      })
    })
  })
})
