/**
 * Whose it is: a borough, a setting, a programme never reads or writes another's, whatever stands in the
 * address or the body; and what is another's answers exactly as what does not exist.
 */
import { permissions } from '@inclusion/server/http/permissions'
import type { HomeView } from '@inclusion/server/home/routes'
import type { ReturnLine } from '@inclusion/server/returns/view'
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import type { ScoresView } from '@inclusion/server/standards/scores'
import type { ReportListItem } from '@inclusion/server/setting-reports/access'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Answer, type Client, type Service } from '../support/service.ts'
import { addAmendments, oneFigure, scopeCases } from './support/amendment-cases.ts'
import {
  addDueDays,
  collectionByBody,
  collectionLists,
  collectionScopes,
} from './support/collection-cases.ts'
import { camden, countEvents, done, giveRole, refusal, sendFile } from './support/filing.ts'

/** Camden's, accepted: it has versions, a receipt, a history. */
const past = 'APM-E09000007-FY2025-26-Q2'
const earlier = 'APM-E09000007-FY2025-26-Q1'
/** Camden has no training grant in the demonstration; a return of this id has never been. */
const nowhere = 'APM-E09000007-FY2019-20-Q3'
const croydonMentoring = 'APM-E09000008-FY2025-26-Q3'

type Case = {
  route: string
  /** Who owns it, and who holds the same role somewhere else. */
  insider: string
  outsiders: string[]
  /** What is theirs, and the like of it that does not exist. */
  path: string
  missing: string
  body?: unknown
}

const lead = { insider: 'ruth-okafor', outsiders: ['priya-nair', 'farah-siddiqui', 'tom-bennett'] }
const certifier = { insider: 'daniel-marsh', outsiders: ['owen-clarke', 'joan-whitcombe'] }
const head = { insider: 'helen-achebe', outsiders: ['martin-osei', 'stella-marino', 'priya-nair'] }
/** Marcus Lee is made an evaluator of the training programme alone. */
const evaluator = { insider: 'leila-haddad', outsiders: ['marcus-lee'] }
const everyoneElse = [...lead.outsiders, ...certifier.outsiders, ...evaluator.outsiders]

const ofReturn = (
  act: string,
  who: { insider: string; outsiders: string[] },
  body?: unknown,
  id = camden,
): Case => {
  const method = ['figures', 'explanations'].includes(act) ? 'PUT' : 'POST'
  const path = (returnId: string) => `/api/returns/${returnId}/${act}`
  return { route: `${method} ${path(':returnId')}`, ...who, path: path(id), missing: path(nowhere), body }
}
const read = (part: string, query = ''): Case => ({
  ...{ route: `GET /api/returns/:returnId${part}`, insider: 'ruth-okafor', outsiders: everyoneElse },
  ...{ path: `/api/returns/${past}${part}${query}`, missing: `/api/returns/${nowhere}${part}${query}` },
})
const report = (method: string, part: string, body?: unknown): Case => ({
  ...{ route: `${method} /api/setting-reports/:returnId/:urn${part.split('?')[0]}`, ...head, body },
  ...{
    path: `/api/setting-reports/${camden}/134643${part}`,
    missing: `/api/setting-reports/${camden}/999999${part}`,
  },
})

/** A setting of Hackney's. The VRU's managers reach those of their own programmes. */
const ofSetting = (method: string, part: string, body?: unknown): Case => ({
  ...{ route: `${method} /api/settings/:urn${part}`, body, insider: 'chloe-bright' },
  outsiders: ['manager-of-training', ...(method === 'GET' ? ['ruth-okafor', 'helen-achebe'] : [])],
  ...{ path: `/api/settings/134635${part}`, missing: `/api/settings/999999${part}` },
})

/** A waiver that Ruth Okafor asks for, of Camden's own. */
const ofWaiver = (act: string, who: { insider: string; outsiders: string[] }, body?: unknown): Case => ({
  ...{ route: `POST /api/waivers/:waiverId/${act}`, ...who, body },
  ...{ path: `/api/waivers/WAIVER/${act}`, missing: `/api/waivers/nothing/${act}` },
})

/** A lead of Hackney manages its certifier; others manage somebody else's. */
const ofPerson = (method: string, act: string, body?: unknown): Case => ({
  ...{ route: `${method} /api/people/:personId/${act}`, insider: 'priya-nair', body },
  outsiders: ['ruth-okafor', 'tom-bennett', 'farah-siddiqui'],
  ...{ path: `/api/people/owen-clarke/${act}`, missing: `/api/people/nobody/${act}` },
})

const words = 'A sentence that says why.'
const changes = [{ locator: 'APM-OP8', revision: 0, entries: { value: '3' } }]
const counts = [{ locator: 'attendance@134643:mentored', revision: 0, entries: { enrolments: '3' } }]

const cases: Case[] = [
  read(''),
  read('/template'),
  read('/receipt'),
  read('/differences', '?from=1&to=1'),
  read('/comparisons'),
  read('/history'),
  read('/position', '?since=0'),
  read('/score'),
  ofReturn('figures', lead, { changes }),
  ofReturn('uploads', lead, 'indicator,value,revision\nAPM-OP1,2,1\n'),
  ofReturn('explanations', lead, {
    explanations: [{ check: '4.8', locator: 'APM-OP5', reason: 'other', text: words }],
  }),
  {
    ...{
      route: 'PUT /api/returns/:returnId/settings/:urn/missing',
      ...lead,
      body: { reason: 'other', text: words },
    },
    ...{
      path: `/api/returns/${camden}/settings/134643/missing`,
      missing: `/api/returns/${nowhere}/settings/134643/missing`,
    },
  },
  {
    ...{ route: 'POST /api/returns/:returnId/settings/:urn/remind', ...lead },
    ...{
      path: `/api/returns/${camden}/settings/134643/remind`,
      missing: `/api/returns/${nowhere}/settings/134643/remind`,
    },
  },
  ofReturn('remind', lead),
  ofReturn('queries', lead, { locator: 'attendance@134643:whole', question: words }),
  ofReturn('send-for-sign-off', lead),
  ofReturn('decline', certifier, { reason: words }),
  ofReturn('submit', { ...certifier, outsiders: [...certifier.outsiders, 'priya-nair'] }, { declared: true }),
  ofReturn('withdraw', lead),
  ofReturn('take', evaluator),
  ofReturn('hand-over', evaluator, { to: null, reason: words }),
  {
    ...{ route: 'GET /api/returns/:returnId/evaluators', ...evaluator },
    ...{ path: `/api/returns/${camden}/evaluators`, missing: `/api/returns/${nowhere}/evaluators` },
  },
  ofReturn('decide-figures', evaluator, { decisions: [{ locator: 'APM-OP8', decision: 'accept' }] }),
  ofReturn('accept-rest', evaluator),
  ofReturn('request-changes', evaluator, { questions: [{ locator: 'APM-OP8', question: words }] }),
  ofReturn('accept', evaluator, {}),
  ofReturn('ask-to-reopen', lead, { reason: words }, past),
  ofReturn('decline-reopening', evaluator, { reason: words }, past),
  ofReturn('reopen', evaluator, { reason: words, locators: ['APM-OP8'] }, past),
  {
    ...{
      route: 'POST /api/returns/:returnId/queries/:queryId/messages',
      insider: 'ebony-of-greenwich',
      body: { text: words },
    },
    outsiders: ['ruth-okafor', 'priya-nair', 'marcus-lee', 'helen-achebe'],
    ...{
      path: '/api/returns/APM-E09000011-FY2025-26-Q3/queries/QUERY/messages',
      missing: `/api/returns/${nowhere}/queries/QUERY/messages`,
    },
  },
  {
    ...{ route: 'POST /api/returns/:returnId/queries/:queryId/close', insider: 'ebony-of-greenwich' },
    outsiders: ['ruth-okafor', 'priya-nair', 'marcus-lee'],
    ...{
      path: '/api/returns/APM-E09000011-FY2025-26-Q3/queries/QUERY/close',
      missing: `/api/returns/${nowhere}/queries/QUERY/close`,
    },
  },
  report('GET', ''),
  report('GET', '/position?since=0'),
  report('PUT', '/figures', { changes: counts }),
  report('POST', '/sign-off'),
  report('POST', '/withdraw'),
  ofSetting('GET', ''),
  ofSetting('POST', '/close', { revision: 99, closedOn: null }),
  ofSetting('POST', '/succeed', { revision: 99, successorUrn: '134643', succeededOn: '2025-09-01' }),
  ofSetting('POST', '/take-back', { revision: 99 }),
  ofSetting('POST', '/take-part', { revision: 99, grantId: 'APM-E09000007', startsOn: '2025-09-01' }),
  ofSetting('POST', '/end-part', { revision: 99, grantId: 'APM-E09000012', startsOn: '2022-04-01' }),
  {
    ...{ route: 'GET /api/programmes/:programme', ...evaluator },
    ...{ path: '/api/programmes/APM', missing: '/api/programmes/ZZZ' },
  },
  {
    ...{ route: 'GET /api/programmes/:programme/indicators/:indicator/provenance', ...evaluator },
    path: '/api/programmes/APM/indicators/APM-OP1/provenance',
    missing: '/api/programmes/ZZZ/indicators/APM-OP1/provenance',
  },
  ...(['GET', 'POST'] as const).map((method): Case => ({
    ...{ route: `${method} /api/programmes/:programme/meetings`, ...evaluator },
    ...{ path: '/api/programmes/APM/meetings', missing: '/api/programmes/ZZZ/meetings' },
    ...(method === 'POST' && { body: { heldOn: '2026-01-12', title: 'A meeting', note: words } }),
  })),
  {
    ...{ route: 'GET /api/standards/:standardId/preview', ...evaluator },
    ...{
      path: `/api/standards/reference-1/preview?return=${camden}`,
      missing: `/api/standards/reference-1/preview?return=${nowhere}`,
    },
  },
  ...collectionScopes,
  ofWaiver('approve', evaluator, { note: words }),
  ofWaiver('refuse', evaluator, { note: words }),
  ofWaiver('withdraw', lead),
  ofWaiver('end', evaluator),
  ...['history', 'provenance'].map((part) => ({
    ...read(`/figures/APM-OP1/${part}`),
    route: `GET /api/returns/:returnId/figures/:locator/${part}`,
  })),
  ...scopeCases({ insider: 'leila-haddad', outsiders: ['marcus-lee', 'manager-of-training'] }),
  ofPerson('GET', 'leaving'),
  ofPerson('POST', 'leave', { endsBefore: '2026-02-01', knowing: true }),
  ofPerson('POST', 'confirm-access'),
  {
    ...{
      route: 'POST /api/memberships/:membershipId/end',
      insider: 'noor-rahman',
      outsiders: ['ruth-okafor', 'tom-bennett'],
    },
    ...{ path: '/api/memberships/owen-clarke-1/end', missing: '/api/memberships/nobody-1/end' },
  },
]

/** Lists hold only what is the asker's: each has a test of its own below. */
const lists = [
  'GET /api/returns',
  'GET /api/home',
  'GET /api/setting-reports',
  'GET /api/settings',
  ...['GET /api/review-queue', 'GET /api/review-queue/chosen'],
  ...collectionLists,
  'GET /api/programmes',
  'GET /api/people',
  // An administrator's are all of them; a level is known to whoever sees the collection.
  ...['GET /api/letters', 'GET /api/service-levels'],
  // Tested in access-review.test.ts.
  ...['GET /api/people/access', 'GET /api/people/access/export'],
  'GET /api/waivers',
  // See amendments.test.ts.
  ...['GET /api/amendments', 'GET /api/framework'],
  'GET /api/standards-scores',
  'GET /api/standards/:standardId/track-record',
]
/** Judged by what the body is about: tested below, in people.test.ts and in accept-together.test.ts. */
const byBody = [
  ...['POST /api/waivers', 'POST /api/settings', 'POST /api/amendments', 'POST /api/review-queue/accept'],
  // See access-review.test.ts and service-levels.test.ts.
  ...['POST /api/people/confirm-access', 'POST /api/service-levels'],
  ...collectionByBody,
  ...['POST /api/invitations', 'POST /api/invitations/:invitationId/withdraw'],
  // Tested in access-review.test.ts and leaving.test.ts.
  ...['POST /api/invitations/:invitationId/send-again', 'POST /api/departures/:departureId/take-back'],
]
/** The same for everybody who may call them at all, or for the caller alone. */
const withoutScope = [
  ...[
    'GET /api/health',
    'GET /api/openapi.json',
    'GET /api/receipts/:code',
    'GET /api/me',
    'GET /api/demo/people',
  ],
  ...['POST /api/demo/sign-in', 'POST /api/people/:personId/suspend', 'POST /api/people/:personId/restore'],
  ...['GET /api/indicators/:indicator', 'GET /api/standards/:standardId', 'GET /api/audit'],
  ...['choices', 'export', 'events/:position'].map((part) => `GET /api/audit/${part}`),
  'POST /api/audit/verify',
  // All letters are any administrator's: see undelivered-letters.test.ts.
  ...['send-again', 'settle'].map((part) => `POST /api/letters/:letterId/${part}`),
]
/** An edition is for every programme: drafts are kept from those who may not see them in standards.test.ts. */
const ofEditions = [
  ...['GET /api/standards', 'POST /api/standards'],
  ...['PUT', 'DELETE'].map((method) => `${method} /api/standards/:standardId`),
  ...['PUT', 'DELETE'].map((method) => `${method} /api/standards/:standardId/checks/:code`),
  'PUT /api/standards/:standardId/severities',
  ...['checks', 'back-tests', 'propose', 'take-back', 'approve', 'refuse'].map(
    (part) => `POST /api/standards/:standardId/${part}`,
  ),
  ...['GET /api/back-tests/:backTestId', 'GET /api/back-tests/:backTestId/returns'],
]

it('every row of the permissions table has its case here, or a reason for none', () => {
  const rows = permissions.filter(({ path }) => path.startsWith('/api/'))
  const known = [...cases.map(({ route }) => route), ...lists, ...byBody, ...withoutScope, ...ofEditions]
  expect(known.toSorted()).toEqual(rows.map(({ method, path }) => `${method} ${path}`).toSorted())
})

describe.each(engines())('what belongs to another, on %s,', (engine) => {
  let service: Service
  let queryId: string
  let waiverId: string
  const clients = new Map<string, Client>()

  beforeAll(async () => {
    service = await openService(engine)
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    const query = await service.database.db
      .selectFrom('data_queries')
      .select('id')
      .where('returnId', '=', 'APM-E09000011-FY2025-26-Q3')
      .executeTakeFirstOrThrow()
    queryId = query.id
    waiverId = await addWaiver(service)
    await addAmendments(service, { ids: ['of-mentoring'], programme: 'APM', content: oneFigure('A hint.') })
    await addDueDays(service)
    const { personId: greenwich } = await service.database.db
      .selectFrom('memberships')
      .select('personId')
      .where('gssCode', '=', 'E09000011')
      .where('role', '=', 'lead')
      .executeTakeFirstOrThrow()
    clients.set('ebony-of-greenwich', await service.as(greenwich))
    await giveRole(service, 'stella-marino', { role: 'programme-manager', programme: 'CPD' })
    clients.set('manager-of-training', await service.as('stella-marino'))
    // Signing in is an act, and so an event: everybody is signed in before events are counted.
    for (const { insider, outsiders } of cases) for (const person of [insider, ...outsiders]) await as(person)
  })
  afterAll(() => service.close())

  async function as(person: string): Promise<Client> {
    const client = clients.get(person) ?? (await service.as(person))
    clients.set(person, client)
    return client
  }

  async function send(person: string, { route, body }: Case, path: string): Promise<Answer<unknown>> {
    const client = await as(person)
    const address = path.replace('QUERY', queryId).replace('WAIVER', waiverId)
    const method = route.split(' ')[0]
    if (method === 'GET') return client.get(address)
    if (typeof body === 'string') return sendFile(client, address, body)
    return method === 'PUT' ? client.put(address, body) : client.post(address, body)
  }

  it.each(cases)('$route answers as if it did not exist', async (given) => {
    const before = await countEvents(service)
    for (const outsider of given.outsiders) {
      const theirs = await send(outsider, given, given.path)
      expect(['404 not-found', '403 not-yours-to-do'], outsider).toContain(refusal(theirs))
      const none = await send(outsider, given, given.missing)
      expect([none.status, none.body], outsider).toEqual([theirs.status, theirs.body])
    }
    const hidden = await Promise.all(given.outsiders.map((outsider) => send(outsider, given, given.path)))
    expect(hidden.some(({ status }) => status === 404)).toBe(true)
    expect(await countEvents(service)).toBe(before)
    expect((await send(given.insider, given, given.path)).status).not.toBe(404)
  })

  it('is of another programme in one borough', async () => {
    const tom = await as('tom-bennett')
    expect(refusal(await tom.get(`/api/returns/${croydonMentoring}`))).toBe('404 not-found')
    expect(refusal(await tom.put(`/api/returns/${croydonMentoring}/figures`, { changes }))).toBe(
      '404 not-found',
    )
    const farah = await as('farah-siddiqui')
    expect(refusal(await farah.get('/api/returns/CPD-E09000008-FY2025-26-Q3'))).toBe('404 not-found')
    expect((await farah.get(`/api/returns/${croydonMentoring}`)).status).toBe(200)
  })

  it('is in no list', async () => {
    const ruth = await as('ruth-okafor')
    const listed = done(await ruth.get<ReturnLine[]>('/api/returns'))
    const home = done(await ruth.get<HomeView>('/api/home'))
    const camdens = [...listed, ...home.returns, ...home.accepted].map(({ id }) => id.slice(0, 13))
    expect(new Set(camdens)).toEqual(new Set(['APM-E09000007']))
    expect([home.reports, home.queue]).toEqual([[], []])
    expect(done(await ruth.get<ReturnLine[]>('/api/returns?programme=CPD'))).toEqual([])
    const martin = await as('martin-osei')
    const reports = done(await martin.get<ReportListItem[]>('/api/setting-reports'))
    expect(new Set(reports.map(({ urn }) => urn))).toEqual(new Set(['134635']))
    const marcus = await as('marcus-lee')
    const queue = done(await marcus.get<QueueView>('/api/review-queue?period=all'))
    expect(new Set(queue.lines.map(({ programme }) => programme.code))).toEqual(new Set(['CPD']))
    expect(queue.programmes.map(({ code }) => code)).toEqual(['CPD'])
    const programmes = done(await marcus.get<{ code: string }[]>('/api/programmes'))
    expect(programmes.map(({ code }) => code)).toEqual(['CPD'])
    const scores = done(await ruth.get<ScoresView>('/api/standards-scores'))
    expect(scores.boroughs.map(({ name }) => name)).toEqual(['Camden'])
    expect(refusal(await ruth.get('/api/standards-scores?programme=CPD'))).toBe('404 not-found')
    expect(done(await marcus.get<ScoresView>('/api/standards-scores')).programme.code).toBe('CPD')
    const record = '/api/standards/reference-1/track-record'
    expect(refusal(await ruth.get(record))).toBe('403 not-yours-to-do')
    expect(refusal(await marcus.get(`${record}?programme=APM`))).toBe('404 not-found')
    const { people } = done(
      await ruth.get<{ people: { memberships: { membershipId: string; scope: string }[] }[] }>('/api/people'),
    )
    const scopes = people.flatMap(({ memberships }) => memberships.map(({ scope }) => scope))
    expect(scopes.filter((scope) => !/Camden|CCfL/.test(scope))).toEqual([])
  })

  it('cannot be written by naming it in a body', async () => {
    const before = await countEvents(service)
    const ruth = await as('ruth-okafor')
    const helen = await as('helen-achebe')
    const leila = await as('leila-haddad')
    const save = (locator: string) => ({ changes: [{ locator, revision: 0, entries: { value: '1' } }] })
    for (const locator of ['APM-OC4@134635', 'APM-OC4@134643', 'attendance@134635:whole']) {
      expect(refusal(await ruth.put(`/api/returns/${camden}/figures`, save(locator)))).toBe(
        '403 setting-has-a-head',
      )
    }
    const reportUrl = `/api/setting-reports/${camden}/134643/figures`
    for (const locator of ['APM-OC4@134635', 'APM-OC4@100006', 'attendance@100006:whole']) {
      expect(refusal(await helen.put(reportUrl, save(locator)))).toBe('403 setting-has-a-head')
    }
    expect(refusal(await helen.put(reportUrl, save('APM-OP8')))).toBe('422 figure-not-asked')
    const missing = await ruth.put(`/api/returns/${camden}/settings/134635/missing`, {
      reason: 'other',
      text: words,
    })
    expect(refusal(missing)).toBe('404 not-found')
    expect(
      refusal(await ruth.post(`/api/returns/${camden}/queries/${queryId}/messages`, { text: words })),
    ).toBe('404 not-found')
    for (const locator of [
      'APM-OC4@134635',
      'attendance@134635:whole',
      'APM-OC1@999999',
      'CPD-OP1',
      'APM-OP2:sex:purple',
    ]) {
      const reopened = await leila.post(`/api/returns/${earlier}/reopen`, {
        reason: words,
        locators: ['APM-OP8', locator],
      })
      expect(refusal(reopened), locator).toBe('422 figure-not-asked')
    }
    expect(await countEvents(service)).toBe(before)
  })

  it('cannot be invited to', async () => {
    const ruth = await as('ruth-okafor')
    const invite = (scope: object) =>
      ruth.post('/api/invitations', {
        email: 'new@person.example',
        name: 'New Person',
        role: 'lead',
        ...scope,
      })
    expect(refusal(await invite({ gssCode: 'E09000012', programme: 'APM' }))).toBe('403 not-yours-to-do')
    expect(refusal(await invite({ gssCode: 'E09000007', programme: 'CPD' }))).toBe('403 not-yours-to-do')
    expect(refusal(await invite({ role: 'head', urn: '134635', programme: 'APM' }))).toBe(
      '403 not-yours-to-do',
    )
    expect(refusal(await invite({ role: 'evaluator' }))).toBe('403 not-yours-to-do')
    expect(refusal(await invite({ role: 'head', urn: '134635', gssCode: 'E09000007' }))).toBe(
      '400 invalid-request',
    )
  })

  it('is not opened by a role held elsewhere: reading here and writing there do not add up', async () => {
    const greenwich = 'APM-E09000011-FY2025-26-Q3'
    await giveRole(service, 'ian-fletcher', { role: 'lead', gssCode: 'E09000007' })
    await giveRole(service, 'grace-adeyemi', { role: 'evaluator', programme: 'CPD' })
    for (const person of ['ian-fletcher', 'grace-adeyemi']) {
      const client = await as(person)
      expect((await client.get(`/api/returns/${greenwich}`)).status).toBe(200)
      const answered = await client.post(`/api/returns/${greenwich}/queries/${queryId}/messages`, {
        text: words,
      })
      expect(refusal(answered), person).toBe('403 not-yours-to-do')
      expect(refusal(await client.put(`/api/returns/${greenwich}/figures`, { changes })), person).toMatch(
        /^403/,
      )
      expect(refusal(await client.post(`/api/setting-reports/${camden}/134643/sign-off`)), person).toMatch(
        /^403/,
      )
    }
  })
})

/** A waiver that waits for a decision, by SQL. */
async function addWaiver({ context }: Service): Promise<string> {
  const id = 'waiver-of-camden'
  await context.db
    .insertInto('waivers')
    .values({
      ...{ id, checkCode: '4.8', programme: 'APM', gssCode: 'E09000007', urn: null, indicator: null },
      ...{ reason: words, until: '2026-03-31', status: 'requested', requestedBy: 'ruth-okafor' },
      ...{ requestedAt: context.now(), decidedBy: null, decidedAt: null, decisionNote: null },
      ...{ endedBy: null, endedAt: null },
    })
    .execute()
  return id
}
