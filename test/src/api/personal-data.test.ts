/**
 * What identifies a person is never kept: an attempt by every route that writes, in every text it takes, and
 * then a search of all that the service has.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HttpEnvironment } from '@inclusion/server/http/environment'
import { onError } from '@inclusion/server/http/problems'
import { permissions } from '@inclusion/server/http/permissions'
import type { ProblemBody } from '@inclusion/shared/problems'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { personalDataDecisions } from './support/amendment-cases.ts'
import { filesWith, holds, recordingLog, tablesWith } from './support/every-word.ts'
import { collectionTexts } from './support/collection-cases.ts'
import { camden, countEvents, see } from './support/filing.ts'
import { csvOf } from './support/sheets.ts'

/** Made here: authority 202, whose check letter is right. */
const upn = 'J202110020001'
const spaced = 'J202 110\u200B 020 001'
/** What may stand nowhere afterwards. */
const secrets = [upn, spaced, 'J202 110 020 001', '202110020001', 'amy.secret', '07700 900987', 'NW1 7BT']

const locator = 'APM-TX1'
const innocent = 'Six young people went back to school.'

/** Bodies of one route, each with the text in one of its places; null where it takes no text of a person. */
type Bodies = ((text: string) => unknown)[] | null
/** `file`: it takes a file in place of JSON, and that is what its bodies are. */
type Decision = { who: string; path: string; bodies: Bodies; file?: true }

const of = (who: string, path: string, ...bodies: NonNullable<Bodies>): Decision => ({
  ...{ who, path },
  bodies: bodies.length === 0 ? null : bodies,
})

const ofReturn = `/api/returns/${camden}`
const ofReport = `/api/setting-reports/${camden}/134643`
const draft = '/api/standards/reference-1'
const severity = { light: 'note', standard: 'block', enhanced: 'off' }
const check = {
  ...{ revision: 0, severity, rule: { kind: 'survey-thin', rate: 0.5, answers: 3 }, title: innocent },
  ...{ rationale: innocent, words: { message: '{said}', fix: innocent } },
}
const explanation = { check: '1.2', locator, reason: 'other' }
const reason = (text: string) => ({ reason: text })
const save = (change: object) => ({ changes: [{ locator, revision: 0, ...change }] })
const attendance = { locator: 'attendance@134643:mentored', revision: 0 }
const waiver = { check: '4.8', programme: 'APM', gssCode: 'E09000007', until: '2026-02-28' }

/** Every route that writes. A new one needs its decision here: which texts it takes, or none. */
const decisions: Record<string, Decision> = {
  'PUT /api/returns/:returnId/figures': of(
    'ruth-okafor',
    `${ofReturn}/figures`,
    (text) => save({ text }),
    (note) => save({ note }),
    (source) => save({ evidence: { source } }),
    (instrument) => save({ evidence: { instrument } }),
    (value) => save({ locator: 'APM-OP8', entries: { value } }),
  ),
  'POST /api/returns/:returnId/uploads': {
    ...of(
      'ruth-okafor',
      `${ofReturn}/uploads?dryRun=true`,
      (text) => csvOf([{ indicator: 'APM-OP5', value: '40', note: text }]),
      (text) => csvOf([{ indicator: 'APM-OP5', measure: text }]),
      (text) => `${text}\n${csvOf([])}`,
    ),
    file: true,
  },
  'PUT /api/returns/:returnId/explanations': of('ruth-okafor', `${ofReturn}/explanations`, (text) => ({
    explanations: [{ ...explanation, text }],
  })),
  'PUT /api/returns/:returnId/settings/:urn/missing': of(
    'ruth-okafor',
    `${ofReturn}/settings/134643/missing`,
    (text) => ({ reason: 'other', text }),
  ),
  'POST /api/returns/:returnId/settings/:urn/remind': of('ruth-okafor', `${ofReturn}/settings/134643/remind`),
  'POST /api/returns/:returnId/remind': of('ruth-okafor', `${ofReturn}/remind`),
  'POST /api/returns/:returnId/queries': of('ruth-okafor', `${ofReturn}/queries`, (question) => ({
    ...{ locator: 'attendance@134643:whole', question },
  })),
  'POST /api/returns/:returnId/queries/:queryId/close': of('ruth-okafor', `${ofReturn}/queries/one/close`),
  'POST /api/returns/:returnId/send-for-sign-off': of('ruth-okafor', `${ofReturn}/send-for-sign-off`),
  'POST /api/returns/:returnId/decline': of('daniel-marsh', `${ofReturn}/decline`, reason),
  'POST /api/returns/:returnId/submit': of('daniel-marsh', `${ofReturn}/submit`, (text) => ({
    declared: true,
    explanations: [{ ...explanation, text }],
  })),
  'POST /api/returns/:returnId/withdraw': of('ruth-okafor', `${ofReturn}/withdraw`),
  'POST /api/review-queue/accept': of('leila-haddad', '/api/review-queue/accept'),
  'POST /api/returns/:returnId/take': of('leila-haddad', `${ofReturn}/take`),
  'POST /api/returns/:returnId/hand-over': of('leila-haddad', `${ofReturn}/hand-over`, (text) => ({
    to: null,
    reason: text,
  })),
  'POST /api/returns/:returnId/decide-figures': of('leila-haddad', `${ofReturn}/decide-figures`, (note) => ({
    decisions: [{ locator, decision: 'question', note }],
  })),
  'POST /api/returns/:returnId/accept-rest': of('leila-haddad', `${ofReturn}/accept-rest`),
  'POST /api/returns/:returnId/request-changes': of(
    'leila-haddad',
    `${ofReturn}/request-changes`,
    (question) => ({ questions: [{ locator, question }] }),
  ),
  'POST /api/returns/:returnId/accept': of('leila-haddad', `${ofReturn}/accept`, (remark) => ({ remark })),
  'POST /api/returns/:returnId/ask-to-reopen': of('ruth-okafor', `${ofReturn}/ask-to-reopen`, reason),
  'POST /api/returns/:returnId/decline-reopening': of(
    'leila-haddad',
    `${ofReturn}/decline-reopening`,
    reason,
  ),
  'POST /api/returns/:returnId/reopen': of('leila-haddad', `${ofReturn}/reopen`, (text) => ({
    reason: text,
    locators: [locator],
  })),
  'POST /api/returns/:returnId/queries/:queryId/messages': of(
    'ruth-okafor',
    `${ofReturn}/queries/one/messages`,
    (text) => ({ text }),
  ),
  'PUT /api/setting-reports/:returnId/:urn/figures': of(
    'helen-achebe',
    `${ofReport}/figures`,
    (enrolments) => ({ changes: [{ ...attendance, entries: { enrolments } }] }),
    (note) => ({ changes: [{ locator: 'APM-OC1@134643', revision: 0, note }] }),
  ),
  'POST /api/setting-reports/:returnId/:urn/sign-off': of('helen-achebe', `${ofReport}/sign-off`),
  'POST /api/setting-reports/:returnId/:urn/withdraw': of('helen-achebe', `${ofReport}/withdraw`),
  'POST /api/programmes/:programme/meetings': of(
    'chloe-bright',
    '/api/programmes/CPD/meetings',
    (title) => ({ heldOn: '2026-01-12', title, note: innocent }),
    (note) => ({ heldOn: '2026-01-12', title: innocent, note }),
  ),
  'POST /api/settings': of('chloe-bright', '/api/settings', (name) => ({
    ...{ urn: '150001', laestab: '2041105', name, type: '42', gssCode: 'E09000012', openedOn: null },
  })),
  'POST /api/settings/:urn/close': of('chloe-bright', '/api/settings/134635/close', (closedOn) => ({
    ...{ revision: 0, closedOn },
  })),
  'POST /api/settings/:urn/succeed': of('chloe-bright', '/api/settings/134635/succeed', (successorUrn) => ({
    ...{ revision: 0, successorUrn, succeededOn: '2025-09-01' },
  })),
  'POST /api/settings/:urn/take-back': of('chloe-bright', '/api/settings/134635/take-back'),
  'POST /api/settings/:urn/take-part': of('chloe-bright', '/api/settings/134635/take-part', (grantId) => ({
    ...{ revision: 0, grantId, startsOn: '2025-09-01' },
  })),
  'POST /api/settings/:urn/end-part': of('chloe-bright', '/api/settings/134635/end-part', (grantId) => ({
    ...{ revision: 0, grantId, startsOn: '2025-09-01' },
  })),
  'POST /api/waivers': of('ruth-okafor', '/api/waivers', (text) => ({ ...waiver, reason: text })),
  'POST /api/waivers/:waiverId/approve': of('leila-haddad', '/api/waivers/one/approve', (note) => ({ note })),
  'POST /api/waivers/:waiverId/refuse': of('leila-haddad', '/api/waivers/one/refuse', (note) => ({ note })),
  'POST /api/waivers/:waiverId/withdraw': of('ruth-okafor', '/api/waivers/one/withdraw'),
  'POST /api/waivers/:waiverId/end': of('leila-haddad', '/api/waivers/one/end'),
  'POST /api/invitations': of('noor-rahman', '/api/invitations', (gssCode) => ({
    ...{ email: 'a@b.example', name: 'A B', role: 'lead', gssCode },
  })),
  'POST /api/invitations/:invitationId/withdraw': of('noor-rahman', '/api/invitations/one/withdraw'),
  'POST /api/memberships/:membershipId/end': of('noor-rahman', '/api/memberships/nothing/end'),
  'POST /api/invitations/:invitationId/send-again': of('noor-rahman', '/api/invitations/one/send-again'),
  'POST /api/people/:personId/confirm-access': of('noor-rahman', '/api/people/nobody/confirm-access'),
  'POST /api/people/confirm-access': of('noor-rahman', '/api/people/confirm-access', (personId) => ({
    people: [personId],
  })),
  'POST /api/letters/:letterId/send-again': of('noor-rahman', '/api/letters/one/send-again'),
  'POST /api/letters/:letterId/settle': of('noor-rahman', '/api/letters/one/settle'),
  'POST /api/service-levels': of('leila-haddad', '/api/service-levels', (programme) => ({
    ...{ programme, workingDays: 5, startsOn: '2026-04-01' },
  })),
  'POST /api/people/:personId/leave': of('noor-rahman', '/api/people/nobody/leave', (reviews) => ({
    ...{ endsBefore: '2026-02-01', heirs: { reviews } },
  })),
  'POST /api/departures/:departureId/take-back': of('noor-rahman', '/api/departures/one/take-back'),
  'POST /api/audit/verify': of('noor-rahman', '/api/audit/verify'),
  'POST /api/people/:personId/suspend': of('noor-rahman', '/api/people/nobody/suspend'),
  'POST /api/people/:personId/restore': of('noor-rahman', '/api/people/nobody/restore'),
  'POST /api/standards': of('leila-haddad', '/api/standards', (name) => ({ basedOn: 'reference-1', name })),
  'PUT /api/standards/:standardId': of(
    'leila-haddad',
    draft,
    (name) => ({ revision: 0, name, summary: innocent, effectiveFrom: 'FY2025-26-Q4' }),
    (summary) => ({ revision: 0, name: 'Two', summary, effectiveFrom: 'FY2025-26-Q4' }),
  ),
  'DELETE /api/standards/:standardId': of('leila-haddad', `${draft}?revision=0`),
  'PUT /api/standards/:standardId/severities': of('leila-haddad', `${draft}/severities`, (code) => ({
    revision: 0,
    checks: [{ code, severity }],
  })),
  'POST /api/standards/:standardId/checks': of(
    'leila-haddad',
    `${draft}/checks`,
    (title) => ({ ...check, code: '4.13', title }),
    (rationale) => ({ ...check, code: '4.13', rationale }),
    (fix) => ({ ...check, code: '4.13', words: { message: '{said}', fix } }),
  ),
  'PUT /api/standards/:standardId/checks/:code': of('leila-haddad', `${draft}/checks/4.8`, (message) => ({
    ...check,
    words: { message: `{said} ${message}`, fix: innocent },
  })),
  'DELETE /api/standards/:standardId/checks/:code': of('leila-haddad', `${draft}/checks/4.8?revision=0`),
  'POST /api/standards/:standardId/back-tests': of('leila-haddad', `${draft}/back-tests`),
  'POST /api/standards/:standardId/propose': of('leila-haddad', `${draft}/propose`),
  'POST /api/standards/:standardId/take-back': of('leila-haddad', `${draft}/take-back`),
  'POST /api/standards/:standardId/approve': of('leila-haddad', `${draft}/approve`),
  'POST /api/standards/:standardId/refuse': of('leila-haddad', `${draft}/refuse`, (text) => ({
    revision: 0,
    reason: text,
  })),
  ...personalDataDecisions,
  ...collectionTexts,
  'POST /api/demo/sign-in': of('marcus-lee', '/api/demo/sign-in'),
}

it('every route that writes has its decision here', () => {
  const rows = permissions.filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'))
  expect(Object.keys(decisions).toSorted()).toEqual(
    rows.map(({ method, path }) => `${method} ${path}`).toSorted(),
  )
})

it('the only writes outside the API are the forms to sign in and out, and to upload a file', () => {
  const forms = permissions.filter(({ method, path }) => method !== 'GET' && !path.startsWith('/api/'))
  expect(forms.map(({ path }) => path)).toEqual([
    ...['/sign-in', '/sign-in/code', '/sign-out', '/demo/sign-in'],
    // What is in the file, and its name, is judged as it is read: see the tests of the upload pages.
    ...['/uploads/:returnId', '/uploads/:returnId/:uploadId'],
  ])
})

describe.each(engines())('on %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'inclusion-privacy-'))
  const file = join(folder, 'returns.sqlite')
  const { lines, log } = recordingLog()
  const clients = new Map<string, Client>()
  let service: Service

  beforeAll(async () => {
    service = await openService(engine, { file, overrides: { log } })
    for (const { who } of Object.values(decisions))
      clients.set(who, clients.get(who) ?? (await service.as(who)))
  })
  afterAll(async () => {
    await service.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const latestEvent = () =>
    service.database.db
      .selectFrom('audit_events')
      .selectAll()
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()

  async function attempt(route: string, body: unknown, headers: Record<string, string> = {}) {
    const { who, path, file } = decisions[route]!
    const response = await clients.get(who)!.request(path, {
      method: route.split(' ')[0]!,
      body: file ? String(body) : JSON.stringify(body),
      headers: { 'content-type': file ? 'text/csv' : 'application/json', ...headers },
    })
    return { status: response.status, problem: JSON.parse(await response.text()) as ProblemBody }
  }

  it.each(Object.entries(decisions))('%s', async (route, { who, bodies }) => {
    const given: NonNullable<Bodies> = bodies ?? [(text: string) => ({ note: text })]
    for (const body of given) {
      const control = await attempt(route, body(innocent))
      expect([route, control.problem.type]).not.toEqual([route, 'personal-data'])
      for (const text of [`About ${upn}.`, `${spaced}, or amy.secret@school.org`]) {
        const before = await countEvents(service)
        const { status, problem } = await attempt(route, body(text), {
          'idempotency-key': crypto.randomUUID(),
        })
        expect([status, problem.type]).toEqual([422, 'personal-data'])
        expect(problem.errors?.[0]?.message).toMatch(/^This looks like a pupil's UPN.* Take it out/)
        expect(holds(JSON.stringify(problem), secrets)).toBe(false)
        expect(await countEvents(service)).toBe(before + 1)
        const event = await latestEvent()
        expect(event).toMatchObject({ action: 'personal-data.refuse', personId: who })
        expect(event.detail).toContain('"upn"')
      }
    }
  })

  it('names the figure at fault, so that the others can be saved without it', async () => {
    const changes = [
      { locator: 'APM-OP10', revision: 0, entries: { value: '3' } },
      { locator: 'APM-TX1', revision: 0, text: `DOB 12/03/2010, ring 07700 900987` },
      { locator: 'APM-OP8', revision: 0, entries: { value: '9434765919' } },
    ]
    const { problem } = await attempt('PUT /api/returns/:returnId/figures', { changes })
    expect(problem.errors).toEqual([
      {
        field: 'APM-TX1',
        message:
          'This looks like a date of birth and a telephone number. Take it out: describe what happened without saying who.',
      },
    ])
    expect((await see(clients.get('ruth-okafor')!, camden)).marks['APM-OP10']?.revision ?? 0).toBe(0)
  })

  it('refuses one in the address, the query, a field’s name or the key of a repeat', async () => {
    const ruth = clients.get('ruth-okafor')!
    const changes = [{ locator: 'APM-OP10', revision: 0 }]
    for (const [path, body, headers] of [
      [`/api/returns/${upn}/figures`, { changes }, {}],
      [`${ofReturn}/figures?who=${encodeURIComponent('amy.secret@school.org')}`, { changes }, {}],
      [`${ofReturn}/figures`, { changes, [upn]: 1 }, {}],
      [`${ofReturn}/figures`, { changes }, { 'idempotency-key': upn }],
    ] as const) {
      const { status, body: problem } = await ruth.put<ProblemBody>(path, body, headers)
      expect([status, problem.type]).toEqual([422, 'personal-data'])
      const { subject, detail } = await latestEvent()
      expect(holds(subject + detail, secrets)).toBe(false)
    }
  })

  it('lets an invitation go to its address, and people sign in by theirs', async () => {
    const invitation = { email: 'new.lead@school.example', name: 'Grace Patel', role: 'reader' }
    const { status } = await clients.get('noor-rahman')!.post('/api/invitations', invitation)
    expect(status).toBe(201)
    const form = new URLSearchParams({ email: 'new.lead@school.example', next: '/' })
    const asked = await service.app.request('/sign-in', { method: 'POST', body: form })
    expect(asked.status).toBe(200)
  })

  it('keeps it nowhere: not in a table, the file, a letter or the log', async () => {
    expect(await tablesWith(service, ['personal-data.refuse'])).toEqual(['audit_events'])
    expect(await tablesWith(service, secrets)).toEqual([])
    expect(filesWith(file, secrets)).toEqual([])
    // The search finds what is there: else it would prove nothing.
    expect(filesWith(file, ['personal-data.refuse']).length > 0).toBe(engine === 'SQLite')
    expect(holds(JSON.stringify(service.sent), secrets)).toBe(false)
    expect(lines.filter((line) => holds(line, secrets))).toEqual([])
  })

  it('takes it out of the log, though a driver quotes it in its message', async () => {
    const broken = new Hono<HttpEnvironment>().onError(onError(service.context)).get('/x/:id', () => {
      throw new Error(`invalid input: "${upn}" of amy.secret@school.org`)
    })
    const before = lines.length
    expect((await broken.request(`/x/${upn}`)).status).toBe(500)
    expect(lines.length).toBe(before + 1)
    expect(lines.at(-1)).toContain('invalid input: \\"[upn]\\" of [email]')
    expect(holds(lines.at(-1)!, secrets)).toBe(false)
  })
})
