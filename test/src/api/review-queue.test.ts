/** The review queue: every return with its age, score, findings and size of change; its filters, counts and pages. */
import { reasonsOf } from '@inclusion/client/reviews/reasons'
import type { HomeView } from '@inclusion/server/home/routes'
import type { AcceptedTogether } from '@inclusion/server/reviews/queue/accept-together'
import type { QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import { summariseEarlier } from '@inclusion/server/reviews/queue/summarise-earlier'
import { thoughtsOn } from '@inclusion/shared/review-queue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { act, done, giveRole, refusal, see } from './support/filing.ts'

const period = 'FY2025-26-Q3'
const at = (grant: string) => `${grant}-${period}`
/** Filed on 2 January, and nobody has taken it. */
const waiting = at('APM-E09000013')
/** Taken by Leila Haddad, who asked a question that was answered. */
const taken = at('APM-E09000022')
/** Its second return ever, with findings explained. */
const training = at('CPD-E09000019')

describe.each(engines())('the review queue on %s', (engine) => {
  let service: Service
  let leila: Client

  beforeAll(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
  })
  afterAll(() => service.close())

  const queue = async (search = '', client = leila): Promise<QueueView> =>
    done(await client.get<QueueView>(`/api/review-queue${search}`))
  const ids = async (search: string) => (await queue(search)).lines.map(({ id }) => id)
  const line = async (id: string, search = ''): Promise<QueueLine> =>
    (await queue(search)).lines.find((each) => each.id === id)!

  it('holds every return of the quarter, whoever has it', async () => {
    const { lines, counts, pages } = await queue()
    expect([lines.length, counts.found, counts.all, pages]).toEqual([39, 39, 39, 1])
    expect(new Set(lines.map((each) => each.period.id))).toEqual(new Set([period]))
    const { holders } = counts
    expect(Object.values(holders).reduce((sum, count) => sum + count, 0)).toBe(39)
    expect([holders['leila-haddad'], holders['untaken'], holders['nobody']]).toEqual([1, 3, 3])
  })

  it('says age against the service level in working days, and how long the holder has had it', async () => {
    const { age, heldForWorkingDays, holder } = await line(waiting)
    expect(age).toEqual({ submittedOn: '2026-01-02', workingDays: 12, allowed: 10, isOver: true })
    expect([heldForWorkingDays, holder]).toEqual([12, 'RMEL'])
    expect((await line(taken)).age).toMatchObject({ workingDays: 5, isOver: false })
    expect((await line(at('APM-E09000012'))).age).toBeNull()
    expect((await queue()).serviceLevels).toEqual({ '': 10 })
  })

  it('says the score, the findings and the size of change of the version filed last', async () => {
    const { filed } = await line(training)
    const { findings } = await see(leila, training)
    const ofKind = (kind: string) => findings.filter(({ severity }) => severity === kind).length
    expect(filed).toMatchObject({
      version: 1,
      explained: ofKind('explain'),
      waived: 0,
      noted: ofKind('note'),
    })
    const { filed: score } = done(
      await leila.get<{ filed: { score: { asked: number; met: number } } }>(`/api/returns/${training}/score`),
    )
    expect(filed!.score).toEqual({ asked: score.score.asked, met: score.score.met })
    expect(filed!.size).toMatchObject({ compared: 10, gone: 0 })
    expect(filed!.size.large).toBeGreaterThan(3)
    expect((await line(at('APM-E09000007'))).filed).toBeNull()
  })

  it('begins with what needs thought, then what is clean, the oldest first', async () => {
    const { lines } = await queue()
    expect(lines.slice(0, 4).map((each) => [each.id, each.thoughts?.length === 0])).toEqual([
      [taken, false],
      [training, false],
      [waiting, true],
      [at('APM-E09000019'), true],
    ])
    expect(lines.at(-1)!.status).toBe('accepted')
  })

  it('judges in SQL as the rule in shared does', async () => {
    const clean = await ids('?review=clean&period=all')
    const thought = await ids('?review=thought&period=all')
    expect(clean.length + thought.length).toBe((await ids('?holder=untaken&period=all')).length + 1)
    for (const id of clean) {
      expect((await line(id)).thoughts, id).toEqual([])
      expect(reasonsOf(await see(leila, id)), id).toEqual([])
    }
    for (const id of thought) {
      const { thoughts, filed } = await line(id)
      const { size, ...counts } = filed!
      const view = await see(leila, id)
      const questions = view.queries.filter(({ status }) => status !== 'closed').length
      expect(thoughts, id).toEqual(thoughtsOn({ ...counts, ...size, questions, changes: 0 }))
      expect(thoughts, id).not.toEqual([])
      // The review page opens on the same reasons, each with as many figures as it counts.
      const reasons = reasonsOf(view)
      expect(
        reasons.map(({ thought }) => thought),
        id,
      ).toEqual(thoughts)
      const large = reasons.find(({ thought }) => thought.about === 'large')
      expect(large?.locators.length ?? 0, id).toBe(size.large)
    }
  })

  it('filters by programme, period, borough, holder, mine and what waits too long', async () => {
    expect((await ids('?programme=CPD')).every((id) => id.startsWith('CPD-'))).toBe(true)
    expect(await ids('?borough=E09000013')).toEqual([waiting, at('CPD-E09000013')])
    expect(await ids('?mine=true')).toEqual([taken])
    expect(await ids('?holder=leila-haddad')).toEqual([taken])
    expect(await ids('?over=true')).toEqual([waiting])
    expect(await ids('?review=thought&mine=true')).toEqual([taken])
    expect(await ids('?review=clean&mine=true')).toEqual([])
    const earlier = await ids('?period=FY2025-26-Q2')
    expect(earlier.length).toBe(39)
    expect(earlier.every((id) => id.endsWith('FY2025-26-Q2'))).toBe(true)
    expect((await ids('?holder=borough')).length).toBe((await queue()).counts.holders['borough'])
  })

  it('counts what each filter would leave, with the others as they are', async () => {
    const all = await queue()
    for (const [name, value, count] of [
      ['review', 'thought', all.counts.thought],
      ['review', 'clean', all.counts.clean],
      ['over', 'true', all.counts.over],
      ['mine', 'true', all.counts.mine],
      ...Object.entries(all.counts.holders).map(([holder, held]) => ['holder', holder, held] as const),
    ] as const) {
      const chosen = await queue(`?${name}=${value}`)
      expect([chosen.lines.length, chosen.counts.found], `${name}=${value}`).toEqual([count, count])
    }
    const { counts } = await queue('?holder=leila-haddad')
    expect([counts.clean, counts.thought, counts.over]).toEqual([0, 1, 0])
  })

  it('keeps the order asked for, and parts what is many into pages', async () => {
    const bySize = (await queue('?sort=size')).lines.map(({ filed }) => filed?.size.large ?? -1)
    expect(bySize).toEqual(bySize.toSorted((left, right) => right - left))
    const names = (await queue('?sort=borough')).lines.map(({ authority }) => authority.name)
    expect(names).toEqual(names.toSorted())
    const first = await queue('?period=all')
    const second = await queue('?period=all&page=2')
    expect([first.lines.length, second.lines.length, first.pages > 2]).toEqual([50, 50, true])
    const seen = new Set([...first.lines, ...second.lines].map(({ id }) => id))
    expect(seen.size).toBe(100)
    expect((await queue('?period=all&page=9999')).lines).toEqual([])
  })

  it('shows an evaluator of one programme nothing of another, in lines, counts or choices', async () => {
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    const marcus = await service.as('marcus-lee')
    const { lines, counts, programmes, boroughs } = await queue('?period=all', marcus)
    expect(new Set(lines.map((each) => each.programme.code))).toEqual(new Set(['CPD']))
    expect(counts.found).toBe(lines.length)
    expect([programmes.map(({ code }) => code), boroughs.length]).toEqual([['CPD'], 7])
    expect((await queue('?programme=APM', marcus)).lines).toEqual([])
    const chosen = `/api/review-queue/chosen?returns=${waiting},${training}`
    expect(done(await marcus.get<QueueLine[]>(chosen)).map(({ id }) => id)).toEqual([training])
    expect(refusal(await (await service.as('chloe-bright')).get('/api/review-queue'))).toBe(
      '403 not-yours-to-do',
    )
  })

  it('holds what somebody asks to have opened again among what needs thought, as long as it is asked', async () => {
    const own = await openService(engine)
    const evaluator = await own.as('leila-haddad')
    const accepted = 'APM-E09000007-FY2025-26-Q2'
    const ask = { reason: 'The partner sent a corrected count.', locators: ['APM-OP8'] }
    done(await act(await own.as('ruth-okafor'), accepted, 'ask-to-reopen', ask))
    for (const search of [
      ...['', '?review=thought', '?programme=APM&borough=E09000007'],
      ...['?period=FY2025-26-Q2&review=thought', '?period=all&review=thought&sort=oldest'],
    ]) {
      const { lines, counts } = await queue(search, evaluator)
      const line = lines.find(({ id }) => id === accepted)
      expect(line, search).toMatchObject({ reopenAsked: true, thoughts: null, mayAcceptTogether: false })
      expect(counts.found).toBe(lines.length)
    }
    expect((await queue('?period=all', evaluator)).lines[0]!.id).toBe(accepted)
    expect((await queue('?programme=CPD', evaluator)).counts.thought).toBe(1)
    expect((await queue(`?period=${period}`, evaluator)).lines.some(({ id }) => id === accepted)).toBe(false)
    own.pass(2 * 24 * 60)
    const { queue: waits } = done(await evaluator.get<HomeView>('/api/home'))
    expect(waits.slice(0, 2).map(({ id, waited, stands }) => [id, waited, stands])).toEqual([
      [accepted, '2, asked to be opened again', 'Nobody yet'],
      [waiting, '14 of 10, over', 'Nobody yet'],
    ])
    expect(waits.map(({ holder }) => holder).slice(0, 2)).toEqual(['RMEL', 'RMEL'])
    expect(waits.find(({ id }) => id === taken)!.stands).toBe('Leila Haddad')
    const declined = await act(evaluator, accepted, 'decline-reopening', { reason: 'It was in already.' })
    expect(done(declined)).toBeDefined()
    expect((await queue('', evaluator)).lines.some(({ id }) => id === accepted)).toBe(false)
    const after = done(await evaluator.get<HomeView>('/api/home'))
    expect(after.queue.some(({ id }) => id === accepted)).toBe(false)
    done(await act(await own.as('ruth-okafor'), accepted, 'ask-to-reopen', ask))
    const chosen = { returns: [{ returnId: accepted, version: 1 }] }
    const { outcomes } = done(await evaluator.post<AcceptedTogether>('/api/review-queue/accept', chosen))
    expect(outcomes[0]).toMatchObject({ accepted: false })
    await own.close()
  })

  it('a level of a programme’s own goes before the general one', async () => {
    const own = await openService(engine)
    await own.database.db
      .insertInto('service_levels')
      .values({ id: 'review-CPD', programme: 'CPD', workingDays: 1 })
      .execute()
    const { lines } = await queue('?over=true&sort=oldest', await own.as('leila-haddad'))
    expect(lines.map(({ id, age }) => [id, age!.allowed])).toEqual([
      [waiting, 10],
      [training, 1],
    ])
    await own.close()
  })

  it('sums up what was filed before there were summaries, to the same as when it was filed', async () => {
    const { db } = service.database
    const summaries = () =>
      db
        .selectFrom('filing_summaries')
        .selectAll()
        .where('returnId', 'like', `%${period}`)
        .orderBy('returnId')
        .execute()
    const before = await summaries()
    await db.deleteFrom('filing_summaries').where('returnId', 'like', `%${period}`).execute()
    expect((await line(waiting)).thoughts).toEqual([{ about: 'not-summed-up' }])
    await summariseEarlier(service.context)(AbortSignal.any([]))
    expect(await summaries()).toEqual(before)
  })
})
