/** Leaving: what a person holds is shown, passes on, and their access ends, at once or on a day to come. */
import { carryOutDepartures } from '@inclusion/server/departures/carry-out'
import type { Left } from '@inclusion/server/departures/leave'
import type { LeavingView } from '@inclusion/server/departures/leaving'
import { deliver } from '@inclusion/server/mail/deliver'
import { passOnStranded } from '@inclusion/server/reviews/pass-on-stranded'
import type { Role } from '@inclusion/shared/roles'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Answer, type Client, type Service } from '../support/service.ts'
import { act, done, giveRole, refusal } from './support/filing.ts'

/** Hackney's, which waits for its certifier; sent by Priya Nair. */
const hackney = 'APM-E09000012-FY2025-26-Q3'
const today = '2026-01-20'
const day = 24 * 60

describe.each(engines())('leaving on %s', (engine) => {
  let service: Service
  let noor: Client
  let priya: Client

  beforeEach(async () => {
    service = await openService(engine)
    noor = await service.as('noor-rahman')
    priya = await service.as('priya-nair')
  })
  afterEach(() => service.close())

  const see = async (client: Client, personId: string): Promise<LeavingView> =>
    done(await client.get<LeavingView>(`/api/people/${personId}/leaving`))
  const leave = (client: Client, personId: string, body: object = {}): Promise<Answer<Left>> =>
    client.post<Left>(`/api/people/${personId}/leave`, { endsBefore: today, knowing: true, ...body })
  const heldBy = ({ held }: LeavingView) =>
    Object.fromEntries(held.map(({ kind, items }) => [kind, items.length]))
  const holderOf = async (id: string) => {
    const { db } = service.context
    return db.selectFrom('returns').select(['takenBy', 'status']).where('id', '=', id).executeTakeFirst()
  }
  const lastEvent = async () => {
    const { db } = service.context
    const query = db.selectFrom('audit_events').selectAll().orderBy('position', 'desc')
    const { action, personId, detail } = await query.executeTakeFirstOrThrow()
    return { action, personId, detail: JSON.parse(detail) as Record<string, unknown> }
  }
  const lettersTo = async (name: string) => {
    await deliver(service.context)
    return service.sent.filter(({ recipient }) => recipient.startsWith(name)).map(({ text }) => text)
  }

  /** Owen Clarke signs Hackney's return, and Leila Haddad takes it and another. */
  async function taken(): Promise<void> {
    const owen = await service.as('owen-clarke')
    const leila = await service.as('leila-haddad')
    done(await act(owen, hackney, 'submit', { declared: true }))
    done(await act(leila, hackney, 'take'))
  }

  it('shows first what is held, kind by kind, who could take it over, and what would be lost', async () => {
    await taken()
    const view = await see(noor, 'leila-haddad')
    expect(view.roles.map(({ scope }) => scope)).toEqual(['all boroughs'])
    const reviews = view.held.find(({ kind }) => kind === 'reviews')!
    expect(reviews.items.map(({ path }) => path)).toContain(`/reviews/${hackney}`)
    const questions = view.held.find(({ kind }) => kind === 'review-questions')!
    expect(questions.items.map(({ label }) => label)).toContainEqual(
      expect.stringMatching(/^[A-Z][a-z ].+ \(APM-[A-Z]+\d+\): /),
    )
    expect(reviews.heirs).toContainEqual({ personId: 'sam-whitfield', name: 'Sam Whitfield' })
    expect(reviews.heirs.map(({ personId }) => personId)).not.toContain('leila-haddad')
    expect(view.warnings).toEqual([])
    const lead = await see(noor, 'priya-nair')
    expect(lead.warnings.map(({ role, text }) => [role, text.includes('Hackney')])).toEqual([['lead', true]])
    expect(heldBy(await see(noor, 'helen-achebe'))).toMatchObject({ reports: 1 })
  })

  it('shows drafts and proposals that wait, to whoever could go on with them', async () => {
    const { db } = service.context
    const at = service.context.now()
    const amendment = {
      ...{ id: 'one', programme: 'APM', name: 'Next year', content: '{}', createdBy: 'leila-haddad' },
      ...{ createdAt: at, changedBy: 'leila-haddad', changedAt: at, status: 'draft' as const },
      ...{ proposedBy: null, proposedAt: null, publishedBy: null, publishedAt: null },
    }
    await db
      .insertInto('amendments')
      .values({ ...amendment, refusedBy: null, refusal: null })
      .execute()
    const own = (await see(noor, 'leila-haddad')).held.find(({ kind }) => kind === 'amendments')!
    expect(own.items).toContainEqual({ label: 'Next year (a draft)', path: '/framework/amendments/one' })
    expect(own.heirs.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining(['sam-whitfield', 'chloe-bright']),
    )
  })

  it('passes reviews on in the same transaction, ends the sessions, and writes to whoever takes over', async () => {
    await taken()
    const leila = await service.as('leila-haddad')
    const { held } = await see(noor, 'leila-haddad')
    const count = held.find(({ kind }) => kind === 'reviews')!.items.length
    const heirs = { reviews: 'sam-whitfield' }
    expect(done(await leave(noor, 'leila-haddad', { heirs })).isDone).toBe(true)
    expect(await holderOf(hackney)).toEqual({ takenBy: 'sam-whitfield', status: 'submitted' })
    expect((await leila.get('/api/me')).status).toBe(401)
    const { action, personId, detail } = await lastEvent()
    expect([action, personId]).toEqual(['person.leave', 'noor-rahman'])
    expect(detail).toMatchObject({ endsBefore: today, heirs: { reviews: 'sam-whitfield' } })
    expect(detail['returns']).toHaveLength(count)
    const sam = (await lettersTo('sam')).join('\n')
    expect(sam).toContain('Noor Rahman has named you to take over')
    expect(sam).toContain(`/reviews/${hackney}`)
    expect(sam).toContain('Leila Haddad has left.')
    expect((await lettersTo('leila')).at(-1)).toContain('Your access to Inclusion Returns ends today.')
    done(await act(await service.as('sam-whitfield'), hackney, 'accept', {}))
  })

  it('gives reviews back to the queue where nobody is chosen', async () => {
    await taken()
    done(await leave(noor, 'leila-haddad'))
    expect(await holderOf(hackney)).toEqual({ takenBy: null, status: 'submitted' })
  })

  it('on a day to come takes effect by itself on that day, once, however many processes run', async () => {
    await taken()
    const endsBefore = '2026-01-23'
    const heirs = { reviews: 'sam-whitfield' }
    const left = done(await leave(noor, 'leila-haddad', { endsBefore, heirs }))
    expect(left).toMatchObject({ endsBefore, isDone: false })
    const leila = await service.as('leila-haddad')
    service.pass(2 * day)
    expect(await carryOutDepartures(service.context)).toBe(0)
    expect((await leila.get('/api/review-queue')).status).toBe(200)
    expect((await holderOf(hackney))?.takenBy).toBe('leila-haddad')
    service.pass(day)
    expect((await leila.get('/api/review-queue')).status).toBe(403)
    await Promise.all([carryOutDepartures(service.context), carryOutDepartures(service.context)])
    expect((await holderOf(hackney))?.takenBy).toBe('sam-whitfield')
    expect((await leila.get('/api/me')).status).toBe(401)
    const { db } = service.context
    const handed = db.selectFrom('review_hand_overs').select('toPerson').where('returnId', '=', hackney)
    expect(await handed.execute()).toEqual([{ toPerson: 'sam-whitfield' }])
    const events = db.selectFrom('audit_events').select('personId').where('action', '=', 'person.left')
    expect(await events.execute()).toEqual([{ personId: null }])
    expect(await carryOutDepartures(service.context)).toBe(0)
  })

  it('can be taken back until then, and everything goes on as it was', async () => {
    const endsBefore = '2026-03-01'
    const { departureId } = done(await leave(noor, 'priya-nair', { endsBefore }))
    expect((await see(noor, 'priya-nair')).waiting).toMatchObject([{ departureId, endsBefore }])
    const ends = async () =>
      service.context.db
        .selectFrom('memberships')
        .select('endsBefore')
        .where('personId', '=', 'priya-nair')
        .execute()
    expect(await ends()).toEqual([{ endsBefore }])
    expect(refusal(await priya.post('/api/departures/nothing/take-back'))).toBe('404 not-found')
    const ruth = await service.as('ruth-okafor')
    expect(refusal(await ruth.post(`/api/departures/${departureId}/take-back`))).toBe('404 not-found')
    done(await noor.post(`/api/departures/${departureId}/take-back`))
    expect(await ends()).toEqual([{ endsBefore: null }])
    expect(refusal(await noor.post(`/api/departures/${departureId}/take-back`))).toBe('404 not-found')
    service.pass(60 * day)
    expect(await carryOutDepartures(service.context)).toBe(0)
  })

  it('of the last who holds a role is warned of, and done only knowingly', async () => {
    const refused = await leave(noor, 'owen-clarke', { knowing: false })
    expect(refusal(refused)).toBe('409 leaving-warned')
    const { warnings } = refused.body as unknown as { warnings: { text: string }[] }
    expect(warnings[0]!.text).toContain('nobody else can sign the open returns of Hackney')
    done(await leave(noor, 'owen-clarke', { knowing: true }))
  })

  it('of the last administrator is refused, also on a day to come, and by one who is to go too', async () => {
    expect((await see(noor, 'noor-rahman')).isLastAdministrator).toBe(true)
    expect(refusal(await leave(noor, 'noor-rahman'))).toBe('409 last-administrator')
    await giveRole(service, 'marcus-lee', { role: 'administrator' })
    done(await leave(noor, 'noor-rahman', { endsBefore: '2026-02-01' }))
    const marcus = await service.as('marcus-lee')
    expect(refusal(await leave(marcus, 'marcus-lee', { endsBefore: '2026-02-01' }))).toBe(
      '409 last-administrator',
    )
  })

  it('refuses a day that is past, and an heir who cannot take it over', async () => {
    await taken()
    expect(refusal(await leave(noor, 'leila-haddad', { endsBefore: '2026-01-19' }))).toBe(
      '400 invalid-request',
    )
    for (const reviews of ['priya-nair', 'leila-haddad', 'nobody'])
      expect(refusal(await leave(noor, 'leila-haddad', { heirs: { reviews } }))).toBe('400 invalid-request')
    expect((await holderOf(hackney))?.takenBy).toBe('leila-haddad')
  })

  it('withdraws invitations that would bring the roles back', async () => {
    const invited = { name: 'Daniel', role: 'certifier' }
    const { db } = service.context
    const { email } = await db
      .selectFrom('people')
      .select('email')
      .where('id', '=', 'daniel-marsh')
      .executeTakeFirstOrThrow()
    const invitation = { ...invited, email, gssCode: 'E09000007', programme: 'APM' }
    expect((await noor.post('/api/invitations', invitation)).status).toBe(201)
    done(await leave(noor, 'daniel-marsh'))
    const open = db.selectFrom('invitations').select('id').where('email', '=', email)
    expect(await open.where('withdrawnAt', 'is', null).where('acceptedAt', 'is', null).execute()).toEqual([])
  })

  it('is a lead’s to record for the own borough’s people, of whom no role elsewhere is touched or told', async () => {
    await giveRole(service, 'owen-clarke', { role: 'evaluator' })
    const view = await see(priya, 'owen-clarke')
    expect(view.roles.map(({ role }) => role)).toEqual(['certifier'])
    done(await leave(priya, 'owen-clarke'))
    const { db } = service.context
    const held = db.selectFrom('memberships').select('role').where('personId', '=', 'owen-clarke')
    expect(await held.where('endsBefore', 'is', null).execute()).toEqual([{ role: 'evaluator' }])
    const owen = await service.as('owen-clarke')
    expect((await owen.get('/api/review-queue')).status).toBe(200)
    for (const stranger of ['ruth-okafor', 'leila-haddad', 'noor-rahman', 'nobody-at-all'])
      expect(refusal(await priya.get(`/api/people/${stranger}/leaving`)), stranger).toBe('404 not-found')
    expect(refusal(await leave(priya, 'ruth-okafor'))).toBe('404 not-found')
  })

  it('is nobody else’s to see or to record', async () => {
    const others = [
      'owen-clarke',
      'helen-achebe',
      'leila-haddad',
      'chloe-bright',
      'grace-adeyemi',
      'marcus-lee',
    ]
    for (const person of others) {
      const client = await service.as(person)
      expect(refusal(await client.get('/api/people/priya-nair/leaving')), person).toBe('403 not-yours-to-do')
      expect(refusal(await leave(client, 'priya-nair')), person).toBe('403 not-yours-to-do')
      expect(refusal(await client.get('/api/people/access')), person).toBe('403 not-yours-to-do')
    }
    expect((await see(priya, 'priya-nair')).roles).toHaveLength(1)
    expect(heldBy(await see(priya, 'priya-nair'))).toMatchObject({ 'sign-offs': 1 })
  })

  const endOf = async (personId: string, role: Role) => {
    const { db } = service.context
    const query = db.selectFrom('memberships').select(['id', 'endsBefore', 'departureId'])
    return query.where('personId', '=', personId).where('role', '=', role).executeTakeFirstOrThrow()
  }
  const endRole = async (client: Client, personId: string, role: Role) =>
    done(await client.post(`/api/memberships/${(await endOf(personId, role)).id}/end`))

  it('taken back leaves a role ended that somebody ended meanwhile', async () => {
    const { departureId } = done(await leave(priya, 'owen-clarke', { endsBefore: '2026-03-01' }))
    await endRole(noor, 'owen-clarke', 'certifier')
    done(await priya.post(`/api/departures/${departureId}/take-back`))
    expect(await endOf('owen-clarke', 'certifier')).toMatchObject({ endsBefore: today, departureId: null })
    expect((await see(noor, 'owen-clarke')).waiting).toEqual([])
  })

  it('is recorded once, by whomever, and anew once that is taken back', async () => {
    const first = done(await leave(priya, 'owen-clarke', { endsBefore: '2026-03-01' }))
    for (const client of [priya, noor])
      for (const endsBefore of ['2026-02-01', '2026-04-01', today])
        expect(refusal(await leave(client, 'owen-clarke', { endsBefore }))).toBe('409 leaving-recorded')
    done(await noor.post(`/api/departures/${first.departureId}/take-back`))
    const both = await Promise.all([
      leave(noor, 'owen-clarke', { endsBefore: '2026-02-01' }),
      leave(priya, 'owen-clarke', { endsBefore: '2026-02-02' }),
      leave(priya, 'owen-clarke', { endsBefore: '2026-02-03' }),
    ])
    expect(both.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 409, 409])
    const { waiting } = await see(noor, 'owen-clarke')
    expect(waiting).toHaveLength(1)
    done(await noor.post(`/api/departures/${waiting[0]!.departureId}/take-back`))
    expect((await endOf('owen-clarke', 'certifier')).endsBefore).toBeNull()
  })

  it('tells a lead nothing of what passes on through a role elsewhere', async () => {
    await giveRole(service, 'owen-clarke', { role: 'evaluator' })
    await giveRole(service, 'owen-clarke', { role: 'lead', gssCode: 'E09000012' })
    const { db } = service.context
    const free = db.selectFrom('returns').select('id').where('status', '=', 'submitted')
    const { id } = await free.where('takenBy', 'is', null).executeTakeFirstOrThrow()
    done(await act(await service.as('owen-clarke'), id, 'take'))
    const heirs = { reviews: 'sam-whitfield' }
    done(await leave(noor, 'owen-clarke', { endsBefore: '2026-03-01', heirs }))
    const toldTo = async (client: Client) => (await see(client, 'owen-clarke')).waiting[0]!.heirs
    expect(await toldTo(noor)).toEqual([{ kind: 'reviews', name: 'Sam Whitfield' }])
    expect(await toldTo(priya)).toEqual([])
  })

  it('passes on what a role that is left does not cover', async () => {
    await taken()
    const heirs = { reviews: 'sam-whitfield' }
    done(await leave(noor, 'leila-haddad', { endsBefore: '2026-01-21', heirs }))
    await giveRole(service, 'leila-haddad', { role: 'evaluator', programme: 'CPD' })
    service.pass(day)
    expect(await carryOutDepartures(service.context)).toBe(1)
    expect((await holderOf(hackney))?.takenBy).toBe('sam-whitfield')
  })

  it('reviews go back to the queue at once when a role is ended, or a person suspended', async () => {
    await taken()
    await endRole(noor, 'leila-haddad', 'evaluator')
    expect(await holderOf(hackney)).toEqual({ takenBy: null, status: 'submitted' })
    const ended = await lastEvent()
    expect([ended.action, ended.detail['returns']]).toEqual([
      'membership.end',
      expect.arrayContaining([hackney]),
    ])
    done(await act(await service.as('sam-whitfield'), hackney, 'take'))
    done(await noor.post('/api/people/sam-whitfield/suspend'))
    expect(await holderOf(hackney)).toEqual({ takenBy: null, status: 'submitted' })
    const suspended = await lastEvent()
    expect([suspended.action, suspended.detail['returns']]).toEqual([
      'person.suspend',
      expect.arrayContaining([hackney]),
    ])
  })

  it('reviews go back to the queue by the hourly round when a role ends by itself, once', async () => {
    await taken()
    const { db } = service.context
    const ends = db.updateTable('memberships').set({ endsBefore: '2026-01-21' })
    await ends.where('personId', '=', 'leila-haddad').execute()
    const heldByLeila = db.selectFrom('returns').select('id').where('takenBy', '=', 'leila-haddad')
    const held = (await heldByLeila.where('status', '=', 'submitted').execute()).map(({ id }) => id)
    expect(await passOnStranded(service.context)).toBe(0)
    service.pass(day)
    const rounds = [passOnStranded(service.context), passOnStranded(service.context)]
    expect((await Promise.all(rounds)).reduce((left, right) => left + right)).toBe(held.length)
    expect(await holderOf(hackney)).toEqual({ takenBy: null, status: 'submitted' })
    const events = db.selectFrom('audit_events').select(['subject', 'personId'])
    expect(
      await events.where('action', '=', 'return.hand-over').where('subject', '=', hackney).execute(),
    ).toEqual([{ subject: hackney, personId: null }])
    done(await act(await service.as('sam-whitfield'), hackney, 'take'))
  })
})
