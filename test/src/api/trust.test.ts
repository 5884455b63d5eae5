/** Trust: no write without its event and no event without its write; what is on record stays as it was. */
import { permissions } from '@inclusion/server/http/permissions'
import { change } from '@inclusion/server/trust/change'
import { verifyChain } from '@inclusion/server/trust/verify'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Answer, type Client, type Service } from '../support/service.ts'
import { addAmendments, oneFigure, trustSteps } from './support/amendment-cases.ts'
import { addDueDays, collectionSteps } from './support/collection-cases.ts'
import { camden, countEvents, refusal, see, sendFile } from './support/filing.ts'

const hackney = 'APM-E09000012-FY2025-26-Q3'
/** A word that stands in every text typed here, and may stand in no event. */
const typed = 'Quokkas were counted twice.'

/** A body that is a text is a file: CSV. */
type Step = { route: string; who: string; path: string; body?: unknown; action: string; subject: string }

const ofReturn = (who: string, act: string, body?: unknown): Step => ({
  ...{ route: `POST /api/returns/:returnId/${act}`, who, path: `/api/returns/${hackney}/${act}`, body },
  ...{ action: `return.${act}`, subject: hackney },
})
const ofCamden = (part: string, body: unknown, action: string): Step => ({
  ...{
    route: `PUT /api/returns/:returnId/${part}`,
    who: 'ruth-okafor',
    path: `/api/returns/${camden}/${part}`,
    body,
  },
  ...{ action, subject: camden },
})
const ofReport = (method: string, part: string, urn: string, body?: unknown): Step => ({
  ...{ route: `${method} /api/setting-reports/:returnId/:urn/${part}`, who: 'helen-achebe', body },
  ...{ path: `/api/setting-reports/${camden}/${urn}/${part}`, subject: `${camden}@${urn}` },
  action: part === 'figures' ? 'setting-report.save-figures' : `setting-report.${part}`,
})
const draft = { path: '/api/standards/edition-two', route: '/api/standards/:standardId' }
/** A step on the draft that the first of these begins: each change moves its revision by one. */
const ofDraft = (verb: string, act: string, body?: unknown, who = 'leila-haddad'): Step => {
  const [method = '', part = '', query = ''] = verb.split(' ')
  return {
    ...{ route: `${method} ${draft.route}${part.replace('4.13', ':code')}`, who, body },
    ...{ path: `${draft.path}${part}${query}`, action: `standard.${act}`, subject: 'standard:edition-two' },
  }
}
const beginDraft: Step = {
  ...{ route: 'POST /api/standards', who: 'leila-haddad', path: '/api/standards' },
  ...{ body: { basedOn: 'reference-1', name: 'Edition two' } },
  ...{ action: 'standard.begin', subject: 'standards' },
}
const severity = { light: 'note', standard: 'block', enhanced: 'block' }
const check = {
  ...{ severity, rule: { kind: 'digits-swapped', digits: 4 }, title: typed, rationale: typed },
  words: { message: `{said} ${typed}`, fix: typed },
}
const ofWaiver = (who: string, id: string, act: string, body?: unknown): Step => ({
  ...{ route: `POST /api/waivers/:waiverId/${act}`, who, path: `/api/waivers/${id}/${act}`, body },
  ...{ action: `waiver.${act}`, subject: `waiver:${id}` },
})
const newSetting = {
  ...{ urn: '150001', laestab: '204/1105', name: 'Quokka House', type: '42' },
  ...{ gssCode: 'E09000012', openedOn: null },
}
const part = { grantId: 'APM-E09000007', startsOn: '2025-09-01', endsBefore: null }
/** A setting of Hackney's; what is typed of one is its name, and stands in no event. */
const ofSetting = (part: string, body: object, act: string, urn = '134635'): Step => ({
  ...{ route: `POST /api/settings${part && `/:urn${part}`}`, who: 'chloe-bright', body },
  ...{
    path: `/api/settings${part && `/${urn}${part}`}`,
    action: `setting.${act}`,
    subject: `setting:${urn}`,
  },
})
const ofPeople = (step: Omit<Step, 'who'>): Step => ({ ...step, who: 'noor-rahman' })

/** Clean, and taken on the way. */
const clean = 'APM-E09000019-FY2025-26-Q3'
const send = ofReturn('priya-nair', 'send-for-sign-off')
const submit = ofReturn('owen-clarke', 'submit', { declared: true })
const take = ofReturn('leila-haddad', 'take')
const figures = [
  { locator: 'APM-OP7', revision: 0, entries: { value: typed }, note: typed },
  { locator: 'APM-TX1', revision: 0, text: typed, evidence: { source: typed } },
  { locator: 'APM-OC6', revision: 1, missing: 'x', note: typed },
]
const missing = { reason: 'other', text: typed }
const invitation = { email: 'quokka@person.example', name: 'Quokka Jones', role: 'reader' }

/** What stands in the way of accepting Hackney's return: what was asked about, and what was explained. */
const inTheWay = ['APM-OP7', 'APM-OP8'].map((locator) => ({
  ...{ locator, decision: 'accept-explained', note: typed },
}))

/** Every route that writes, each in a moment in which it may. */
const steps: Step[] = [
  ofCamden('figures', { changes: figures }, 'return.save-figures'),
  ofCamden(
    'explanations',
    { explanations: [{ check: '1.2', locator: 'APM-OC6', reason: 'other', text: typed }] },
    'return.explain',
  ),
  {
    ...ofCamden('uploads', `indicator,note,revision\nAPM-OP1,${typed},1\n`, 'return.save-figures'),
    ...{
      route: 'POST /api/returns/:returnId/uploads',
      path: `/api/returns/${camden}/uploads?name=Quokka.csv`,
    },
  },
  {
    ...ofCamden('settings/:urn/missing', missing, 'setting-report.record-missing'),
    ...{ path: `/api/returns/${camden}/settings/134643/missing`, subject: `${camden}@134643` },
  },
  ofReport('PUT', 'figures', '134643', {
    changes: [{ locator: 'attendance@134643:mentored', revision: 0, entries: { enrolments: typed } }],
  }),
  ofReport('POST', 'withdraw', '100006'),
  {
    ...{ route: 'POST /api/returns/:returnId/settings/:urn/remind', who: 'ruth-okafor' },
    ...{ path: `/api/returns/${camden}/settings/134643/remind`, subject: `${camden}@134643` },
    action: 'setting-report.remind',
  },
  {
    ...{ route: 'POST /api/returns/:returnId/remind', who: 'ruth-okafor', subject: camden },
    ...{ path: `/api/returns/${camden}/remind`, action: 'return.remind' },
  },
  {
    ...{ route: 'POST /api/returns/:returnId/queries', who: 'ruth-okafor', subject: camden },
    ...{ path: `/api/returns/${camden}/queries`, action: 'return.ask-setting' },
    body: { locator: 'attendance@134643:mentored', question: typed },
  },
  {
    ...{ route: 'POST /api/returns/:returnId/queries/:queryId/close', who: 'ruth-okafor', subject: camden },
    ...{ path: `/api/returns/${camden}/queries/QUERY/close`, action: 'return.close-query' },
  },
  ofReport('POST', 'sign-off', '100006'),
  ofReturn('owen-clarke', 'decline', { reason: typed }),
  send,
  submit,
  ofReturn('priya-nair', 'withdraw'),
  send,
  submit,
  take,
  ofReturn('leila-haddad', 'hand-over', { to: 'sam-whitfield', reason: typed }),
  ofReturn('sam-whitfield', 'decide-figures', {
    decisions: [
      { locator: 'APM-OP7', decision: 'question', note: typed },
      { locator: 'APM-OP8', decision: 'request-change', note: typed },
    ],
  }),
  ofReturn('sam-whitfield', 'request-changes', {}),
  {
    ...ofReturn('priya-nair', 'queries/:queryId/messages', { text: typed }),
    ...{ path: `/api/returns/${hackney}/queries/QUERY/messages`, action: 'return.answer-query' },
  },
  send,
  submit,
  take,
  ofReturn('leila-haddad', 'decide-figures', { decisions: inTheWay }),
  { ...ofReturn('leila-haddad', 'accept-rest'), action: 'return.decide-figures' },
  ofReturn('leila-haddad', 'accept', { remark: typed }),
  ofReturn('priya-nair', 'ask-to-reopen', { reason: typed, locators: ['APM-OP8'] }),
  ofReturn('leila-haddad', 'decline-reopening', { reason: typed }),
  ofReturn('leila-haddad', 'reopen', { reason: typed, locators: ['APM-OP8'] }),
  {
    ...{ route: 'POST /api/returns/:returnId/take', who: 'leila-haddad', path: `/api/returns/${clean}/take` },
    ...{ action: 'return.take', subject: clean },
  },
  {
    ...{ route: 'POST /api/review-queue/accept', who: 'leila-haddad', path: '/api/review-queue/accept' },
    ...{ body: { returns: [{ returnId: clean, version: 1 }] }, action: 'return.accept', subject: clean },
  },
  beginDraft,
  ofDraft('PUT', 'save', { revision: 0, name: 'Edition two', summary: typed, effectiveFrom: 'FY2025-26-Q4' }),
  ofDraft('PUT /severities', 'save-severities', { revision: 1, checks: [{ code: '4.8', severity }] }),
  ofDraft('POST /checks', 'add-check', { revision: 2, code: '4.13', ...check }),
  ofDraft('PUT /checks/4.13', 'save-check', { revision: 3, ...check }),
  ofDraft('DELETE /checks/4.13 ?revision=4', 'remove-check'),
  ofDraft('POST /back-tests', 'back-test'),
  ofDraft('POST /propose', 'propose', { revision: 5 }),
  ofDraft('POST /take-back', 'take-back', { revision: 5 }),
  ofDraft('POST /propose', 'propose', { revision: 5 }),
  ofDraft('POST /refuse', 'refuse', { revision: 5, reason: typed }, 'sam-whitfield'),
  ofDraft('DELETE  ?revision=5', 'discard'),
  beginDraft,
  ofDraft('POST /back-tests', 'back-test'),
  ofDraft('POST /propose', 'propose', { revision: 0 }),
  ofDraft('POST /approve', 'approve', { revision: 0 }, 'sam-whitfield'),
  {
    ...{ route: 'POST /api/programmes/:programme/meetings', who: 'chloe-bright' },
    ...{ path: '/api/programmes/CPD/meetings', body: { heldOn: '2026-01-12', title: typed, note: typed } },
    ...{ action: 'learning.record', subject: 'programme:CPD' },
  },
  ...collectionSteps(typed),
  ofSetting('', { ...newSetting }, 'record', '150001'),
  ofSetting('/succeed', { revision: 0, successorUrn: '150001', succeededOn: '2026-02-01' }, 'succeed'),
  ofSetting('/take-back', { revision: 1 }, 'take-back'),
  ofSetting('/close', { revision: 2, closedOn: '2026-01-31' }, 'close'),
  ofSetting('/take-part', { revision: 3, ...part }, 'take-part'),
  ofSetting('/end-part', { revision: 4, ...part, endsBefore: '2025-10-01' }, 'end-part'),
  {
    ...{ route: 'POST /api/waivers', who: 'ruth-okafor', path: '/api/waivers' },
    ...{ body: { check: '4.8', programme: 'APM', gssCode: 'E09000007', reason: typed, until: '2026-03-31' } },
    ...{ action: 'waiver.request', subject: 'waivers' },
  },
  ofWaiver('leila-haddad', 'one', 'approve', { note: typed }),
  ofWaiver('leila-haddad', 'one', 'end'),
  ofWaiver('leila-haddad', 'two', 'refuse', { note: typed }),
  ofWaiver('ruth-okafor', 'three', 'withdraw'),
  ...trustSteps(typed),
  ofPeople({
    ...{ route: 'POST /api/invitations', path: '/api/invitations', body: invitation },
    ...{ action: 'invitation.send', subject: 'invitations' },
  }),
  ofPeople({
    ...{ route: 'POST /api/invitations/:invitationId/send-again' },
    ...{ path: '/api/invitations/open-1/send-again', action: 'invitation.send-again' },
    body: {},
    subject: 'invitation:open-1',
  }),
  ofPeople({
    ...{ route: 'POST /api/people/:personId/confirm-access', path: '/api/people/marcus-lee/confirm-access' },
    ...{ action: 'person.confirm-access', subject: 'person:marcus-lee' },
  }),
  ofPeople({
    ...{ route: 'POST /api/people/confirm-access', path: '/api/people/confirm-access' },
    ...{ body: { people: ['marcus-lee'] }, action: 'person.confirm-access', subject: 'person:marcus-lee' },
  }),
  ...['send-again', 'settle'].map((act) =>
    ofPeople({
      ...{ route: `POST /api/letters/:letterId/${act}`, path: `/api/letters/lost-${act}/${act}` },
      ...{ action: `letter.${act}`, subject: `letter:lost-${act}` },
    }),
  ),
  {
    ...{ route: 'POST /api/service-levels', path: '/api/service-levels', who: 'leila-haddad' },
    ...{ body: { programme: 'CPD', workingDays: 5, startsOn: '2026-04-01' } },
    ...{ action: 'service-level.set', subject: 'service-level:CPD' },
  },
  ofPeople({
    ...{ route: 'POST /api/people/:personId/leave', path: '/api/people/marcus-lee/leave' },
    ...{ body: { endsBefore: '2026-03-01' }, action: 'person.leave', subject: 'person:marcus-lee' },
  }),
  ofPeople({
    ...{ route: 'POST /api/departures/:departureId/take-back', path: '/api/departures/DEPARTURE/take-back' },
    ...{ action: 'person.stay', subject: 'departure:DEPARTURE' },
  }),
  ofPeople({
    ...{ route: 'POST /api/audit/verify', path: '/api/audit/verify' },
    ...{ action: 'audit.verify', subject: 'audit-trail' },
  }),
  ofPeople({
    ...{ route: 'POST /api/invitations/:invitationId/withdraw', path: '/api/invitations/open-1/withdraw' },
    ...{ action: 'invitation.withdraw', subject: 'invitation:open-1' },
  }),
  ofPeople({
    ...{ route: 'POST /api/memberships/:membershipId/end', path: '/api/memberships/marcus-lee-1/end' },
    ...{ action: 'membership.end', subject: 'membership:marcus-lee-1' },
  }),
  ofPeople({
    ...{ route: 'POST /api/people/:personId/suspend', path: '/api/people/marcus-lee/suspend' },
    ...{ action: 'person.suspend', subject: 'person:marcus-lee' },
  }),
  ofPeople({
    ...{ route: 'POST /api/people/:personId/restore', path: '/api/people/marcus-lee/restore' },
    ...{ action: 'person.restore', subject: 'person:marcus-lee' },
  }),
]

it('every route that writes is walked here', () => {
  const rows = permissions.filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'))
  // A dry run leaves nothing behind: see amendments.test.ts.
  const others = ['POST /api/demo/sign-in', 'POST /api/amendments/:amendmentId/dry-run']
  const walked = new Set([...steps.map(({ route }) => route), ...others])
  expect([...walked].toSorted()).toEqual(rows.map(({ method, path }) => `${method} ${path}`).toSorted())
})

describe.each(engines())('trust on %s:', (engine) => {
  let service: Service
  const clients = new Map<string, Client>()

  beforeEach(async () => {
    service = await openService(engine)
    clients.clear()
  })
  afterEach(() => service.close())

  async function as(person: string): Promise<Client> {
    const client = clients.get(person) ?? (await service.as(person))
    clients.set(person, client)
    return client
  }

  async function walk({ route, who, path, body }: Step): Promise<Answer<unknown>> {
    const client = await as(who)
    const query = await service.database.db
      .selectFrom('data_queries')
      .select('id')
      .where('returnId', '=', path.split('/')[3] ?? '')
      .executeTakeFirst()
    const departure = await marcusLeaves()
    const address = path.replace('QUERY', query?.id ?? '').replace('DEPARTURE', departure?.id ?? '')
    if (route.startsWith('DELETE')) {
      const response = await client.request(address, { method: 'DELETE' })
      return { status: response.status, body: await response.json(), headers: response.headers }
    }
    if (typeof body === 'string') return sendFile(client, address, body)
    return route.startsWith('PUT') ? client.put(address, body) : client.post(address, body)
  }

  const marcusLeaves = () =>
    service.database.db
      .selectFrom('departures')
      .select('id')
      .where('personId', '=', 'marcus-lee')
      .executeTakeFirst()
  const events = () =>
    service.database.db.selectFrom('audit_events').selectAll().orderBy('position').execute()

  it('every write leaves exactly one event, of who did what to what, and no word that was typed', async () => {
    for (const { who } of steps) await as(who)
    await addInvitation(service)
    await addWaivers(service)
    await addAmendments(service, { ids: ['one', 'two'], programme: 'CPD', content: oneFigure('A hint.') })
    await addDueDays(service)
    await addLetters(service)
    const before = await countEvents(service)
    for (const step of steps) {
      service.pass(2)
      const count = await countEvents(service)
      const answer = await walk(step)
      expect(answer.status, `${step.route} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
      // What goes on in the background has events of its own, and is not waited for here.
      await finishBackTests(service)
      const all = await events()
      expect(all.length, step.route).toBe(count + 1)
      const { action, who: personId } = step
      const departure = await marcusLeaves()
      const subject = step.subject.replace('DEPARTURE', departure?.id ?? '')
      expect(all.at(-1)).toMatchObject({ action, subject, personId, at: service.context.now() })
    }
    const written = (await events()).slice(before)
    expect(written).toHaveLength(steps.length)
    expect(written.filter((event) => /quokka/i.test(JSON.stringify(event)))).toEqual([])
    expect(await verifyChain(service.context.db)).toMatchObject({
      ...{ events: before + steps.length, broken: null, until: service.context.now() },
    })
  })

  it('signing in is an event too', async () => {
    const before = await countEvents(service)
    await service.as('ruth-okafor')
    const all = await events()
    expect([all.length, all.at(-1)!.personId]).toEqual([before + 1, 'ruth-okafor'])
  })

  it('a write whose event cannot be written is not written', async () => {
    const ruth = await as('ruth-okafor')
    const { db } = service.database
    const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
    await db
      .updateTable('audit_head')
      .set({ position: head.position - 1 })
      .execute()
    const changes = [{ locator: 'APM-OP1', revision: 1, entries: { value: '2' } }]
    const save = () => ruth.put(`/api/returns/${camden}/figures`, { changes }, { 'idempotency-key': 'one' })
    const failed = await save()
    expect(refusal(failed)).toBe('500 unexpected')
    expect(failed.body).toMatchObject({ reference: failed.headers.get('x-reference') })
    expect((await see(ruth, camden)).marks['APM-OP1']!.revision).toBe(1)
    await db.updateTable('audit_head').set({ position: head.position }).execute()
    expect((await save()).status).toBe(200)
  })

  it('an event whose write fails is not written', async () => {
    const { context } = service
    const before = await countEvents(service)
    const act = { personId: 'ruth-okafor', action: 'test', subject: camden }
    const work = change(context, act, async (trx) => {
      await trx.updateTable('returns').set({ declineReason: 'x' }).where('id', '=', camden).execute()
      throw new Error('The work failed half-way')
    })
    await expect(work).rejects.toThrow('half-way')
    const row = await context.db
      .selectFrom('returns')
      .select('declineReason')
      .where('id', '=', camden)
      .executeTakeFirst()
    expect([await countEvents(service), row]).toEqual([before, { declineReason: null }])
  })

  it.each(['audit_events', 'return_versions', 'query_messages', 'figure_decisions', 'window_changes'])(
    '%s can be added to, never changed',
    async (table) => {
      const { db } = service.database
      const refused = new RegExp(`${table} can be added to, never changed`)
      const columns: Record<string, string> = {
        audit_events: 'detail',
        return_versions: 'canonical',
        query_messages: 'text',
        figure_decisions: 'note',
      }
      const column = columns[table] ?? 'reason'
      const attempts = [
        sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = 'x'`,
        sql`DELETE FROM ${sql.table(table)}`,
        ...(engine === 'PostgreSQL' ? [sql`TRUNCATE ${sql.table(table)} CASCADE`] : []),
      ]
      for (const attempt of attempts) await expect(attempt.execute(db)).rejects.toThrow(refused)
    },
  )

  it('the database itself refuses one person in two duties', async () => {
    const set = (id: string, row: object) =>
      service.database.db.updateTable('returns').set(row).where('id', '=', id).execute()
    const submitted = { status: 'submitted', sentBy: 'priya-nair', submittedBy: 'owen-clarke' }
    await set(hackney, submitted)
    for (const acceptedBy of ['priya-nair', 'owen-clarke']) {
      await expect(set(hackney, { status: 'accepted', acceptedBy })).rejects.toThrow(
        'returns_reviewer_is_independent',
      )
    }
    await expect(set(hackney, { submittedBy: 'priya-nair' })).rejects.toThrow('returns_certifier_is_another')
    await expect(set(hackney, { submittedBy: null })).rejects.toThrow('returns_submitted_names')
    await expect(set(hackney, { status: 'accepted' })).rejects.toThrow('returns_accepted_names')
    await set(hackney, { status: 'accepted', acceptedBy: 'leila-haddad' })
    const training = 'CPD-E09000012-FY2025-26-Q3'
    await set(training, { status: 'submitted', sentBy: 'priya-nair', submittedBy: 'priya-nair' })
    await expect(set(training, { status: 'accepted', acceptedBy: 'priya-nair' })).rejects.toThrow(
      'returns_reviewer_is_independent',
    )
  })
})

/** Letters that did not arrive, by ids that the steps can name. */
async function addLetters({ context }: Service): Promise<void> {
  const at = context.now()
  const letter = { recipient: 'open@person.example', subject: 'Accepted', text: 'Text', attempts: 12 }
  await context.db
    .insertInto('outbox')
    .values(
      ['send-again', 'settle'].map((act) => ({
        ...{ ...letter, id: `lost-${act}`, createdAt: at, notBefore: at, lastError: 'No such host' },
      })),
    )
    .execute()
}

/** An invitation that is open through all of the test, by an id that the steps can name. */
async function addInvitation({ context }: Service): Promise<void> {
  await context.db
    .insertInto('invitations')
    .values({
      ...{ id: 'open-1', email: 'open@person.example', name: 'Open Jones', role: 'reader', programme: null },
      ...{ gssCode: null, urn: null, invitedBy: 'noor-rahman', acceptedAt: null },
      ...{ createdAt: context.now(), expiresAt: '2026-12-31T00:00:00.000Z' },
    })
    .execute()
}

/** Waivers that wait for a decision, by ids that the steps can name. */
async function addWaivers({ context }: Service): Promise<void> {
  const waiver = {
    ...{ checkCode: '4.8', programme: 'APM', gssCode: 'E09000007', urn: null, indicator: null },
    ...{ reason: typed, until: '2026-03-31', status: 'requested' as const, requestedBy: 'ruth-okafor' },
    ...{ requestedAt: context.now(), decidedBy: null, decidedAt: null, decisionNote: null },
    ...{ endedBy: null, endedAt: null },
  }
  const ids = ['one', 'two', 'three']
  await context.db
    .insertInto('waivers')
    .values(ids.map((id) => ({ id, ...waiver })))
    .execute()
}

/** As if the background had done its work. */
async function finishBackTests({ context }: Service): Promise<void> {
  await context.db
    .updateTable('back_tests')
    .set({ status: 'finished', finishedAt: context.now() })
    .where('status', '=', 'running')
    .execute()
}
