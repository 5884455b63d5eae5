/** The audit trail searched, read and taken out: by person, return, figure, act and day, combined, and verified by others. */
import { createHash } from 'node:crypto'
import { keysOf } from '@inclusion/server/trust/audit-subjects'
import { countEvents as countFound } from '@inclusion/server/trust/search'
import type { AuditChoices, AuditEventView, AuditPage } from '@inclusion/server/trust/view'
import { parseCsv } from 'hucre/csv'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, countEvents, done, enter, giveRole, refusal } from './support/filing.ts'

const namesIn = (query: string): string[] => [...new URLSearchParams(query).keys()]
const hackney = 'APM-E09000012-FY2025-26-Q3'

describe.each(engines())('the audit trail on %s', (engine) => {
  let service: Service
  let noor: Client
  let ruth: Client

  beforeEach(async () => {
    service = await openService(engine)
    noor = await service.as('noor-rahman')
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  const search = async (query: string, client = noor): Promise<AuditPage> =>
    done(await client.get<AuditPage>(`/api/audit?${query}`))
  const stored = () => service.context.db.selectFrom('audit_events').selectAll().orderBy('position').execute()
  const whole = async (query: string, client = noor): Promise<number[]> => {
    const found: number[] = []
    for (let before: number | null = 0; before !== null;) {
      const page: AuditPage = await search(before === 0 ? query : `${query}&before=${before}`, client)
      found.push(...page.events.map(({ position }) => position))
      before = page.before
    }
    return found
  }

  it('is searched by person, return, figure, act and day, each and combined, page by page', async () => {
    done(await enter(ruth, camden, [{ locator: 'APM-OP1', entries: { value: '2.5' } }]))
    const events = await stored()
    const about = (key: string) => (event: (typeof events)[number]) => {
      const detail = JSON.parse(event.detail) as Record<string, unknown>
      return keysOf({ ...event, detail }).some((known) => known === key)
    }
    const tests: [string, (event: (typeof events)[number]) => boolean][] = [
      ['person=ruth-okafor', about('person:ruth-okafor')],
      [`return=${camden}`, about(`return:${camden}`)],
      ['figure=APM-OP1', about('figure:APM-OP1')],
      ['indicator=APM-OC4', about('indicator:APM-OC4')],
      ['action=return.accept', ({ action }) => action === 'return.accept'],
      ['subject=programme:CPD', ({ subject }) => subject === 'programme:CPD'],
      ['from=2026-01-12&to=2026-01-12', ({ at }) => at.startsWith('2026-01-12')],
      ['from=2026-01-15', ({ at }) => at >= '2026-01-15'],
      ['to=2025-06-30', ({ at }) => at < '2025-06-30T23:00:00.000Z'],
      ['from=2030-01-01', () => false],
    ]
    const none = new Set<string>()
    for (const [index, [query, isFound]] of tests.entries()) {
      const expected = events.filter(isFound).map(({ position }) => position)
      if (expected.length === 0) none.add(query)
      expect(await whole(query), query).toEqual(expected.toReversed())
      for (const [other, isAlso] of tests.slice(index + 1)) {
        if (namesIn(query).some((name) => namesIn(other).includes(name))) continue
        const both = events.filter((event) => isFound(event) && isAlso(event))
        const asked = await search(`${query}&${other}`)
        const latest = both.map(({ position }) => position).toReversed()
        expect(
          asked.events.map(({ position }) => position),
          `${query}&${other}`,
        ).toEqual(latest.slice(0, 100))
      }
    }
    expect(none.size).toBeLessThan(3)
    const last = (await search(`person=ruth-okafor&return=${camden}&figure=APM-OP1`)).events[0]!
    expect(last).toMatchObject({ by: 'Ruth Okafor', action: 'return.save-figures', position: events.length })
  })

  it('is searched by figures that are called what they are called in a return', async () => {
    const { indicators } = done(await noor.get<Pick<AuditChoices, 'indicators'>>('/api/audit/choices'))
    expect(indicators).toContainEqual({ code: 'APM-OP8', label: 'Parents and carers supported' })
    const codes = indicators.map(({ code }) => code)
    expect(codes.indexOf('APM-OP9')).toBeLessThan(codes.indexOf('APM-OP10'))
    expect(indicators.filter(({ label }) => !label)).toEqual([])
  })

  it('counts days as London does, in summer too', async () => {
    const { db } = service.context
    const summer = db
      .selectFrom('audit_events')
      .select('at')
      .where('at', 'like', '2025-07-%')
      .orderBy('position')
    const { at } = await summer.executeTakeFirstOrThrow()
    expect((await whole(`from=${at.slice(0, 10)}&to=${at.slice(0, 10)}`)).length).toBeGreaterThan(0)
    const all = await countEvents(service)
    expect(await countFound(db, { from: '2020-01-01', to: '2030-01-01', scope: 'all' }, all)).toBe(all)
    expect(await countFound(db, { scope: 'all' }, 10)).toBe(11)
  })

  it('says of an event who did what to what, and gives it as it is stored', async () => {
    const position = await countEvents(service)
    const view = done(await noor.get<AuditEventView>(`/api/audit/events/${position}`))
    expect(view).toMatchObject({ by: 'Ruth Okafor', action: 'sign-in', earlier: position - 1, later: null })
    const event = (await stored()).at(-1)!
    expect(view).toMatchObject(event)
    expect(refusal(await noor.get(`/api/audit/events/${position + 1}`))).toBe('404 not-found')
  })

  it('is taken out as lines that anybody can verify, without this service', async () => {
    const answer = await noor.request('/api/audit/export?format=jsonl', { method: 'GET' })
    expect(answer.headers.get('content-disposition')).toContain('audit-trail-2026-01-20.jsonl')
    const lines = (await answer.text()).trim().split('\n').toReversed()
    expect(lines).toHaveLength(await countEvents(service))
    let previous = ''
    for (const line of lines) {
      const { hash, ...event } = JSON.parse(line) as Record<string, unknown>
      // As docs/audit-trail.md says: the names in order of the alphabet, without spaces.
      const text = JSON.stringify(event, Object.keys(event).toSorted())
      expect(createHash('sha256').update(text).digest('hex')).toBe(hash)
      expect(event['previousHash']).toBe(previous)
      previous = String(hash)
    }
  })

  it('is taken out as CSV, only what was searched for, in which no cell is a formula', async () => {
    const { db } = service.context
    await db.updateTable('people').set({ name: '@SUM(1)' }).where('id', '=', 'ruth-okafor').execute()
    const query = `person=ruth-okafor&return=${camden}`
    const answer = await noor.request(`/api/audit/export?${query}`, { method: 'GET' })
    const [header, ...rows] = parseCsv(await answer.text()).map((row) => row.map(String))
    expect(header!.slice(0, 4)).toEqual(['number', 'at', 'personId', 'name'])
    expect(rows.map(([number]) => Number(number))).toEqual(await whole(query))
    expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    expect(rows.flat()).toContain("'@SUM(1)")
  })

  it('is verified on request, which is an event too, and what was found is kept', async () => {
    const before = await countEvents(service)
    const report = done(await noor.post<{ events: number; since: string }>('/api/audit/verify'))
    expect(report).toMatchObject({ events: before, broken: null, until: (await stored())[before - 1]!.at })
    expect(await countEvents(service)).toBe(before + 1)
    const { verified } = done(await noor.get<{ verified: object }>('/api/audit/choices'))
    expect(verified).toMatchObject({
      by: 'Noor Rahman',
      at: service.context.now(),
      events: before,
      broken: null,
    })
  })

  it('is whole also while events are added', async () => {
    const saves = Array.from({ length: 6 }, () =>
      ruth.post('/api/audit/verify').then(() => service.as('priya-nair')),
    )
    const reports = await Promise.all([
      noor.post('/api/audit/verify'),
      noor.post('/api/audit/verify'),
      ...saves,
    ])
    expect(reports.slice(0, 2).map((answer) => (answer as { body: object }).body)).toMatchObject([
      { broken: null },
      { broken: null },
    ])
  })

  it('is for those who oversee the service, and for no filer', async () => {
    await giveRole(service, 'marcus-lee', { role: 'reader' })
    const paths = ['/api/audit', '/api/audit/choices', '/api/audit/export', '/api/audit/events/1']
    const allowed = ['noor-rahman', 'leila-haddad', 'chloe-bright', 'grace-adeyemi']
    const refused = ['ruth-okafor', 'daniel-marsh', 'helen-achebe', 'marcus-lee']
    for (const path of paths) {
      for (const person of allowed)
        expect((await (await service.as(person)).get(path)).status, person).toBe(200)
      for (const person of refused)
        expect(refusal(await (await service.as(person)).get(path)), person).toBe('403 not-yours-to-do')
    }
    for (const person of refused)
      expect(refusal(await (await service.as(person)).post('/api/audit/verify'))).toBe('403 not-yours-to-do')
    expect(
      (await search(`return=${hackney}`, await service.as('leila-haddad'))).events.length,
    ).toBeGreaterThan(0)
  })

  it('shows whose role is over one programme its events alone: listed, counted, taken out, opened', async () => {
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    const marcus = await service.as('marcus-lee')
    const returnsOf = (event: { subject: string; personId: string | null; action: string; detail: string }) =>
      keysOf({ ...event, detail: JSON.parse(event.detail) as Record<string, unknown> }).filter((key) =>
        key.startsWith('return:'),
      )
    const isOwn = (event: Awaited<ReturnType<typeof stored>>[number]) => {
      const returns = returnsOf(event)
      const isOfReturns = returns.length > 0 && returns.every((key) => key.startsWith('return:CPD-'))
      return isOfReturns || event.subject === 'programme:CPD' || event.subject.startsWith('window:CPD-')
    }
    const events = await stored()
    const own = events.filter(isOwn).map(({ position }) => position)
    expect(own.length).toBeGreaterThan(30)
    expect(await whole('', marcus)).toEqual(own.toReversed())
    expect(await whole('action=return.accept&from=2025-01-01', marcus)).toEqual(
      (await whole('action=return.accept&from=2025-01-01')).filter((position) => own.includes(position)),
    )
    expect((await search(`return=${camden}`, marcus)).events).toEqual([])
    expect((await search('person=ruth-okafor', marcus)).events).toEqual([])
    const scope = [{ programme: 'CPD', gssCode: null }]
    expect(await countFound(service.context.db, { scope }, 100_000)).toBe(own.length)
    const answer = await marcus.request('/api/audit/export?format=jsonl', { method: 'GET' })
    expect((await answer.text()).trim().split('\n')).toHaveLength(own.length)
    const last = done(await marcus.get<AuditEventView>(`/api/audit/events/${own.at(-1)!}`))
    expect(last).toMatchObject({ earlier: own.at(-2) === own.at(-1)! - 1 ? own.at(-2) : null, later: null })
    const others = events.filter((event) => !isOwn(event)).map(({ position }) => position)
    for (const position of [others[0]!, others.at(-1)!, events.length + 10])
      expect(refusal(await marcus.get(`/api/audit/events/${position}`))).toBe('404 not-found')
    expect(done(await marcus.post<{ broken: null }>('/api/audit/verify')).broken).toBeNull()
  })
})
