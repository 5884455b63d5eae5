/** Bad input never breaks the service: whatever is sent, the answer is a plain refusal that says what to mend. */
import { permissions } from '@inclusion/server/http/permissions'
import { problems, type ProblemBody } from '@inclusion/shared/problems'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { badInputWrites } from './support/amendment-cases.ts'
import { collectionWrites } from './support/collection-cases.ts'
import { camden } from './support/filing.ts'
import { nastyBodies, nastyParameters, spoil } from './support/nasty.ts'

type Write = { route: string; who: string; path: string; body?: unknown }

const locator = 'APM-OP8'
const words = 'A sentence.'
const change = {
  ...{ locator, revision: 0, entries: { value: '3' }, text: words, missing: null, note: words },
  evidence: { source: words },
}
const counts = {
  locator: 'attendance@134643:mentored:2025-26',
  revision: 0,
  entries: { possible: '3', attended: '1.5' },
}
const counted = {
  ...{ locator: 'attendance@134643:whole:2025-26', revision: 0 },
  counted: { possible: 3, attended: 1, authorised: 1, unauthorised: 1, byCode: { '/': 1, I: 1, O: 1 } },
}
const countedPupils = {
  ...{ locator: 'attendance@134643:whole', revision: 0 },
  counted: { enrolments: 9, persistent: 3, severe: 1, dispersion: 1.5, window: null },
}
const invitation = {
  email: 'a@b.example',
  name: 'A B',
  role: 'lead',
  programme: 'APM',
  gssCode: 'E09000007',
  urn: null,
}
const waiver = {
  ...{ check: '4.8', programme: 'APM', gssCode: 'E09000007', urn: '134643', indicator: 'APM-OP8' },
  ...{ reason: words, until: '2026-02-28' },
}
const explanation = { check: '4.8', locator, reason: 'other', text: words, holdsUntil: 'FY2025-26-Q4' }
const ofReturn = `/api/returns/${camden}`
const ofReport = `/api/setting-reports/${camden}/134643`

const draft = '/api/standards/reference-1'
const check = {
  ...{ revision: 0, severity: { light: 'note', standard: 'block', enhanced: 'off' } },
  ...{ rule: { kind: 'survey-thin', rate: 0.5, answers: 3 }, title: words, rationale: words },
  words: { message: '{said} {figure}', fix: words },
}
const ofDraft = (verb: string, body?: unknown): Write => {
  const [method = '', part = '', query = ''] = verb.split(' ')
  const route = `${method} /api/standards/:standardId${part.replace('4.8', ':code')}`
  return { route, who: 'leila-haddad', path: `${draft}${part}${query}`, body }
}
const ofSetting = (act: string, body: object): Write => ({
  ...{ route: `POST /api/settings/:urn/${act}`, who: 'chloe-bright' },
  ...{ path: `/api/settings/134635/${act}`, body },
})
/** The edition is published, so that nothing of this is done to it. */
const ofDrafts: Write[] = [
  {
    ...{ route: 'POST /api/standards', who: 'leila-haddad', path: '/api/standards' },
    body: { basedOn: 'no-such-edition', name: 'Edition two' },
  },
  ofDraft('PUT', { revision: 0, name: words, summary: words, effectiveFrom: 'FY2025-26-Q4' }),
  ofDraft('DELETE  ?revision=0'),
  ofDraft('PUT /severities', { revision: 0, checks: [{ code: '4.8', severity: check.severity }] }),
  ofDraft('POST /checks', { ...check, code: '4.13' }),
  ofDraft('PUT /checks/4.8', check),
  ofDraft('DELETE /checks/4.8 ?revision=0'),
  ofDraft('POST /back-tests'),
  ...['propose', 'take-back', 'approve'].map((act) => ofDraft(`POST /${act}`, { revision: 0 })),
  ofDraft('POST /refuse', { revision: 0, reason: words }),
]

/** Every route that writes, with somebody who may call it and a body that is well formed. */
const writes: Write[] = [
  {
    route: 'PUT /api/returns/:returnId/figures',
    who: 'ruth-okafor',
    path: `${ofReturn}/figures`,
    body: { changes: [change], provenance: 'typed' },
  },
  // What it takes is a file, in place of JSON: the corpus of hostile files is its own.
  {
    route: 'POST /api/returns/:returnId/uploads',
    who: 'ruth-okafor',
    path: `${ofReturn}/uploads`,
  },
  {
    route: 'PUT /api/returns/:returnId/explanations',
    who: 'ruth-okafor',
    path: `${ofReturn}/explanations`,
    body: { explanations: [explanation] },
  },
  {
    route: 'PUT /api/returns/:returnId/settings/:urn/missing',
    who: 'ruth-okafor',
    path: `${ofReturn}/settings/134643/missing`,
    body: { reason: 'other', text: words },
  },
  {
    route: 'POST /api/returns/:returnId/settings/:urn/remind',
    who: 'ruth-okafor',
    path: `${ofReturn}/settings/134643/remind`,
  },
  { route: 'POST /api/returns/:returnId/remind', who: 'ruth-okafor', path: `${ofReturn}/remind` },
  {
    route: 'POST /api/returns/:returnId/queries',
    who: 'ruth-okafor',
    path: `${ofReturn}/queries`,
    body: { locator: 'attendance@134643:whole', question: words },
  },
  {
    route: 'POST /api/returns/:returnId/queries/:queryId/close',
    who: 'ruth-okafor',
    path: `${ofReturn}/queries/one/close`,
  },
  {
    route: 'POST /api/returns/:returnId/send-for-sign-off',
    who: 'ruth-okafor',
    path: `${ofReturn}/send-for-sign-off`,
  },
  {
    route: 'POST /api/returns/:returnId/decline',
    who: 'daniel-marsh',
    path: `${ofReturn}/decline`,
    body: { reason: words },
  },
  {
    route: 'POST /api/returns/:returnId/submit',
    who: 'daniel-marsh',
    path: `${ofReturn}/submit`,
    body: { declared: true, explanations: [explanation] },
  },
  { route: 'POST /api/returns/:returnId/withdraw', who: 'ruth-okafor', path: `${ofReturn}/withdraw` },
  {
    route: 'POST /api/review-queue/accept',
    who: 'leila-haddad',
    path: '/api/review-queue/accept',
    body: { returns: [{ returnId: 'APM-E09000007-FY2025-26-Q3', version: 1 }] },
  },
  { route: 'POST /api/returns/:returnId/take', who: 'leila-haddad', path: `${ofReturn}/take` },
  {
    route: 'POST /api/returns/:returnId/hand-over',
    who: 'leila-haddad',
    path: `${ofReturn}/hand-over`,
    body: { to: 'sam-whitfield', reason: words },
  },
  {
    route: 'POST /api/returns/:returnId/decide-figures',
    who: 'leila-haddad',
    path: `${ofReturn}/decide-figures`,
    body: { decisions: [{ locator, decision: 'question', note: words }] },
  },
  { route: 'POST /api/returns/:returnId/accept-rest', who: 'leila-haddad', path: `${ofReturn}/accept-rest` },
  {
    route: 'POST /api/returns/:returnId/request-changes',
    who: 'leila-haddad',
    path: `${ofReturn}/request-changes`,
    body: { questions: [{ locator, question: words }] },
  },
  {
    route: 'POST /api/returns/:returnId/accept',
    who: 'leila-haddad',
    path: `${ofReturn}/accept`,
    body: { remark: words },
  },
  {
    route: 'POST /api/returns/:returnId/ask-to-reopen',
    who: 'ruth-okafor',
    path: `${ofReturn}/ask-to-reopen`,
    body: { reason: words, locators: [locator] },
  },
  {
    route: 'POST /api/returns/:returnId/decline-reopening',
    who: 'leila-haddad',
    path: `${ofReturn}/decline-reopening`,
    body: { reason: words },
  },
  {
    route: 'POST /api/returns/:returnId/reopen',
    who: 'leila-haddad',
    path: `${ofReturn}/reopen`,
    body: { reason: words, locators: [locator] },
  },
  {
    route: 'POST /api/returns/:returnId/queries/:queryId/messages',
    who: 'ruth-okafor',
    path: `${ofReturn}/queries/one/messages`,
    body: { text: words },
  },
  {
    route: 'PUT /api/setting-reports/:returnId/:urn/figures',
    who: 'helen-achebe',
    path: `${ofReport}/figures`,
    body: { changes: [counts, counted, countedPupils] },
  },
  {
    route: 'POST /api/setting-reports/:returnId/:urn/sign-off',
    who: 'helen-achebe',
    path: `${ofReport}/sign-off`,
  },
  {
    route: 'POST /api/setting-reports/:returnId/:urn/withdraw',
    who: 'helen-achebe',
    path: `${ofReport}/withdraw`,
  },
  {
    route: 'POST /api/programmes/:programme/meetings',
    who: 'chloe-bright',
    path: '/api/programmes/CPD/meetings',
    body: { heldOn: '2026-01-12', gssCode: 'E09000012', title: words, note: words },
  },
  {
    ...{ route: 'POST /api/settings', who: 'chloe-bright', path: '/api/settings' },
    body: {
      urn: '150001',
      laestab: '2041105',
      name: words,
      type: '42',
      gssCode: 'E09000012',
      openedOn: null,
    },
  },
  ofSetting('close', { revision: 0, closedOn: '2026-03-31' }),
  ofSetting('succeed', { revision: 0, successorUrn: '100006', succeededOn: '2025-09-01' }),
  ofSetting('take-back', { revision: 0 }),
  ofSetting('take-part', { revision: 0, grantId: 'APM-E09000007', startsOn: '2025-09-01', endsBefore: null }),
  ofSetting('end-part', { revision: 0, grantId: 'APM-E09000012', startsOn: '2022-04-01', endsBefore: null }),
  {
    route: 'POST /api/waivers',
    who: 'ruth-okafor',
    path: '/api/waivers',
    body: waiver,
  },
  ...['approve', 'refuse'].map((act) => ({
    ...{ route: `POST /api/waivers/:waiverId/${act}`, who: 'leila-haddad' },
    ...{ path: `/api/waivers/nothing/${act}`, body: { note: words } },
  })),
  {
    route: 'POST /api/waivers/:waiverId/withdraw',
    who: 'ruth-okafor',
    path: '/api/waivers/nothing/withdraw',
  },
  { route: 'POST /api/waivers/:waiverId/end', who: 'leila-haddad', path: '/api/waivers/nothing/end' },
  { route: 'POST /api/invitations', who: 'noor-rahman', path: '/api/invitations', body: invitation },
  {
    route: 'POST /api/invitations/:invitationId/withdraw',
    who: 'noor-rahman',
    path: '/api/invitations/nothing/withdraw',
  },
  {
    route: 'POST /api/invitations/:invitationId/send-again',
    who: 'noor-rahman',
    path: '/api/invitations/nothing/send-again',
    body: { knowing: true },
  },
  {
    route: 'POST /api/people/:personId/leave',
    who: 'noor-rahman',
    path: '/api/people/nobody/leave',
    body: { endsBefore: '2026-02-01', heirs: { reviews: 'sam-whitfield' }, knowing: true },
  },
  {
    route: 'POST /api/departures/:departureId/take-back',
    who: 'noor-rahman',
    path: '/api/departures/nothing/take-back',
  },
  {
    route: 'POST /api/people/:personId/confirm-access',
    who: 'noor-rahman',
    path: '/api/people/nobody/confirm-access',
  },
  {
    ...{ route: 'POST /api/people/confirm-access', path: '/api/people/confirm-access' },
    ...{ who: 'noor-rahman', body: { people: ['marcus-lee'] } },
  },
  ...['send-again', 'settle'].map((act) => ({
    ...{ route: `POST /api/letters/:letterId/${act}`, path: `/api/letters/nothing/${act}` },
    who: 'noor-rahman',
  })),
  {
    ...{ route: 'POST /api/service-levels', path: '/api/service-levels', who: 'leila-haddad' },
    body: { programme: 'CPD', workingDays: 5, startsOn: '2026-04-01' },
  },
  { route: 'POST /api/audit/verify', who: 'noor-rahman', path: '/api/audit/verify' },
  {
    route: 'POST /api/memberships/:membershipId/end',
    who: 'noor-rahman',
    path: '/api/memberships/marcus-lee-1/end',
  },
  { route: 'POST /api/people/:personId/suspend', who: 'noor-rahman', path: '/api/people/marcus-lee/suspend' },
  { route: 'POST /api/people/:personId/restore', who: 'noor-rahman', path: '/api/people/marcus-lee/restore' },
  ...ofDrafts,
  ...badInputWrites,
  ...collectionWrites,
  {
    route: 'POST /api/demo/sign-in',
    who: 'marcus-lee',
    path: '/api/demo/sign-in',
    body: { personId: 'nobody' },
  },
]

it('every route of the API that writes has its cases here', () => {
  const rows = permissions.filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'))
  expect(writes.map(({ route }) => route).toSorted()).toEqual(
    rows.map(({ method, path }) => `${method} ${path}`).toSorted(),
  )
  expect(nastyBodies.length).toBeGreaterThanOrEqual(60)
})

describe.each(engines())('on %s', (engine) => {
  let service: Service
  const clients = new Map<string, Client>()

  beforeAll(async () => {
    service = await openService(engine)
    for (const { who } of writes) clients.set(who, clients.get(who) ?? (await service.as(who)))
  })
  afterAll(() => service.close())

  /** What was wrong with an answer: nothing, or a sentence for the failure. */
  async function fault(response: Response, fields: 'fields' | 'none' = 'none'): Promise<string | null> {
    const text = await response.text()
    if (response.status >= 500) return `${response.status} ${text}`
    if (response.status < 400) return null
    if (response.headers.get('content-type') !== 'application/problem+json')
      return `is not a problem: ${response.headers.get('content-type')}`
    const { type, title, status, errors = [] } = JSON.parse(text) as ProblemBody
    if (!(type in problems) || status !== response.status) return `is no problem of the catalogue: ${text}`
    if (!/^[A-Z].*\.$/.test(title)) return `has no sentence: ${title}`
    if (type === 'invalid-request' && fields === 'fields' && errors.length === 0)
      return `names no field: ${text}`
    return errors.every(({ message }) => /^\S/.test(message)) ? null : `has an empty message: ${text}`
  }

  const methodOf = ({ route }: { route: string }) => route.split(' ')[0]!

  it.each(writes)('$route refuses bodies that are not what it takes', async (write) => {
    const client = clients.get(write.who)!
    const faults: string[] = []
    for (const { name, body, type = 'application/json' } of nastyBodies) {
      const headers: Record<string, string> = type === null ? {} : { 'content-type': type }
      const response = await client.request(write.path, { method: methodOf(write), body, headers })
      const found = await fault(response)
      if (found) faults.push(`${name} ${found}`)
      if (write.body !== undefined && response.status < 400) faults.push(`${name} was taken`)
    }
    expect(faults).toEqual([])
  })

  it.each(writes.filter(({ body }) => body !== undefined))(
    '$route refuses a bad value wherever it stands',
    async (write) => {
      const client = clients.get(write.who)!
      const faults: string[] = []
      for (const { at, value, body } of spoil(write.body)) {
        const headers = { 'content-type': 'application/json' }
        const response = await client.request(write.path, { method: methodOf(write), body, headers })
        const found = await fault(response, 'fields')
        if (found) faults.push(`${at} = ${value.slice(0, 40)}: ${found}`)
      }
      expect(faults).toEqual([])
    },
  )

  it('no address breaks it, whatever stands in its path', async () => {
    const faults: string[] = []
    const noor = clients.get('noor-rahman')!
    for (const { method, path } of permissions.filter(({ path }) => path.includes(':'))) {
      for (const name of path.match(/:[A-Za-z]+/g)!) {
        for (const value of nastyParameters) {
          const address = path
            .replace(name, value)
            .replace(':returnId', camden)
            .replace(':urn', '134643')
            .replace(/:\w+/g, 'x')
          for (const client of [noor, clients.get('ruth-okafor')!, clients.get('leila-haddad')!]) {
            const found = await fault(await client.request(address, { method }))
            if (found && !found.startsWith('is not a problem: text/html'))
              faults.push(`${method} ${address.slice(0, 80)}: ${found}`)
          }
        }
      }
    }
    expect(faults).toEqual([])
  })

  it('no query breaks it', async () => {
    const queries: [path: string, names: string[]][] = [
      ['/api/returns', ['status', 'programme', 'period', 'reopenAsked']],
      [`/api/returns/${camden}/differences`, ['from', 'to']],
      ['/api/review-queue', ['programme', 'period', 'holder', 'page']],
      ['/api/review-queue/chosen', ['returns']],
      [`/api/returns/${camden}/history`, ['locator']],
      ['/api/programmes/APM', ['period']],
      ['/api/programmes/APM/indicators/APM-OP1/provenance', ['period']],
      ['/api/audit', ['before', 'subject', 'person', 'return', 'figure', 'action', 'from', 'to']],
      ['/api/audit/export', ['format', 'from']],
      ['/api/standards/reference-1/preview', ['return']],
      ['/api/back-tests/one/returns', ['check', 'authority']],
      ['/api/standards-scores', ['programme']],
      ['/api/framework/APM', ['period']],
      ['/api/standards/reference-1/track-record', ['programme']],
    ]
    const faults: string[] = []
    const leila = clients.get('leila-haddad')!
    for (const [path, names] of queries) {
      for (const name of names) {
        for (const value of nastyParameters) {
          for (const query of [`${name}=${value}`, `${name}[]=${value}`, `${name}=1&${name}=${value}`]) {
            const found = await fault(await leila.request(`${path}?${query}`, { method: 'GET' }), 'fields')
            if (found) faults.push(`${path}?${query.slice(0, 60)}: ${found}`)
          }
        }
      }
    }
    expect(faults).toEqual([])
  })

  it('no header breaks it', async () => {
    const ruth = clients.get('ruth-okafor')!
    const faults: string[] = []
    const body = JSON.stringify({ changes: [{ locator, revision: 0 }] })
    for (const key of ['x'.repeat(101), ' ', 'a b', '\u00e9', "'", 'x'.repeat(9_000)]) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key }
      const found = await fault(
        await ruth.request(`${ofReturn}/figures`, { method: 'PUT', body, headers }),
        'fields',
      )
      if (found) faults.push(`${key.slice(0, 20)}: ${found}`)
    }
    for (const cookie of [
      'session',
      'session=;;;',
      `session=${'x'.repeat(9_000)}`,
      'session=%00',
      'session=a.b.c',
      '=',
    ]) {
      const response = await service.app.request('/api/me', { headers: { cookie } })
      const found = await fault(response)
      if (found || response.status !== 401) faults.push(`${cookie.slice(0, 20)}: ${response.status} ${found}`)
    }
    expect(faults).toEqual([])
  })

  it('the same figure twice in one save is refused by name', async () => {
    const twice = { changes: [change, change].map(({ text: _, ...given }) => given) }
    const { status, body } = await clients.get('ruth-okafor')!.put<ProblemBody>(`${ofReturn}/figures`, twice)
    expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ field: locator }] })
  })

  it('nothing of all this leaves a trace in the figures', async () => {
    const { status, body } = await clients.get('ruth-okafor')!.get<{ status: string }>(ofReturn)
    expect([status, body.status]).toEqual([200, 'in-progress'])
  })
})
