/** The access review: who can see what, last used, never used, ending, conflicting, confirmed; and invitations. */
import type { HomeView } from '@inclusion/server/home/routes'
import { deliver } from '@inclusion/server/mail/deliver'
import type { ConfirmedTogether } from '@inclusion/server/people/confirm-access'
import type { AccessLine } from '@inclusion/server/people/access-review'
import type { peopleInScope } from '@inclusion/server/people/view'
import { unguarded } from '@inclusion/shared/templates/formula-guard'
import { parseCsv } from 'hucre/csv'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, done, enter, giveRole, refusal } from './support/filing.ts'

const inCamden = 'E09000007'
const day = 24 * 60
type People = Awaited<ReturnType<typeof peopleInScope>>

describe.each(engines())('the access review on %s', (engine) => {
  let service: Service
  let noor: Client
  let ruth: Client

  beforeEach(async () => {
    service = await openService(engine)
    noor = await service.as('noor-rahman')
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  const review = async (client: Client, query = ''): Promise<AccessLine[]> =>
    done(await client.get<AccessLine[]>(`/api/people/access${query}`))
  const lineOf = (lines: readonly AccessLine[], personId: string): AccessLine =>
    lines.find((line) => line.personId === personId)!
  const names = (lines: readonly AccessLine[]) => lines.map(({ personId }) => personId)

  it('says when each last signed in and last used a role, and which roles were never used', async () => {
    service.pass(7)
    done(await enter(ruth, camden, [{ locator: 'APM-OP1', entries: { value: '2.5' } }]))
    const lines = await review(noor)
    const line = lineOf(lines, 'ruth-okafor')
    expect(line.lastActAt).toBe(service.context.now())
    expect(line.roles).toMatchObject([{ role: 'lead', lastUsedAt: service.context.now() }])
    const marcus = lineOf(lines, 'marcus-lee')
    expect(marcus.roles).toMatchObject([{ role: 'reader', lastUsedAt: null }])
    await giveRole(service, 'marcus-lee', { role: 'evaluator' })
    expect(names(await review(noor, '?only=never-used&role=evaluator'))).toEqual(['marcus-lee'])
    expect(names(await review(noor, '?only=never-used'))).not.toContain('ruth-okafor')
  })

  it('is narrowed by authority, programme and role, all in the address', async () => {
    const mine = await review(noor, `?gssCode=${inCamden}`)
    expect(names(mine).toSorted()).toEqual(['daniel-marsh', 'helen-achebe', 'ruth-okafor'])
    expect(names(await review(noor, `?gssCode=${inCamden}&role=certifier`))).toEqual(['daniel-marsh'])
    expect(names(await review(noor, '?programme=CPD&role=lead'))).toContain('tom-bennett')
    expect(names(await review(noor, '?programme=CPD&role=lead'))).not.toContain('ruth-okafor')
    expect(refusal(await noor.get('/api/people/access?role=king'))).toBe('400 invalid-request')
  })

  it('is confirmed of several at once, each on record, and never of oneself or of whom one does not manage', async () => {
    const people = ['ruth-okafor', 'noor-rahman', 'daniel-marsh', 'ruth-okafor']
    const before = await confirmations()
    const { outcomes } = done(
      await noor.post<ConfirmedTogether>(
        '/api/people/confirm-access',
        { people },
        { 'idempotency-key': 'once' },
      ),
    )
    expect(outcomes).toEqual([
      { personId: 'ruth-okafor', reason: null },
      { personId: 'noor-rahman', reason: 'Another person has to confirm your access.' },
      { personId: 'daniel-marsh', reason: null },
    ])
    expect((await confirmations()).slice(before.length)).toEqual([
      'person:ruth-okafor',
      'person:daniel-marsh',
    ])
    const lines = await review(noor, `?gssCode=${inCamden}&only=overdue`)
    expect(names(lines)).not.toEqual(expect.arrayContaining(['ruth-okafor', 'daniel-marsh']))
    const priya = await service.as('priya-nair')
    const theirs = { people: ['ruth-okafor', 'owen-clarke'] }
    const tried = done(await priya.post<ConfirmedTogether>('/api/people/confirm-access', theirs))
    expect(tried.outcomes.map(({ reason }) => reason === null)).toEqual([false, true])
    expect(refusal(await noor.post('/api/people/confirm-access', { people: [] }))).toBe('400 invalid-request')
  })

  const confirmations = async (): Promise<string[]> => {
    const rows = await service.context.db
      .selectFrom('audit_events')
      .select('subject')
      .where('action', '=', 'person.confirm-access')
      .orderBy('position')
      .execute()
    return rows.map(({ subject }) => subject)
  }

  it('shows a lead the own borough’s people alone, whatever is asked for', async () => {
    const priya = await service.as('priya-nair')
    for (const query of ['', '?gssCode=E09000007', '?role=evaluator', '?only=overdue']) {
      const lines = await review(priya, query)
      expect(lines.flatMap(({ roles }) => roles.map(({ scope }) => scope)).join()).not.toMatch(
        /Camden|all boroughs/,
      )
    }
    expect(names(await review(priya)).toSorted()).toEqual(['martin-osei', 'owen-clarke', 'priya-nair'])
    // A lead of one programme manages nobody whose role is over all of them.
    expect(names(await review(ruth))).toEqual(['ruth-okafor'])
  })

  it('tells an administrator at home what is overdue, and which invitations ran out', async () => {
    const atHome = async () => {
      const { toDecide } = done(await noor.get<HomeView>('/api/home'))
      return toDecide.filter(({ path }) => path.startsWith('/people')).map(({ words }) => words)
    }
    const overdue = async () =>
      (await review(noor, '?only=overdue')).filter(({ mayConfirm }) => mayConfirm).length
    const { invitations } = done(await noor.get<People>('/api/people'))
    const runOut = invitations.filter(({ hasRunOut }) => hasRunOut).length
    expect([(await overdue()) > 1, runOut]).toEqual([true, 1])
    expect(await atHome()).toEqual([
      `The access of ${await overdue()} people is overdue for review`,
      'One invitation has run out before it was accepted',
    ])
    const people = names(await review(noor, '?only=overdue')).filter((personId) => personId !== 'noor-rahman')
    done(await noor.post('/api/people/confirm-access', { people }))
    expect(await atHome()).toEqual(['One invitation has run out before it was accepted'])
    expect(done(await ruth.get<HomeView>('/api/home')).toDecide).toEqual([])
  })

  it('is confirmed by somebody else, with the day, and is overdue after half a year', async () => {
    const overdue = async () => names(await review(noor, '?only=overdue&role=lead'))
    expect(await overdue()).toContain('ruth-okafor')
    done(await noor.post('/api/people/ruth-okafor/confirm-access'))
    const line = lineOf(await review(noor), 'ruth-okafor')
    expect(line.roles).toMatchObject([
      { reviewedAt: service.context.now(), reviewedBy: 'Noor Rahman', dueOn: '2026-07-21', isOverdue: false },
    ])
    expect(await overdue()).not.toContain('ruth-okafor')
    service.pass(182 * day)
    expect(await overdue()).toContain('ruth-okafor')
    expect(refusal(await noor.post('/api/people/noor-rahman/confirm-access'))).toBe('403 own-access')
    expect(refusal(await ruth.post('/api/people/ruth-okafor/confirm-access'))).toBe('403 own-access')
    expect(refusal(await ruth.post('/api/people/priya-nair/confirm-access'))).toBe('404 not-found')
    const priya = await service.as('priya-nair')
    done(await priya.post('/api/people/martin-osei/confirm-access'))
    const { roles } = lineOf(await review(priya), 'martin-osei')
    expect(roles).toMatchObject([{ reviewedBy: 'Priya Nair' }])
  })

  it('comes as a file in which no cell is a formula', async () => {
    const { db } = service.context
    await db.updateTable('people').set({ name: '=HYPERLINK("x")' }).where('id', '=', 'ruth-okafor').execute()
    const answer = await noor.request(`/api/people/access/export?gssCode=${inCamden}`, { method: 'GET' })
    expect(answer.headers.get('content-disposition')).toContain('access-review-2026-01-20.csv')
    const data = parseCsv(await answer.text()).map((row) => row.map(String))
    expect(data).toHaveLength(5)
    expect(data.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    expect(data.map(([name]) => unguarded(name!))).toContain('=HYPERLINK("x")')
    expect(data[0]).toContain('Last used')
  })

  it('knows roles of one person that check each other; they are given only knowingly', async () => {
    const { email } = await service.context.db
      .selectFrom('people')
      .select('email')
      .where('id', '=', 'ruth-okafor')
      .executeTakeFirstOrThrow()
    const invitation = { email, name: 'Ruth Okafor', role: 'certifier', gssCode: inCamden }
    const warned = await noor.post('/api/invitations', invitation)
    expect(refusal(warned)).toBe('409 roles-conflict')
    expect(JSON.stringify(warned.body)).toContain('they would sign what they send')
    expect((await noor.post('/api/invitations', { ...invitation, knowing: true })).status).toBe(201)
    await giveRole(service, 'ruth-okafor', { role: 'evaluator' })
    const [line] = await review(noor, '?only=conflicts')
    expect(line).toMatchObject({ personId: 'ruth-okafor' })
    expect(line!.conflicts.join()).toContain('they would review what they file')
  })

  it('asks anew whether roles check each other when an invitation is sent again', async () => {
    const invitation = { email: 'cal@council.example', name: 'Cal', gssCode: inCamden, programme: 'APM' }
    const inviteTo = (role: string) =>
      noor.post<{ invitationId: string }>('/api/invitations', { ...invitation, role, knowing: true })
    const again = `/api/invitations/${(await inviteTo('certifier')).body.invitationId}/send-again`
    done(await noor.post(again, {}))
    await inviteTo('lead')
    const warned = await noor.post(again, {})
    expect(refusal(warned)).toBe('409 roles-conflict')
    expect(JSON.stringify(warned.body)).toContain('they would sign what they send')
    done(await noor.post(again, { knowing: true }))
  })

  it('tells a lead nothing of a conflict with a role elsewhere', async () => {
    const { email } = await service.context.db
      .selectFrom('people')
      .select('email')
      .where('id', '=', 'leila-haddad')
      .executeTakeFirstOrThrow()
    const invitation = { email, name: 'Leila', role: 'certifier', gssCode: inCamden, programme: 'APM' }
    expect((await ruth.post('/api/invitations', invitation)).status).toBe(201)
    const open = done(await ruth.get<People>('/api/people')).invitations
    expect(open.map(({ role }) => role)).toEqual(['certifier'])
  })

  it('an invitation says who invites, to what and until when, runs out, and is sent again or withdrawn', async () => {
    const invitation = { email: 'cal@council.example', name: 'Cal', role: 'certifier', gssCode: inCamden }
    const body = { ...invitation, programme: 'APM', endsBefore: '2026-04-01' }
    const sent = await ruth.post<{ invitationId: string }>('/api/invitations', body)
    const { invitationId } = sent.body
    await deliver(service.context)
    const letter = service.sent.at(-1)!.text.replaceAll(/\s+/g, ' ')
    expect(letter).toContain('Ruth Okafor invites you')
    expect(letter).toContain(
      'as Borough certifier, Camden, AP/PRU Mentoring. You hold this role until the end of Tuesday 31 March 2026.',
    )
    expect(letter).toContain('by the end of Monday 2 February 2026')
    const open = async (client: Client) => done(await client.get<People>('/api/people')).invitations
    expect(await open(ruth)).toMatchObject([
      { hasRunOut: false, invitedBy: 'Ruth Okafor', endsBefore: '2026-04-01' },
    ])
    expect(await open(await service.as('priya-nair'))).toEqual([])
    service.pass(15 * day)
    expect(await open(ruth)).toMatchObject([{ hasRunOut: true }])
    const again = `/api/invitations/${invitationId}/send-again`
    expect(refusal(await (await service.as('priya-nair')).post(again, {}))).toBe('404 not-found')
    done(await ruth.post(again, {}))
    expect(await open(ruth)).toMatchObject([{ hasRunOut: false, invitationId }])
    done(await ruth.post(`/api/invitations/${invitationId}/withdraw`))
    expect(await open(ruth)).toEqual([])
    expect(refusal(await ruth.post(again, {}))).toBe('404 not-found')
    expect(refusal(await ruth.post('/api/invitations', { ...body, endsBefore: '2026-02-01' }))).toBe(
      '400 invalid-request',
    )
  })
})
