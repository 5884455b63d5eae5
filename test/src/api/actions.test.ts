/**
 * Every status x every action x every role, through HTTP. What is expected stands here by hand, from the
 * table of actions in the architecture, not from the code that obeys it.
 */
import type { ReturnAction } from '@inclusion/shared/returns'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Answer, type Client, type Service } from '../support/service.ts'
import { act, decideAll, done, explainAll, fillIn, refusal, see } from './support/filing.ts'

/** A return as it stands: a status, and for submitted and awaiting ones how it came there. */
type Standing =
  | 'not started'
  | 'in progress'
  | 'awaiting sign-off'
  | 'awaiting sign-off again'
  | 'submitted'
  | 'taken'
  | 'changes requested'
  | 'accepted'
  | 'accepted, asked to reopen'

type Expected = Partial<Record<ReturnAction, string>>

/** What the person whose job it is gets: the status after, or the problem. All else is `return-not-open`. */
const standard: Record<Standing, Expected> = {
  'not started': { edit: 'in-progress' },
  'in progress': { edit: 'in-progress', 'send-for-sign-off': 'awaiting-sign-off' },
  'awaiting sign-off': { decline: 'in-progress', submit: 'submitted' },
  'awaiting sign-off again': { decline: 'changes-requested', submit: 'submitted' },
  submitted: {
    withdraw: 'in-progress',
    take: 'submitted',
    'hand-over': '409 review-held-by-nobody',
    'decide-figures': '409 review-not-taken',
    'request-changes': '409 review-not-taken',
    accept: '409 review-not-taken',
  },
  taken: {
    withdraw: '409 review-taken',
    take: '409 review-taken',
    'hand-over': 'submitted',
    'decide-figures': 'submitted',
    'request-changes': 'changes-requested',
    accept: 'accepted',
  },
  'changes requested': { edit: 'changes-requested', 'send-for-sign-off': 'awaiting-sign-off' },
  accepted: {
    'ask-to-reopen': 'accepted',
    'decline-reopening': '409 reopening-not-asked',
    reopen: 'changes-requested',
  },
  'accepted, asked to reopen': {
    'ask-to-reopen': '409 reopening-asked-before',
    'decline-reopening': 'accepted',
    reopen: 'changes-requested',
  },
}

const noSignOff = '409 light-tier-has-no-sign-off'
const light: Partial<Record<Standing, Expected>> = {
  'not started': standard['not started'],
  'in progress': { edit: 'in-progress', submit: 'submitted', 'send-for-sign-off': noSignOff },
  submitted: standard.submitted,
  taken: standard.taken,
  'changes requested': { edit: 'changes-requested', submit: 'submitted', 'send-for-sign-off': noSignOff },
  accepted: standard.accepted,
  'accepted, asked to reopen': standard['accepted, asked to reopen'],
}

type Role = 'lead' | 'certifier' | 'evaluator'

/** Whose job each action is; nobody else may ever do it, but for those named below. */
const jobs: Record<ReturnAction, Role> = {
  edit: 'lead',
  'send-for-sign-off': 'lead',
  decline: 'certifier',
  submit: 'certifier',
  withdraw: 'lead',
  take: 'evaluator',
  'hand-over': 'evaluator',
  'decide-figures': 'evaluator',
  'request-changes': 'evaluator',
  accept: 'evaluator',
  'ask-to-reopen': 'lead',
  'decline-reopening': 'evaluator',
  reopen: 'evaluator',
}
const actions = Object.keys(jobs) as ReturnAction[]

/** Who else may do an action: another evaluator, and whoever manages people passes a review on. */
const others: Partial<Record<ReturnAction, readonly string[]>> = { 'hand-over': ['administrator'] }

/** Everybody who tries: all eight roles, another evaluator, and another borough's lead and certifier. */
const people = {
  lead: 'priya-nair',
  certifier: 'owen-clarke',
  head: 'martin-osei',
  evaluator: 'leila-haddad',
  'another evaluator': 'sam-whitfield',
  'programme manager': 'chloe-bright',
  approver: 'grace-adeyemi',
  administrator: 'noor-rahman',
  reader: 'marcus-lee',
  'lead of Camden': 'ruth-okafor',
  'certifier of Camden': 'daniel-marsh',
} as const
type Person = keyof typeof people

const cases = [
  { tier: 'standard', id: 'APM-E09000012-FY2025-26-Q3', figure: 'APM-OP8', expected: standard },
  { tier: 'light', id: 'CPD-E09000012-FY2025-26-Q3', figure: 'CPD-OP1', expected: light },
] as const

describe.each(engines().flatMap((engine) => cases.map((given) => ({ engine, ...given }))))(
  'a $tier-tier return on $engine,',
  ({ engine, tier, id, figure, expected }) => {
    let service: Service
    let clients: Record<Person, Client>

    beforeAll(async () => {
      service = await openService(engine)
      const signedIn = Object.entries(people).map(async ([role, person]) => [role, await service.as(person)])
      clients = Object.fromEntries(await Promise.all(signedIn)) as Record<Person, Client>
      await fileOnce()
    })
    afterAll(() => service.close())

    /** A version to decide on, and figures that stand up to every check. */
    async function fileOnce(): Promise<void> {
      if (tier === 'light') {
        await fillIn(clients.lead, id)
        await explainAll(clients.lead, id)
      }
      const signer = tier === 'light' ? clients.lead : clients.certifier
      done(await act(signer, id, 'submit', { declared: true }))
      done(await act(clients.evaluator, id, 'take'))
      await decideAll(clients.evaluator, id)
    }

    /** Puts the return's row into a standing, as if it had come there. */
    async function stand(standing: Standing, more: Record<string, string> = {}): Promise<void> {
      const row = { ...rowOf(standing, tier, service.context.now()), ...more }
      await service.database.db
        .updateTable('returns')
        .set({ ...row, unlocked: JSON.stringify([figure]) })
        .where('id', '=', id)
        .execute()
      const holder = row.status === 'submitted' ? (more['takenBy'] ?? row.takenBy) : null
      await reviewIn(service, { id, holder, asked: row.reopenRequest !== null })
      if (holder === people.evaluator && !more['sentBy']) await decideAll(clients.evaluator, id)
    }

    async function attempt(client: Client, action: ReturnAction): Promise<Answer> {
      if (action !== 'edit') return act(client, id, action, bodies(figure)[action])
      const { marks, checkInput } = await see(clients.lead, id)
      const entries = { value: String(checkInput.figures[figure]!.value) }
      const changes = [{ locator: figure, revision: marks[figure]!.revision, entries }]
      return client.put(`/api/returns/${id}/figures`, { changes })
    }

    const jobOf = (action: ReturnAction): Role =>
      action === 'submit' && tier === 'light' ? 'lead' : jobs[action]

    /** What a person gets whose job it is not. Of another borough's return even its existence is not told. */
    function notTheirs(person: Person, action: ReturnAction): string {
      const elsewhere =
        person === 'lead of Camden' ? 'lead' : person === 'certifier of Camden' ? 'certifier' : null
      const holds = elsewhere === jobs[action] || (action === 'submit' && elsewhere === 'lead')
      return holds ? '404 not-found' : '403 not-yours-to-do'
    }

    const standings = Object.keys(expected) as Standing[]
    const pairs = standings.flatMap((standing) => actions.map((action) => ({ standing, action })))

    it.each(pairs)(
      '$standing: $action is for whose job it is, and only then',
      async ({ standing, action }) => {
        await stand(standing)
        const before = await everything(service, id)
        const job = jobOf(action)
        for (const person of Object.keys(people) as Person[]) {
          if (person === job || (person === 'another evaluator' && job === 'evaluator')) continue
          if (others[action]?.includes(person)) continue
          expect(refusal(await attempt(clients[person], action)), person).toBe(notTheirs(person, action))
        }
        expect(refusal(await attempt(service.stranger, action))).toBe('401 not-signed-in')
        expect(await everything(service, id)).toEqual(before)

        const wanted = expected[standing]?.[action] ?? '409 return-not-open'
        const answer = await attempt(clients[job], action)
        const after = await everything(service, id)
        const said = action === 'edit' ? wanted : answer.body['status']
        const done = { row: { status: wanted }, events: before.events + 1 }
        const expectedNow = /^\d/.test(wanted)
          ? { answer: wanted, after: before }
          : { answer: '200 ', said: wanted, after: done }
        expect({ answer: refusal(answer), said, after }).toMatchObject(expectedNow)
      },
    )

    describe('the second evaluator', () => {
      beforeEach(() => stand('taken'))
      it.each(['take', 'decide-figures', 'request-changes', 'accept'] as const)(
        'cannot %s what the first has taken',
        async (action) => {
          const before = await everything(service, id)
          const wanted = action === 'take' ? '409 review-taken' : '409 review-not-taken'
          expect(refusal(await attempt(clients['another evaluator'], action))).toBe(wanted)
          expect(await everything(service, id)).toEqual(before)
        },
      )
    })

    it('two evaluators who take it at once have one of them', async () => {
      await stand('submitted')
      const evaluators = [clients.evaluator, clients['another evaluator']]
      const answers = await Promise.all(evaluators.map((client) => attempt(client, 'take')))
      expect(answers.map(refusal).toSorted()).toEqual(['200 ', '409 review-taken'])
    })

    it('submitted five times at once is filed once', async () => {
      await stand(tier === 'light' ? 'in progress' : 'awaiting sign-off')
      const before = await everything(service, id)
      const signer = clients[jobOf('submit')]
      const answers = await Promise.all(Array.from({ length: 5 }, () => attempt(signer, 'submit')))
      expect(answers.map(refusal).toSorted()).toEqual([
        '200 ',
        ...Array<string>(4).fill('409 return-not-open'),
      ])
      const after = await everything(service, id)
      expect([after.versions, after.events]).toEqual([before.versions + 1, before.events + 1])
    })

    it.each([
      { action: 'take', standing: 'submitted' },
      { action: 'hand-over', standing: 'taken' },
      { action: 'decide-figures', standing: 'taken' },
      { action: 'request-changes', standing: 'taken' },
      { action: 'accept', standing: 'taken' },
      { action: 'decline-reopening', standing: 'accepted, asked to reopen' },
      { action: 'reopen', standing: 'accepted' },
    ] as const)('nobody can $action what they sent', async ({ action, standing }) => {
      const another = people['another evaluator']
      const held = standing === 'submitted' ? {} : { takenBy: another }
      const accepted = standing.startsWith('accepted') ? { acceptedBy: another } : {}
      await stand(standing, { sentBy: people.evaluator, ...held, ...accepted })
      const before = await everything(service, id)
      expect(refusal(await attempt(clients.evaluator, action))).toBe('403 reviewer-filed-it')
      expect(await everything(service, id)).toEqual(before)
    })

    it.each(tier === 'standard' ? ['submit' as const] : [])(
      'nobody can %s what they sent for sign-off',
      async (action) => {
        await stand('awaiting sign-off', { sentBy: people.certifier })
        const before = await everything(service, id)
        expect(refusal(await attempt(clients.certifier, action))).toBe('403 certifier-is-the-sender')
        expect(await everything(service, id)).toEqual(before)
      },
    )
  },
)

const bodies = (figure: string): Partial<Record<ReturnAction, unknown>> => ({
  decline: { reason: 'Please look at the hours once more.' },
  submit: { declared: true },
  'hand-over': { to: people['another evaluator'], reason: 'She is away until March.' },
  'decide-figures': { decisions: [{ locator: figure, decision: 'accept' }] },
  'decline-reopening': { reason: 'The count was right as it was.' },
  'request-changes': { questions: [{ locator: figure, question: 'Is each counted once?' }] },
  accept: {},
  'ask-to-reopen': { reason: 'A corrected count has come.' },
  reopen: { reason: 'A corrected count has come.', locators: [figure] },
})

/** The row of a return in a standing, written by hand. */
function rowOf(standing: Standing, tier: 'standard' | 'light', at: string) {
  const nothing = {
    ...{ sentFrom: null, sentBy: null, sentAt: null, submittedBy: null, submittedAt: null },
    ...{ takenBy: null, takenAt: null, acceptedBy: null, acceptedAt: null, reopenRequest: null },
  }
  const sent = { ...nothing, sentFrom: 'in-progress' as const, sentBy: people.lead, sentAt: at }
  const submittedBy = tier === 'light' ? people.lead : people.certifier
  const submitted = { ...sent, status: 'submitted' as const, submittedBy, submittedAt: at }
  const taken = { ...submitted, takenBy: people.evaluator, takenAt: at }
  const accepted = { ...taken, status: 'accepted' as const, acceptedBy: people.evaluator, acceptedAt: at }
  const rows = {
    'not started': { ...nothing, status: 'not-started' as const },
    'in progress': { ...nothing, status: 'in-progress' as const },
    'awaiting sign-off': { ...sent, status: 'awaiting-sign-off' as const },
    'awaiting sign-off again': {
      ...sent,
      status: 'awaiting-sign-off' as const,
      sentFrom: 'changes-requested' as const,
    },
    submitted,
    taken,
    'changes requested': { ...nothing, status: 'changes-requested' as const },
    accepted,
    'accepted, asked to reopen': { ...accepted, reopenRequest: 'A corrected count has come.' },
  }
  return rows[standing]
}

type Kept = { id: string; holder: string | null; asked: boolean }

/** What belongs to a standing beside the row: the review of whoever holds it, and a lead's wish. */
async function reviewIn({ database: { db }, context }: Service, { id, holder, asked }: Kept) {
  const at = context.now()
  const of = { id: context.newId(), returnId: id, version: 1 }
  const open = db.updateTable('reviews').set({ endedAt: at }).where('endedAt', 'is', null)
  await open.where('returnId', '=', id).execute()
  await db.deleteFrom('reopen_requests').where('returnId', '=', id).execute()
  if (holder !== null)
    await db
      .insertInto('reviews')
      .values({ ...of, evaluator: holder, begunAt: at })
      .execute()
  const wish = { reason: 'A corrected count has come.', locators: '[]', askedBy: people.lead, askedAt: at }
  if (asked)
    await db
      .insertInto('reopen_requests')
      .values({ ...of, ...wish })
      .execute()
}

/** All that an action might change: the row, and how much there is of everything else. */
async function everything({ database: { db } }: Service, id: string) {
  const row = await db.selectFrom('returns').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const count = async (
    table:
      | 'audit_events'
      | 'return_versions'
      | 'data_queries'
      | 'reviews'
      | 'outbox'
      | 'accepted_points'
      | 'figure_decisions'
      | 'review_hand_overs'
      | 'reopen_requests',
  ) =>
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const { revisions } = await db
    .selectFrom('data_points')
    .select(({ fn }) => fn.sum<number>('revision').as('revisions'))
    .where('returnId', '=', id)
    .executeTakeFirstOrThrow()
  return {
    row,
    revisions,
    events: await count('audit_events'),
    versions: await count('return_versions'),
    queries: await count('data_queries'),
    reviews: await count('reviews'),
    letters: await count('outbox'),
    accepted: await count('accepted_points'),
    decisions: await count('figure_decisions'),
    handOvers: await count('review_hand_overs'),
    wishes: await count('reopen_requests'),
  }
}
