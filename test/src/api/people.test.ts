import type { HomeView } from '@inclusion/server/home/routes'
import { deliver } from '@inclusion/server/mail/deliver'
import { loadActor } from '@inclusion/server/people/store'
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest'
import { engines, type EngineUnderTest } from '../db/databases.ts'
import { codeIn } from '../support/mail-server.ts'
import {
  barnet,
  camden,
  cookieFor,
  cookieOf,
  openSignInService,
  postForm,
  postJson,
  type SignInService,
} from '../support/mail-service.ts'

async function open(engine: EngineUnderTest, test: TestContext): Promise<SignInService & { urns: Urns }> {
  const database = await engine.open(test)
  onTestFinished(() => database.close())
  const service = await openSignInService({ database })
  const urns = { camden: await settingIn(service, camden), barnet: await settingIn(service, barnet) }
  await service.addPerson('ada', 'Ada Min', { role: 'administrator' })
  await service.addPerson('amara', 'Amara Osei', { role: 'lead', gssCode: camden })
  await service.addPerson('ben', 'Ben Cole', { role: 'certifier', gssCode: camden })
  await service.addPerson('hana', 'Hana Ito', { role: 'head', urn: urns.camden })
  await service.addPerson('barney', 'Barney Lee', { role: 'lead', gssCode: barnet })
  await service.addPerson('eve', 'Eve Stone', { role: 'evaluator' })
  return { ...service, urns }
}

type Urns = { camden: string; barnet: string }

async function settingIn({ context }: SignInService, gssCode: string): Promise<string> {
  const setting = await context.db
    .selectFrom('settings')
    .select('urn')
    .where('gssCode', '=', gssCode)
    .orderBy('urn')
    .executeTakeFirstOrThrow()
  return setting.urn
}

const cal = { email: 'Cal@council.example', name: 'Cal New' }

async function inviteAs(service: SignInService, personId: string, invitation: Record<string, unknown>) {
  return postJson(
    service.app,
    '/api/invitations',
    // Roles that check each other are warned of; that is tested beside the leaving.
    { ...cal, knowing: true, ...invitation },
    { cookie: await cookieFor(service, personId) },
  )
}

async function signInByMail({ app, context, sent }: SignInService, email: string): Promise<Response> {
  await postForm(app, '/sign-in', { email })
  await deliver(context)
  const letter = sent.findLast(({ recipient, subject }) => recipient === email && subject.includes('code'))
  return postForm(app, '/sign-in/code', { email, code: letter ? codeIn(letter.text) : '123456' })
}

/** The roles of the invitations that are open, in order of the alphabet. */
const openTo = async ({ context }: SignInService): Promise<string[]> => {
  const open = context.db.selectFrom('invitations').select('role').where('acceptedAt', 'is', null)
  const rows = await open.where('withdrawnAt', 'is', null).where('expiresAt', '>', context.now()).execute()
  return rows.map(({ role }) => role).toSorted()
}

const byRole = (left: { role: string }, right: { role: string }) => (left.role < right.role ? -1 : 1)

const names = ({ people }: { people: { name: string }[] }) => people.map(({ name }) => name)

const me = ({ app }: SignInService, cookie: string) => app.request('/api/me', { headers: { cookie } })

for (const engine of engines()) {
  describe(`People on ${engine.name}`, () => {
    it('come by invitation, and accept it by signing in with a code', async (test) => {
      const service = await open(engine, test)
      const invited = await inviteAs(service, 'amara', { role: 'certifier', gssCode: camden })
      expect(invited.status).toBe(201)
      await deliver(service.context)
      expect(service.sent.at(-1)).toMatchObject({ recipient: 'cal@council.example' })
      expect(service.sent.at(-1)!.text).toContain('as Borough certifier')
      const signedIn = await signInByMail(service, 'cal@council.example')
      expect(signedIn.status).toBe(303)
      const actor = await (await me(service, cookieOf(signedIn))).json()
      expect(actor).toMatchObject({ name: 'Cal New', job: 'Borough certifier' })
      await signInByMail(service, 'cal@council.example')
      const memberships = await service.context.db.selectFrom('memberships').selectAll().execute()
      const own = memberships.filter(({ personId }) => personId === actor.personId)
      expect(own).toMatchObject([{ role: 'certifier', gssCode: camden }])
      const acts = await service.context.db
        .selectFrom('audit_events')
        .select(['action', 'personId'])
        .execute()
      expect(acts.filter(({ action }) => action === 'invitation.accept')).toEqual([
        { action: 'invitation.accept', personId: actor.personId },
      ])
      expect(acts).toContainEqual({ action: 'invitation.send', personId: 'amara' })
    })

    it('get nothing from an invitation that has run out', async (test) => {
      const service = await open(engine, test)
      await inviteAs(service, 'ada', { role: 'evaluator' })
      await service.context.db
        .updateTable('invitations')
        .set({ expiresAt: '2020-01-01T00:00:00.000Z' })
        .execute()
      const signedIn = await signInByMail(service, 'cal@council.example')
      expect(await (await me(service, cookieOf(signedIn))).json()).toMatchObject({ capabilities: [] })
    })

    it('are told which of their own invitations ran out, and who can send them again', async (test) => {
      const service = await open(engine, test)
      const { db } = service.context
      await inviteAs(service, 'amara', { role: 'certifier', gssCode: camden })
      await inviteAs(service, 'ada', { role: 'evaluator', programme: 'APM' })
      await inviteAs(service, 'ada', { role: 'head', urn: service.urns.camden })
      await inviteAs(service, 'ada', { email: 'ben@council.example', role: 'lead', gssCode: barnet })
      await db.updateTable('invitations').set({ expiresAt: '2025-12-29T11:00:00.000Z' }).execute()
      await db
        .updateTable('invitations')
        .set({ withdrawnAt: '2026-01-01T00:00:00.000Z' })
        .where('role', '=', 'head')
        .execute()
      const cookie = cookieOf(await signInByMail(service, cal.email.toLowerCase()))
      const runOutOf = async (of: string) =>
        ((await (await service.app.request('/api/home', { headers: { cookie: of } })).json()) as HomeView)
          .runOut
      const certifier = { role: 'borough certifier of Camden', on: '2025-12-28', invitedBy: 'Amara Osei' }
      const evaluator = { ...certifier, role: 'RMEL evaluator for AP/PRU Mentoring', invitedBy: 'Ada Min' }
      expect((await runOutOf(cookie)).toSorted(byRole)).toEqual([evaluator, certifier])
      // Whoever cannot send it again is not the one to ask.
      await db
        .updateTable('memberships')
        .set({ endsBefore: '2025-01-01' })
        .where('id', '=', 'ada-1')
        .execute()
      expect((await runOutOf(cookie)).toSorted(byRole)).toEqual([
        { ...evaluator, invitedBy: null },
        certifier,
      ])
      // Whoever holds a role has work of their own, and needs no invitation.
      expect(await runOutOf(await cookieFor(service, 'ben'))).toEqual([])
    })

    it('are invited by a lead only to the own authority and only as lead, certifier or head', async (test) => {
      const service = await open(engine, test)
      const { urns } = service
      const cases: [Record<string, unknown>, number][] = [
        [{ role: 'lead', gssCode: camden }, 201],
        [{ role: 'certifier', gssCode: camden, programme: 'APM' }, 201],
        [{ role: 'head', urn: urns.camden }, 201],
        [{ role: 'lead', gssCode: barnet }, 403],
        [{ role: 'head', urn: urns.barnet }, 403],
        [{ role: 'head', urn: urns.barnet, gssCode: camden }, 400],
        [{ role: 'administrator' }, 403],
        [{ role: 'evaluator' }, 403],
        [{ role: 'reader' }, 403],
        [{ role: 'lead' }, 400],
        [{ role: 'head' }, 400],
        [{ role: 'administrator', gssCode: camden }, 400],
        [{ role: 'lead', gssCode: 'E99999999' }, 400],
        [{ role: 'lead', gssCode: camden, programme: 'NO' }, 400],
        [{ role: 'lead', gssCode: camden, email: 'no' }, 400],
        [{ role: 'lead', gssCode: camden, name: 'A\u0000B' }, 400],
        [{ role: 'owner' }, 400],
      ]
      const cookie = await cookieFor(service, 'amara')
      for (const [invitation, status] of cases) {
        const response = await postJson(
          service.app,
          '/api/invitations',
          // Roles that check each other are warned of; that is tested beside the leaving.
          { ...cal, knowing: true, ...invitation },
          { cookie },
        )
        const { errors = [] } = await response.json()
        const named = errors.length > 0
        expect({ invitation, status: response.status, named }).toEqual({
          invitation,
          status,
          named: status === 400,
        })
      }
      for (const personId of ['ben', 'hana', 'eve']) {
        expect((await inviteAs(service, personId, { role: 'lead', gssCode: camden })).status).toBe(403)
      }
    })

    it('of one programme are invited by its lead, and no others', async (test) => {
      const service = await open(engine, test)
      await service.addPerson('mona', 'Mona Ray', { role: 'lead', gssCode: camden, programme: 'APM' })
      expect(
        (await inviteAs(service, 'mona', { role: 'lead', gssCode: camden, programme: 'APM' })).status,
      ).toBe(201)
      expect(
        (await inviteAs(service, 'mona', { role: 'lead', gssCode: camden, programme: 'CPD' })).status,
      ).toBe(403)
      expect((await inviteAs(service, 'mona', { role: 'lead', gssCode: camden })).status).toBe(403)
    })

    it('are listed to an administrator all, to a lead within the own authority', async (test) => {
      const service = await open(engine, test)
      await inviteAs(service, 'amara', { role: 'lead', gssCode: camden })
      const listAs = async (personId: string) => {
        const cookie = await cookieFor(service, personId)
        return (await service.app.request('/api/people', { headers: { cookie } })).json()
      }
      const all = await listAs('ada')
      expect(all.people).toHaveLength(7)
      expect(all.invitations).toMatchObject([{ email: 'cal@council.example', role: 'lead' }])
      expect(names(await listAs('amara'))).toEqual(['Amara Osei', 'Ben Cole', 'Hana Ito'])
      const barneys = await listAs('barney')
      expect(names(barneys)).toEqual(['Barney Lee'])
      expect(barneys.invitations).toEqual([])
    })

    it('lose a membership on the next request, ended by the lead of their authority alone', async (test) => {
      const service = await open(engine, test)
      const ben = await cookieFor(service, 'ben')
      const end = async (personId: string, membershipId: string) =>
        postJson(
          service.app,
          `/api/memberships/${membershipId}/end`,
          {},
          { cookie: await cookieFor(service, personId) },
        )
      expect((await end('barney', 'ben-1')).status).toBe(404)
      expect((await end('amara', 'eve-1')).status).toBe(404)
      expect((await end('amara', 'nothing')).status).toBe(404)
      expect((await end('eve', 'ben-1')).status).toBe(403)
      expect(await (await me(service, ben)).json()).toMatchObject({ job: 'Borough certifier' })
      expect((await end('amara', 'ben-1')).status).toBe(200)
      expect(await (await me(service, ben)).json()).toMatchObject({ capabilities: [] })
      expect((await end('amara', 'hana-1')).status).toBe(200)
    })

    it('are out on the next request once suspended, cannot sign in, and can be restored', async (test) => {
      const service = await open(engine, test)
      const ben = await cookieFor(service, 'ben')
      const act = async (as: string, what: 'suspend' | 'restore') =>
        postJson(service.app, `/api/people/ben/${what}`, {}, { cookie: await cookieFor(service, as) })
      expect((await act('amara', 'suspend')).status).toBe(403)
      expect((await me(service, ben)).status).toBe(200)
      expect((await act('ada', 'suspend')).status).toBe(200)
      expect((await me(service, ben)).status).toBe(401)
      expect((await postJson(service.app, '/api/demo/sign-in', { personId: 'ben' })).status).toBe(404)
      expect((await signInByMail(service, 'ben@council.example')).status).toBe(401)
      expect((await act('ada', 'restore')).status).toBe(200)
      expect((await me(service, ben)).status).toBe(401)
      expect((await signInByMail(service, 'ben@council.example')).status).toBe(303)
    })

    it('cannot use a code that was sent before the suspension', async (test) => {
      const service = await open(engine, test)
      await postForm(service.app, '/sign-in', { email: 'ben@council.example' })
      await deliver(service.context)
      const code = codeIn(service.sent.at(-1)!.text)
      const cookie = await cookieFor(service, 'ada')
      await postJson(service.app, '/api/people/ben/suspend', {}, { cookie })
      const response = await postForm(service.app, '/sign-in/code', { email: 'ben@council.example', code })
      expect(response.status).toBe(401)
      expect(response.headers.getSetCookie()).toEqual([])
    })

    it('always keep an administrator, even when two remove each other at once', async (test) => {
      const service = await open(engine, test)
      const ada = await cookieFor(service, 'ada')
      const alone = [
        await postJson(service.app, '/api/memberships/ada-1/end', {}, { cookie: ada }),
        await postJson(service.app, '/api/people/ada/suspend', {}, { cookie: ada }),
      ]
      for (const response of alone) {
        expect(response.status).toBe(409)
        expect(await response.json()).toMatchObject({ type: 'last-administrator' })
      }
      await service.addPerson('olu', 'Olu Bello', { role: 'administrator' })
      const olu = await cookieFor(service, 'olu')
      const both = await Promise.all([
        postJson(service.app, '/api/people/olu/suspend', {}, { cookie: ada }),
        postJson(service.app, '/api/memberships/ada-1/end', {}, { cookie: olu }),
      ])
      expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    })

    it('are loaded with the memberships in force on the day', async (test) => {
      const { context } = await open(engine, test)
      await context.db
        .updateTable('memberships')
        .set({ endsBefore: '2026-02-01' })
        .where('id', '=', 'ben-1')
        .execute()
      expect((await loadActor(context.db, 'ben', '2026-01-31'))?.memberships).toHaveLength(1)
      expect((await loadActor(context.db, 'ben', '2026-02-01'))?.memberships).toHaveLength(0)
      expect((await loadActor(context.db, 'ben', '2022-03-31'))?.memberships).toHaveLength(0)
      expect(await loadActor(context.db, 'nobody', '2026-01-31')).toBeNull()
    })

    it('end with the invitations that would bring them back', async (test) => {
      const service = await open(engine, test)
      const own = { email: 'ben@council.example', name: 'Ben Cole', role: 'certifier', gssCode: camden }
      const cookie = await cookieFor(service, 'ada')
      await inviteAs(service, 'ada', own)
      await inviteAs(service, 'ada', { ...own, role: 'lead' })
      await postJson(service.app, '/api/memberships/ben-1/end', {}, { cookie })
      expect(await openTo(service)).toEqual(['lead'])
      const signedIn = await signInByMail(service, 'ben@council.example')
      expect(await (await me(service, cookieOf(signedIn))).json()).toMatchObject({ job: 'Borough lead' })
      await inviteAs(service, 'ada', own)
      await postJson(service.app, '/api/people/ben/suspend', {}, { cookie })
      expect(await openTo(service)).toEqual([])
    })

    it('are invited once to one thing: anew replaces, and what is held is not given twice', async (test) => {
      const service = await open(engine, test)
      await inviteAs(service, 'ada', { role: 'lead', gssCode: camden })
      await inviteAs(service, 'ada', { role: 'lead', gssCode: camden })
      await inviteAs(service, 'ada', { role: 'lead', gssCode: barnet })
      await inviteAs(service, 'ada', {
        ...cal,
        email: 'ben@council.example',
        role: 'certifier',
        gssCode: camden,
      })
      expect(await openTo(service)).toEqual(['certifier', 'lead', 'lead'])
      await signInByMail(service, 'ben@council.example')
      expect(await openTo(service)).toEqual(['lead', 'lead'])
      const held = service.context.db.selectFrom('memberships').select('id').where('personId', '=', 'ben')
      expect(await held.execute()).toEqual([{ id: 'ben-1' }])
    })

    it('have their invitation withdrawn by the lead of the authority alone', async (test) => {
      const service = await open(engine, test)
      const { invitationId } = await (
        await inviteAs(service, 'amara', { role: 'lead', gssCode: camden })
      ).json()
      const withdraw = async (personId: string, id: string) => {
        const cookie = await cookieFor(service, personId)
        return (await postJson(service.app, `/api/invitations/${id}/withdraw`, {}, { cookie })).status
      }
      expect(await withdraw('barney', invitationId)).toBe(404)
      expect(await withdraw('amara', 'nothing')).toBe(404)
      expect(await withdraw('eve', invitationId)).toBe(403)
      expect(await withdraw('amara', invitationId)).toBe(200)
      expect(await withdraw('amara', invitationId)).toBe(404)
      const signedIn = await signInByMail(service, 'cal@council.example')
      expect(await (await me(service, cookieOf(signedIn))).json()).toMatchObject({ capabilities: [] })
    })

    it('give themselves no role: they are not invited by themselves, nor sent a letter again', async (test) => {
      const service = await open(engine, test)
      await service.addPerson('olu', 'Olu Bello', { role: 'administrator' })
      const own = { email: 'ADA@council.example', name: 'Ada Min', role: 'evaluator' }
      const refused = [
        await inviteAs(service, 'ada', own),
        await inviteAs(service, 'amara', {
          ...{ email: 'amara@council.example', name: 'Amara Osei' },
          ...{ role: 'certifier', gssCode: camden },
        }),
      ]
      const byAnother = await inviteAs(service, 'olu', own)
      expect(byAnother.status).toBe(201)
      const { invitationId } = await byAnother.json()
      const again = async (personId: string) =>
        postJson(
          service.app,
          `/api/invitations/${invitationId}/send-again`,
          {},
          { cookie: await cookieFor(service, personId) },
        )
      refused.push(await again('ada'))
      for (const response of refused) {
        expect(response.status).toBe(403)
        expect(await response.json()).toMatchObject({ type: 'own-invitation' })
      }
      expect((await again('olu')).status).toBe(200)
      expect(await openTo(service)).toEqual(['evaluator'])
    })

    it('are invited once when the same request comes twice', async (test) => {
      const service = await open(engine, test)
      const headers = { cookie: await cookieFor(service, 'ada'), 'idempotency-key': 'again-1' }
      const body = { ...cal, role: 'evaluator' }
      const first = await (await postJson(service.app, '/api/invitations', body, headers)).json()
      const second = await (await postJson(service.app, '/api/invitations', body, headers)).json()
      expect(second).toEqual(first)
      expect(await service.context.db.selectFrom('invitations').select('id').execute()).toHaveLength(1)
    })
  })
}
