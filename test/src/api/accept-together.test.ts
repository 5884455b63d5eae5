/** Clean returns accepted together: each by acts of its own, each judged again by the server. */
import type { AcceptedTogether } from '@inclusion/server/reviews/queue/accept-together'
import type { QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  acceptIt,
  act,
  countEvents,
  done,
  enter,
  explainAll,
  giveRole,
  refusal,
  see,
  sentence,
} from './support/filing.ts'

const at = (grant: string) => `${grant}-FY2025-26-Q3`
const hammersmith = at('APM-E09000013')
const islington = at('APM-E09000019')
/** Taken by Leila Haddad, whose question was answered. */
const lambeth = at('APM-E09000022')
/** Findings of it were explained, and it changed much. */
const training = at('CPD-E09000019')

const version = (returnId: string, number = 1) => ({ returnId, version: number })

describe.each(engines())('accepting clean returns together on %s', (engine) => {
  let service: Service
  let leila: Client

  beforeEach(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
  })
  afterEach(() => service.close())

  const accept = async (returns: object[], client = leila, headers = {}) =>
    client.post<AcceptedTogether>('/api/review-queue/accept', { returns }, headers)

  const outcomesOf = async (returns: object[], client = leila) => done(await accept(returns, client)).outcomes

  const statusOf = async (id: string) => (await see(leila, id)).status

  it('takes and accepts each, by events of its own', async () => {
    done(await act(leila, islington, 'take'))
    const before = await countEvents(service)
    const outcomes = await outcomesOf([hammersmith, islington].map((id) => version(id)))
    expect(outcomes).toEqual(
      [hammersmith, islington].map((returnId) => ({ returnId, accepted: true, reason: null })),
    )
    const events = await service.database.db
      .selectFrom('audit_events')
      .select(['action', 'subject', 'personId'])
      .where('position', '>', before)
      .orderBy('position')
      .execute()
    expect(events.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      `return.take ${hammersmith}`,
      `return.accept ${hammersmith}`,
      // It was this evaluator's already.
      `return.accept ${islington}`,
    ])
    expect(new Set(events.map(({ personId }) => personId))).toEqual(new Set(['leila-haddad']))
    const view = await see(leila, islington)
    expect([view.status, view.accepted?.by]).toEqual(['accepted', 'Leila Haddad'])
  })

  it('refuses one that is not clean, with the reason, and accepts the others', async () => {
    const [refused, accepted] = await outcomesOf([version(training), version(hammersmith)])
    expect(refused).toMatchObject({ returnId: training, accepted: false })
    expect(refused!.reason).toMatch(
      /^It needs thought: One finding was explained\. \d figures changed much\./,
    )
    expect(accepted).toMatchObject({ accepted: true })
    expect(await statusOf(training)).toBe('submitted')
    expect((await see(leila, training)).taken).toBeNull()
  })

  it('refuses one that is clean no more, since an earlier period was accepted with other figures', async () => {
    const before = 'APM-E09000013-FY2025-26-Q2'
    const people = service.database.db
      .selectFrom('memberships')
      .select(['personId', 'role'])
      .where('gssCode', '=', 'E09000013')
    const named = await people.execute()
    const of = (role: string) => service.as(named.find((each) => each.role === role)!.personId)
    const [lead, certifier, sam] = await Promise.all([
      of('lead'),
      of('certifier'),
      service.as('sam-whitfield'),
    ])
    const [was] = done(await leila.get<QueueLine[]>(`/api/review-queue/chosen?returns=${hammersmith}`))
    expect([was!.thoughts, was!.filed!.size.large]).toEqual([[], 0])

    done(await act(sam, before, 'reopen', { reason: 'Ten times too few.', locators: ['APM-OP8'] }))
    const { figures } = (await see(lead, before)).checkInput
    const value = String(figures['APM-OP8']!.value! * 10)
    done(await enter(lead, before, [{ locator: 'APM-OP8', entries: { value } }]))
    await explainAll(lead, before)
    done(await act(lead, before, 'send-for-sign-off'))
    const explanations = (await see(certifier, before)).signingFindings
      .filter(({ severity }) => severity === 'explain')
      .map(({ check, locator }) => ({ check, locator: locator ?? '', reason: 'late-data', text: sentence }))
    done(await act(certifier, before, 'submit', { declared: true, explanations }))
    done(await act(sam, before, 'take'))
    await acceptIt(sam, before)

    const [outcome] = await outcomesOf([version(hammersmith)])
    expect(outcome).toMatchObject({ accepted: false })
    expect(outcome!.reason).toBe('It needs thought: One figure changed much. Open it to decide.')
    expect(await statusOf(hammersmith)).toBe('submitted')
    const [now] = done(await leila.get<QueueLine[]>(`/api/review-queue/chosen?returns=${hammersmith}`))
    expect(now!.filed!.size.large).toBe(1)
  })

  it('refuses one with a question that is not closed, or a figure that is to change', async () => {
    const [asked] = await outcomesOf([version(lambeth)])
    expect(asked!.reason).toMatch(/One question is not closed\. Open it to decide\.$/)
    done(await act(leila, islington, 'take'))
    const decisions = [
      { locator: 'APM-OP8', decision: 'request-change', note: 'Is each parent counted once?' },
    ]
    done(await leila.post(`/api/returns/${islington}/decide-figures`, { decisions }))
    const [changing] = await outcomesOf([version(islington)])
    expect(changing!.reason).toBe(
      'It needs thought: A change was asked for on one figure. Open it to decide.',
    )
    expect(await statusOf(islington)).toBe('submitted')
  })

  it('refuses one that was withdrawn, taken by another or filed anew meanwhile', async () => {
    const sam = await service.as('sam-whitfield')
    done(await act(sam, islington, 'take'))
    const { personId: lead } = await service.database.db
      .selectFrom('memberships')
      .select('personId')
      .where('role', '=', 'lead')
      .where('gssCode', '=', 'E09000013')
      .executeTakeFirstOrThrow()
    done(await act(await service.as(lead), hammersmith, 'withdraw'))
    const outcomes = await outcomesOf([version(islington), version(hammersmith), version(lambeth, 2)])
    expect(outcomes).toEqual([
      { returnId: islington, accepted: false, reason: 'An evaluator has already taken this return.' },
      { returnId: hammersmith, accepted: false, reason: 'This return is not open for that just now.' },
      {
        returnId: lambeth,
        accepted: false,
        reason: 'Another version of this return was filed since you chose it. Open it to see what changed.',
      },
    ])
  })

  it('finds accepted what the person has just accepted, once more and as no further act; not so what others did', async () => {
    const chosen = [hammersmith, islington].map((id) => version(id))
    await outcomesOf(chosen)
    const before = await countEvents(service)
    expect((await outcomesOf(chosen)).map(({ accepted, reason }) => [accepted, reason])).toEqual([
      [true, null],
      [true, null],
    ])
    expect(await countEvents(service)).toBe(before)
    const [other] = await outcomesOf([version(islington)], await service.as('sam-whitfield'))
    expect(other).toMatchObject({ accepted: false })
    const [anew] = await outcomesOf([version(islington, 2)])
    expect(anew).toMatchObject({ accepted: false })
  })

  it('refuses a version that is not the one that was chosen', async () => {
    const [outcome] = await outcomesOf([version(islington, 2)])
    expect(outcome).toMatchObject({ accepted: false })
    expect(outcome!.reason).toMatch(/^Another version of this return was filed/)
    expect((await see(leila, islington)).taken).toBeNull()
  })

  it('refuses one that the person filed, whatever else they may', async () => {
    const { submittedBy } = await service.database.db
      .selectFrom('returns')
      .select('submittedBy')
      .where('id', '=', islington)
      .executeTakeFirstOrThrow()
    await giveRole(service, submittedBy!, { role: 'evaluator' })
    const filer = await service.as(submittedBy!)
    const [own, other] = await outcomesOf([version(islington), version(hammersmith)], filer)
    expect(own).toMatchObject({
      accepted: false,
      reason: 'You helped to file this return, so you cannot review it.',
    })
    expect(other).toMatchObject({ accepted: true })
    const [line] = done(await filer.get<QueueLine[]>(`/api/review-queue/chosen?returns=${islington}`))
    expect(line).toMatchObject({ thoughts: [], isOwn: true, mayTake: false, mayAcceptTogether: false })
  })

  it('knows nothing of what is out of scope, and is for evaluators', async () => {
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    const before = await countEvents(service)
    const marcus = await service.as('marcus-lee')
    const [outcome] = await outcomesOf([version(islington)], marcus)
    expect(outcome).toEqual({
      returnId: islington,
      accepted: false,
      reason: 'There is nothing at this address that you can see.',
    })
    for (const person of ['chloe-bright', 'ruth-okafor']) {
      expect(refusal(await accept([version(islington)], await service.as(person)))).toBe(
        '403 not-yours-to-do',
      )
    }
    // Three people signed in.
    expect(await countEvents(service)).toBe(before + 3)
  })

  it('counts once, however often it is sent, and refuses its key for anything else', async () => {
    const key = { 'idempotency-key': 'together' }
    const first = done(await accept([version(islington), version(training)], leila, key))
    const before = await countEvents(service)
    expect(done(await accept([version(islington), version(training)], leila, key))).toEqual(first)
    expect(await countEvents(service)).toBe(before)
    expect(refusal(await accept([version(islington)], leila, key))).toBe('422 key-used-before')
  })
})
