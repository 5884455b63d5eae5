/** The routes of amendments, for the tests that walk every route: who calls them, with what, and what comes of it. */
import type { AmendmentContent, DraftDefinition } from '@inclusion/shared/framework/amendment'
import { newDefinition } from '@inclusion/shared/framework/new-definition'
import { emptyContent } from '@inclusion/shared/framework/amendment'
import type { Service } from '../../support/service.ts'
import { wellbeing } from './wellbeing.ts'

const next = 'FY2025-26-Q4'
const route = '/api/amendments/:amendmentId'
const reason = 'A sentence that says why.'

/** A sound amendment of the training programme: one more figure, with a text of the test's own. */
export function oneFigure(hint: string, code = 'CPD-OP77'): AmendmentContent {
  const definition: DraftDefinition = {
    ...newDefinition(code, 'count', next),
    ...{ section: 'Activity', label: 'Visits', hint, parts: { value: 'Visits' } },
    referenceSheet: { purpose: hint, counts: hint, source: hint, limits: hint },
  }
  return { ...emptyContent, indicators: [{ definition, after: null }] }
}

/** Drafts that are there before a test begins, of known ids. */
export async function addAmendments(
  { context }: Pick<Service, 'context'>,
  { ids, programme, content }: { ids: string[]; programme: string; content: AmendmentContent },
): Promise<void> {
  const at = context.now()
  const moments = { createdBy: 'leila-haddad', createdAt: at, changedBy: 'leila-haddad', changedAt: at }
  const undecided = { proposedBy: null, proposedAt: null, publishedBy: null, publishedAt: null }
  const rows = ids.map((id) => ({
    ...{ id, programme, name: 'An amendment', content: JSON.stringify(content), status: 'draft' as const },
    ...{ revision: 0, refusedBy: null, refusal: null, ...moments, ...undecided },
  }))
  await context.db.insertInto('amendments').values(rows).execute()
}

type Outsiders = { insider: string; outsiders: string[] }

/** Of an amendment `of-mentoring`, and of the mentoring programme's framework. */
export function scopeCases(staff: Outsiders) {
  const of = (verb: string, body?: unknown) => {
    const [method = '', part = ''] = verb.split(' ')
    return {
      ...{ route: `${method} ${route}${part}`, ...staff, body },
      ...{ path: `/api/amendments/of-mentoring${part}`, missing: `/api/amendments/nothing${part}` },
    }
  }
  const draft = { revision: 99, name: 'An amendment', programme: 'CPD', content: emptyContent }
  return [
    { ...of('GET'), route: `GET ${route}` },
    { ...of('PUT', draft), route: `PUT ${route}` },
    of('POST /dry-run', {}),
    ...['discard', 'propose', 'take-back', 'publish'].map((act) => of(`POST /${act}`, { revision: 99 })),
    of('POST /refuse', { revision: 99, reason }),
    {
      ...{ route: 'GET /api/framework/:programme', ...staff },
      ...{ path: '/api/framework/APM', missing: '/api/framework/ZZZ' },
    },
  ]
}

/** Writes on the drafts `one` and `two`, each in a moment in which it may. A dry run is none. */
export function trustSteps(typed: string) {
  const of = (who: string, id: string, verb: string, body: object) => {
    const [method = '', part = '', act = part] = verb.split(' ')
    return {
      ...{ route: `${method} ${route}${part && `/${part}`}`, who, body },
      ...{ path: `/api/amendments/${id}${part && `/${part}`}` },
      ...{ action: `amendment.${act}`, subject: `amendment:${id}` },
    }
  }
  const draft = { revision: 0, name: typed, programme: 'CPD', content: oneFigure(typed) }
  const [leila, sam] = ['leila-haddad', 'sam-whitfield']
  return [
    {
      ...{ route: 'POST /api/amendments', who: leila, path: '/api/amendments' },
      ...{ body: { kind: 'definitions', programme: 'CPD', name: typed } },
      ...{ action: 'amendment.begin', subject: 'amendments' },
    },
    of(leila, 'one', 'PUT  save', draft),
    of(leila, 'one', 'POST propose', { revision: 1 }),
    of(leila, 'one', 'POST take-back', { revision: 1 }),
    of(leila, 'one', 'POST propose', { revision: 1 }),
    of(sam, 'one', 'POST refuse', { revision: 1, reason: typed }),
    of(leila, 'one', 'POST propose', { revision: 1 }),
    of(sam, 'one', 'POST publish', { revision: 1 }),
    of(leila, 'two', 'POST discard', { revision: 0 }),
  ]
}

const at = (part: string) => `/api/amendments/nothing${part}`

/** Every write, well formed, on what is not there. */
export const badInputWrites = [
  {
    ...{ route: 'POST /api/amendments', who: 'leila-haddad', path: '/api/amendments' },
    body: { kind: 'programme', programme: 'APM', name: 'A name that is taken' },
  },
  {
    ...{ route: `PUT ${route}`, who: 'leila-haddad', path: at('') },
    body: {
      ...{ revision: 0, name: 'A programme', programme: 'MHS' },
      // What else a draft may hold in a strange form is tried in amendments-hostile.test.ts.
      content: {
        ...emptyContent,
        windows: wellbeing.windows.slice(0, 1),
        ended: [{ indicator: 'MHS-OP1', from: next }],
      },
    },
  },
  {
    ...{ route: `POST ${route}/dry-run`, who: 'leila-haddad', path: at('/dry-run') },
    body: { gssCode: 'E09000012', periodId: next },
  },
  ...['discard', 'propose', 'take-back', 'publish'].map((act) => ({
    ...{ route: `POST ${route}/${act}`, who: 'leila-haddad', path: at(`/${act}`), body: { revision: 0 } },
  })),
  {
    ...{ route: `POST ${route}/refuse`, who: 'leila-haddad', path: at('/refuse') },
    body: { revision: 0, reason },
  },
]

type Bodies = ((text: string) => unknown)[] | null
type Decision = { who: string; path: string; bodies: Bodies }

const who = 'leila-haddad'
const inDraft = (name: string, content: AmendmentContent) => ({
  revision: 0,
  name,
  programme: 'CPD',
  content,
})

/** Which texts each write takes. */
export const personalDataDecisions: Record<string, Decision> = {
  'POST /api/amendments': {
    ...{ who, path: '/api/amendments' },
    bodies: [(name) => ({ kind: 'definitions', programme: 'CPD', name })],
  },
  [`PUT ${route}`]: {
    ...{ who, path: at('') },
    bodies: [
      (text) => inDraft(text, emptyContent),
      (text) => inDraft('A draft', oneFigure(text)),
      (summary) => inDraft('A draft', { ...emptyContent, programme: { ...wellbeing.programme!, summary } }),
      (statement) =>
        inDraft('A draft', { ...emptyContent, identities: [{ ...wellbeing.identities[0]!, statement }] }),
    ],
  },
  [`POST ${route}/dry-run`]: { who, path: at('/dry-run'), bodies: [(gssCode) => ({ gssCode })] },
  [`POST ${route}/refuse`]: { who, path: at('/refuse'), bodies: [(text) => ({ revision: 0, reason: text })] },
  ...Object.fromEntries(
    ['discard', 'propose', 'take-back', 'publish'].map((act) => [
      `POST ${route}/${act}`,
      { who, path: at(`/${act}`), bodies: null },
    ]),
  ),
}

/** The names of the schemas that the document gives their bodies. */
export const amendmentBodies = {
  'POST /api/amendments': 'BeginAmendment',
  'PUT /api/amendments/{amendmentId}': 'SaveAmendment',
  'POST /api/amendments/{amendmentId}/dry-run': 'DryRunRequest',
  'POST /api/amendments/{amendmentId}/refuse': 'RefuseAmendment',
  ...Object.fromEntries(
    ['discard', 'propose', 'take-back', 'publish'].map((act) => [
      `POST /api/amendments/{amendmentId}/${act}`,
      'AmendmentAt',
    ]),
  ),
}
