/** A review passes from one evaluator to another, or back to the queue, with everything that belongs to it. */
import { handOverAll } from '@inclusion/server/reviews/hand-over'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { act, done, giveRole, refusal, see } from './support/filing.ts'

const hackney = 'APM-E09000012-FY2025-26-Q3'

describe.each(engines())('handing over on %s', (engine) => {
  let service: Service
  let leila: Client
  let sam: Client
  beforeEach(async () => {
    service = await openService(engine)
    const [owen, ...evaluators] = await Promise.all(
      ['owen-clarke', 'leila-haddad', 'sam-whitfield'].map((person) => service.as(person)),
    )
    ;[leila, sam] = evaluators as [Client, Client]
    done(await act(owen!, hackney, 'submit', { declared: true }))
    done(await act(leila, hackney, 'take'))
    await service.database.db.deleteFrom('outbox').execute()
  })
  afterEach(() => service.close())

  const rows = {
    reviews: () =>
      service.database.db
        .selectFrom('reviews')
        .select(['id', 'evaluator', 'outcome', 'endedAt'])
        .where('returnId', '=', hackney)
        .execute(),
    history: () =>
      service.database.db
        .selectFrom('review_hand_overs')
        .select(['fromPerson', 'toPerson', 'reason', 'handedBy'])
        .where('returnId', '=', hackney)
        .orderBy('handedAt')
        .orderBy('id')
        .execute(),
    letters: async () => {
      const letters = await service.database.db
        .selectFrom('outbox')
        .select(['recipient', 'subject'])
        .execute()
      return letters
        .map(({ recipient }) => recipient.replace(/@.*/, ''))
        .toSorted((left, right) => left.localeCompare(right))
    },
  }

  it('gives it to another evaluator, who is written to and decides from then on', async () => {
    done(await act(leila, hackney, 'hand-over', { to: 'sam-whitfield' }))
    expect((await see(sam, hackney)).taken).toMatchObject({ by: 'Sam Whitfield' })
    expect(await rows.letters()).toEqual(['sam-whitfield'])
    expect(await rows.reviews()).toMatchObject([{ evaluator: 'sam-whitfield', outcome: null, endedAt: null }])
    expect(await rows.history()).toEqual([
      { fromPerson: 'leila-haddad', toPerson: 'sam-whitfield', reason: null, handedBy: 'leila-haddad' },
    ])
    expect(refusal(await act(leila, hackney, 'accept', {}))).toBe('409 review-not-taken')
    const event = await service.database.db
      .selectFrom('audit_events')
      .selectAll()
      .where('action', '=', 'return.hand-over')
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({ personId: 'leila-haddad', subject: hackney })
    expect(JSON.parse(event.detail)).toMatchObject({ holderBefore: 'leila-haddad', holder: 'sam-whitfield' })
  })

  it.each(['sam-whitfield', 'noor-rahman'])('%s passes on what another holds, and says why', async (who) => {
    const other = await service.as(who)
    const silent = await act(other, hackney, 'hand-over', { to: 'sam-whitfield' })
    expect(refusal(silent)).toBe('400 invalid-request')
    expect(silent.body['errors']).toMatchObject([{ field: 'reason' }])
    done(await act(other, hackney, 'hand-over', { to: 'sam-whitfield', reason: 'She is away.' }))
    expect(await rows.letters()).toEqual(
      who === 'sam-whitfield' ? ['leila-haddad'] : ['leila-haddad', 'sam-whitfield'],
    )
    expect(await rows.history()).toMatchObject([{ handedBy: who, reason: 'She is away.' }])
  })

  it('back in the queue it can be taken again, or taken back by the borough', async () => {
    done(await act(leila, hackney, 'hand-over', { to: null }))
    expect((await see(sam, hackney)).taken).toBeNull()
    done(await act(sam, hackney, 'take'))
    const [first, second] = await rows.reviews()
    expect(first).toMatchObject({ evaluator: 'leila-haddad', outcome: null })
    expect(first!.endedAt).not.toBeNull()
    expect(second).toMatchObject({ evaluator: 'sam-whitfield', endedAt: null })
    done(await act(sam, hackney, 'hand-over', { to: null }))
    done(await act(await service.as('priya-nair'), hackney, 'withdraw'))
  })

  it.each(['chloe-bright', 'priya-nair', 'nobody-at-all'])('never to %s, who reviews nothing', async (to) => {
    const answer = await act(leila, hackney, 'hand-over', { to })
    expect(refusal(answer)).toBe('422 holder-cannot-review')
    expect(await rows.history()).toEqual([])
  })

  it('never to somebody who filed it: the act refuses, and the database', async () => {
    await giveRole(service, 'owen-clarke', { role: 'evaluator' })
    await giveRole(service, 'owen-clarke', { role: 'administrator' })
    const offered = await leila.get<{ personId: string }[]>(`/api/returns/${hackney}/evaluators`)
    expect(done(offered).map(({ personId }) => personId)).toEqual(['sam-whitfield'])
    const answer = await act(leila, hackney, 'hand-over', { to: 'owen-clarke' })
    expect(refusal(answer)).toBe('422 holder-cannot-review')
    const owen = await service.as('owen-clarke')
    const own = { to: 'sam-whitfield', reason: 'Somebody quicker.' }
    expect(refusal(await act(owen, hackney, 'hand-over', own))).toBe('403 reviewer-filed-it')

    const { db } = service.database
    const filer = { takenBy: 'owen-clarke' }
    const held = db.updateTable('returns').set(filer).where('id', '=', hackney).execute()
    await expect(held).rejects.toThrow('returns_reviewer_is_independent')
    const reviewed = db.updateTable('reviews').set({ evaluator: 'owen-clarke' }).execute()
    await expect(reviewed).rejects.toThrow('returns_reviewer_is_independent')
    const [review] = await rows.reviews()
    const history = {
      ...{ id: 'one', reviewId: review!.id, returnId: hackney, fromPerson: 'leila-haddad', reason: null },
      ...{ toPerson: 'owen-clarke', handedBy: null, handedAt: service.context.now() },
    }
    const handed = db.insertInto('review_hand_overs').values(history).execute()
    await expect(handed).rejects.toThrow('returns_reviewer_is_independent')
  })

  it('what was handed over is never rewritten', async () => {
    done(await act(leila, hackney, 'hand-over', { to: 'sam-whitfield' }))
    const { db } = service.database
    await expect(db.deleteFrom('review_hand_overs').execute()).rejects.toThrow('never changed')
  })

  describe('when somebody leaves', () => {
    const leave = (to: string | null) =>
      service.database.db.transaction().execute(async (trx) => {
        const ended = trx.updateTable('memberships').set({ endsBefore: '2026-01-20' })
        await ended.where('personId', '=', 'leila-haddad').execute()
        const reason = 'Leila Haddad has left RMEL.'
        return handOverAll(service.context, trx, { from: 'leila-haddad', to, by: null, reason })
      })

    it('everything they hold passes on', async () => {
      expect(await leave('sam-whitfield')).toContain(hackney)
      const left = await service.database.db
        .selectFrom('returns')
        .select('id')
        .where('takenBy', '=', 'leila-haddad')
        .where('status', '=', 'submitted')
        .execute()
      expect(left).toEqual([])
      expect((await see(sam, hackney)).taken).toMatchObject({ by: 'Sam Whitfield' })
    })

    it('goes back to the queue where nobody is named, or the one named may not review it', async () => {
      await leave('chloe-bright')
      expect((await see(sam, hackney)).taken).toBeNull()
      expect(await rows.history()).toMatchObject([{ toPerson: null, handedBy: null }])
      expect(await leave(null)).toEqual([])
    })
  })
})
