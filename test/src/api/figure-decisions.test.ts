/** Figure by figure: an evaluator accepts, asks and wants changes; the borough answers beside the cell. */
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  acceptIt,
  act,
  decideAll,
  done,
  enter,
  explainAll,
  giveRole,
  refusal,
  see,
} from './support/filing.ts'

const hackney = 'APM-E09000012-FY2025-26-Q3'
const hours = 'APM-OP7'
const parents = 'APM-OP8'

describe.each(engines())('decisions on figures on %s', (engine) => {
  let service: Service
  let leila: Client
  let priya: Client
  let owen: Client

  beforeEach(async () => {
    service = await openService(engine)
    const people = ['leila-haddad', 'priya-nair', 'owen-clarke'].map((person) => service.as(person))
    ;[leila, priya, owen] = (await Promise.all(people)) as [Client, Client, Client]
    done(await act(owen, hackney, 'submit', { declared: true }))
    done(await act(leila, hackney, 'take'))
    await service.database.db.deleteFrom('outbox').execute()
  })
  afterEach(() => service.close())

  const decide = (...decisions: object[]) => act(leila, hackney, 'decide-figures', { decisions })
  const inTheWay = async () => (await see(leila, hackney)).inTheWay
  const lettersTo = async (person: string) => {
    const letters = await service.database.db.selectFrom('outbox').select(['recipient', 'text']).execute()
    return letters.filter(({ recipient }) => recipient.startsWith(person)).map(({ text }) => text)
  }
  const threadOn = async (locator: string) =>
    (await see(priya, hackney)).queries.find((query) => query.locator === locator)!
  const answer = async (client: Client, locator: string, text: string) => {
    const { id } = await threadOn(locator)
    return client.post(`/api/returns/${hackney}/queries/${id}/messages`, { text })
  }
  const sendAgain = async () => {
    await explainAll(priya, hackney)
    done(await act(priya, hackney, 'send-for-sign-off'))
    service.pass(1)
    done(await act(owen, hackney, 'submit', { declared: true }))
    done(await act(leila, hackney, 'take'))
  }

  it('accepting waits for a decision on each figure that was explained or asked about, and says which', async () => {
    await decideAll(leila, hackney)
    done(await decide({ locator: hours, decision: 'question', note: 'Were sessions longer?' }))
    done(await decide({ locator: parents, decision: 'request-change', note: 'Count each parent once.' }))
    const refused = await act(leila, hackney, 'accept', {})
    expect(refusal(refused)).toBe('422 figures-undecided')
    expect(refused.body['errors']).toEqual([
      { field: hours, message: expect.stringMatching(/: your question has no answer yet\./) },
      { field: parents, message: expect.stringMatching(/: you want a change here\./) },
    ])
    expect((await see(leila, hackney)).status).toBe('submitted')
    done(
      await decide(
        { locator: hours, decision: 'accept' },
        { locator: parents, decision: 'accept-explained', note: 'The partner counts households.' },
      ),
    )
    expect(await inTheWay()).toEqual([])
    expect(done(await act(leila, hackney, 'accept', {}))).toMatchObject({ status: 'accepted' })
  })

  it('a question goes to the borough, which answers while RMEL keeps the return', async () => {
    done(await decide({ locator: hours, decision: 'question', note: 'Were sessions longer?' }))
    expect(await lettersTo('priya-nair')).toEqual([expect.stringContaining('stays with RMEL')])
    const asked = await see(priya, hackney)
    expect([asked.status, asked.mayEdit]).toEqual(['submitted', false])
    expect(asked.queries).toMatchObject([
      { locator: hours, askedOf: 'borough', wants: 'answer', status: 'open' },
    ])
    expect(await inTheWay()).toContainEqual({ locator: hours, doubt: 'question-open' })

    done(await answer(priya, hours, 'Yes: an hour and a quarter from November.'))
    expect(await inTheWay()).toContainEqual({ locator: hours, doubt: 'question-answered' })
    expect(refusal(await act(priya, hackney, 'withdraw'))).toBe('409 review-taken')

    done(await decide({ locator: hours, decision: 'question', note: 'In both settings?' }))
    const { messages, status } = await threadOn(hours)
    expect([messages.map(({ by }) => by), status]).toEqual([
      ['Leila Haddad', 'Priya Nair', 'Leila Haddad'],
      'open',
    ])
    done(await decide({ locator: hours, decision: 'accept' }))
    expect((await threadOn(hours)).status).toBe('closed')
    expect(refusal(await answer(priya, hours, 'In both.'))).toBe('409 return-not-open')
  })

  it('is not written over by a page that has not seen it', async () => {
    const decisionOn = async () => {
      const { decisions } = await see(leila, hackney)
      return decisions.find(({ locator }) => locator === parents)
    }
    const note = 'Count each parent once.'
    done(await decide({ locator: parents, decision: 'request-change', note, replaces: 0 }))
    const stale = await decide({ locator: parents, decision: 'accept', replaces: 0 })
    expect(refusal(stale)).toBe('409 decision-changed')
    const standing = (await decisionOn())!
    expect(standing).toMatchObject({ decision: 'request-change', note, number: 1 })
    done(await decide({ locator: parents, decision: 'undecided', replaces: standing.number }))
    done(await decide({ locator: parents, decision: 'accept', replaces: 0 }))
    expect(await decisionOn()).toMatchObject({ decision: 'accept', number: 3 })
  })

  it('a question is settled by whoever holds the return, and by nobody else', async () => {
    await decideAll(leila, hackney)
    done(await decide({ locator: hours, decision: 'question', note: 'Were sessions longer?' }))
    const { id } = await threadOn(hours)
    const close = (client: Client) => client.post(`/api/returns/${hackney}/queries/${id}/close`)
    expect(refusal(await close(priya))).toBe('403 not-yours-to-do')
    expect(refusal(await close(await service.as('sam-whitfield')))).toBe('409 review-not-taken')
    done(await close(leila))
    expect((await threadOn(hours)).status).toBe('closed')
    expect(await inTheWay()).toEqual([])
    expect(refusal(await close(leila))).toBe('409 return-not-open')
  })

  it('changes are collected, unseen, and sent as one: those figures open and no others', async () => {
    done(await decide({ locator: parents, decision: 'request-change', note: 'Count each parent once.' }))
    const before = await see(priya, hackney)
    expect([before.decisions, before.queries, before.unlocked]).toEqual([[], [], []])
    const history = done(await priya.get<{ action: string }[]>(`/api/returns/${hackney}/history`))
    expect(history.map(({ action }) => action)).not.toContain('return.decide-figures')
    done(await act(leila, hackney, 'request-changes', {}))

    const open = await see(priya, hackney)
    expect(open.unlocked).toContain(parents)
    expect(open.queries).toMatchObject([{ locator: parents, wants: 'change', status: 'open' }])
    expect(open.decisions).toMatchObject([
      { locator: parents, decision: 'request-change', note: 'Count each parent once.', by: 'Leila Haddad' },
    ])
    const elsewhere = await enter(priya, hackney, [{ locator: hours, entries: { value: '1' } }])
    expect(refusal(elsewhere)).toBe('409 figure-locked')
    const label = open.checkInput.asked.find(({ indicator }) => indicator === parents)!.label
    expect(elsewhere.body).toMatchObject({
      detail: `RMEL asked for changes: only “${label}” can be changed.`,
      errors: [{ field: hours }],
    })
    done(await enter(priya, hackney, [{ locator: parents, entries: { value: '31' } }]))
    await sendAgain()
    expect(await inTheWay()).toContainEqual({ locator: parents, doubt: 'was-to-change' })
    expect(refusal(await act(leila, hackney, 'accept', {}))).toBe('422 figures-undecided')
    await acceptIt(leila, hackney)
  })

  it('a change that was asked for is decided on also in a version that came after one that was withdrawn', async () => {
    done(await decide({ locator: parents, decision: 'request-change', note: 'Count each parent once.' }))
    done(await act(leila, hackney, 'request-changes', {}))
    await sendAgain()
    const { id } = await threadOn(parents)
    done(await leila.post(`/api/returns/${hackney}/queries/${id}/close`))
    done(await act(leila, hackney, 'hand-over', { to: null }))
    done(await act(priya, hackney, 'withdraw'))
    await sendAgain()
    await decideAll(leila, hackney)
    expect((await see(leila, hackney)).decisions).toContainEqual(
      expect.objectContaining({ version: 3, locator: parents, decision: 'accept' }),
    )
    const queue = done(await leila.get<QueueView>('/api/review-queue?period=all&review=thought'))
    const { thoughts } = queue.lines.find(({ id: returnId }) => returnId === hackney)!
    expect(thoughts).toContainEqual({ about: 'changes', count: 1 })
  })

  it('accepting the rest decides on every figure about which nothing is open, and on no other', async () => {
    const doubted = (await inTheWay()).map(({ locator }) => locator)
    done(await decide({ locator: parents, decision: 'request-change', note: 'Count each parent once.' }))
    const answer = await leila.post<{ decided: number }>(`/api/returns/${hackney}/accept-rest`)
    const { decisions } = await see(leila, hackney)
    const accepted = decisions.filter(({ decision }) => decision === 'accept')
    expect(accepted).toHaveLength(done(answer).decided)
    expect(accepted.length).toBeGreaterThan(10)
    expect(accepted.filter(({ locator }) => [...doubted, parents].includes(locator))).toEqual([])
    const again = await leila.post<{ decided: number }>(`/api/returns/${hackney}/accept-rest`)
    expect(done(again).decided).toBe(0)
  })

  it('the last decision holds, every one is kept, and the borough sees them with the outcome', async () => {
    done(await decide({ locator: parents, decision: 'accept' }))
    done(await decide({ locator: parents, decision: 'accept-explained', note: 'Households.' }))
    await decideAll(leila, hackney)
    const { db } = service.database
    const kept = db.selectFrom('figure_decisions').select(['number', 'decision'])
    const rows = await kept
      .where('returnId', '=', hackney)
      .where('locator', '=', parents)
      .orderBy('number')
      .execute()
    expect(rows).toEqual([
      { number: 1, decision: 'accept' },
      { number: 2, decision: 'accept-explained' },
    ])
    expect((await see(owen, hackney)).decisions).toEqual([])
    done(await act(leila, hackney, 'accept', {}))
    const seen = (await see(owen, hackney)).decisions.filter(({ locator }) => locator === parents)
    expect(seen).toMatchObject([{ version: 1, decision: 'accept-explained', note: 'Households.' }])
    const history = done(await priya.get<{ action: string }[]>(`/api/returns/${hackney}/history`))
    expect(history.map(({ action }) => action)).toContain('return.decide-figures')
  })

  it('what was thought of a version that was given back and withdrawn stays with RMEL', async () => {
    const decidedIn = async (client: Client) => {
      const history = await client.get<{ action: string; detail: object }[]>(
        `/api/returns/${hackney}/history`,
      )
      return done(history)
        .filter(({ action }) => action === 'return.decide-figures')
        .map(({ detail }) => detail)
    }
    done(await decide({ locator: parents, decision: 'request-change', note: 'Count each parent once.' }))
    done(await act(leila, hackney, 'hand-over', { to: null }))
    done(await act(priya, hackney, 'withdraw'))
    expect(await decidedIn(priya)).toEqual([])
    expect(await decidedIn(leila)).toMatchObject([{ version: 1 }])
    await sendAgain()
    done(await decide({ locator: hours, decision: 'request-change', note: 'Were sessions longer?' }))
    expect(await decidedIn(owen)).toEqual([])
    done(await act(leila, hackney, 'request-changes', {}))
    expect(await decidedIn(owen)).toMatchObject([{ version: 2, decisions: [[hours, 'request-change']] }])
  })

  it.each([
    ['a figure of no return', { locator: 'CPD-OP1', decision: 'accept' }, '422 figure-not-asked'],
    [
      'a change nobody can make',
      { locator: 'APM-OC4', decision: 'request-change', note: 'x' },
      '422 figure-not-asked',
    ],
    ['an explanation without words', { locator: hours, decision: 'accept-explained' }, '400 invalid-request'],
    [
      'words for a plain acceptance',
      { locator: hours, decision: 'accept', note: 'x' },
      '400 invalid-request',
    ],
    ['a decision that there is not', { locator: hours, decision: 'reject' }, '400 invalid-request'],
  ])('refuses %s', async (_, decision, wanted) => {
    expect(refusal(await decide(decision))).toBe(wanted)
    expect((await see(leila, hackney)).decisions).toEqual([])
  })

  it('nobody decides on what they filed: neither by the service nor in the database', async () => {
    await giveRole(service, 'owen-clarke', { role: 'evaluator' })
    const own = { decisions: [{ locator: hours, decision: 'accept' }] }
    expect(refusal(await act(owen, hackney, 'decide-figures', own))).toBe('403 reviewer-filed-it')
    const decided = {
      ...{ returnId: hackney, version: 1, locator: hours, number: 1, decision: 'accept' as const },
      ...{ note: null, queryId: null, decidedBy: 'owen-clarke', decidedAt: service.context.now() },
    }
    const insert = service.database.db.insertInto('figure_decisions').values(decided).execute()
    await expect(insert).rejects.toThrow('returns_reviewer_is_independent')
  })
})
