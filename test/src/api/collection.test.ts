/** The collection: where every return of a programme and a year stands, as far as the page of each says it. */
import { progressOf } from '@inclusion/client/returns/sections'
import { createApp } from '@inclusion/server/app'
import type { CollectionCell, CollectionView } from '@inclusion/server/collection/view'
import type { ReturnLine } from '@inclusion/server/returns/view'
import { isOutstanding } from '@inclusion/shared/collection/timeliness'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { changed, draft, openOn, publish } from './support/amending.ts'
import { act, camden, croydonTraining, done, enter, giveRole, refusal, see } from './support/filing.ts'

const look = async (client: Client, query = ''): Promise<CollectionView> =>
  done(await client.get<CollectionView>(`/api/collection${query}`))

const cellsOf = (view: CollectionView): CollectionCell[] =>
  view.rows.flatMap(({ cells }) => cells).filter((cell) => cell !== null)

const cellOf = (view: CollectionView, returnId: string): CollectionCell | undefined =>
  cellsOf(view).find((cell) => cell.returnId === returnId)

describe.each(engines())('the collection on %s', (engine) => {
  let service: Service
  let leila: Client

  beforeEach(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
  })
  afterEach(() => service.close())

  it('shows every authority of a programme by period, in the year that is being collected', async () => {
    const view = await look(leila)
    expect(view.programme.code).toBe('APM')
    expect(view.year).toBe('2025-26')
    expect(view.years[0]).toBe('2026-27')
    expect(view.rows).toHaveLength(32)
    expect(view.rows.map(({ name }) => name)).toEqual(view.rows.map(({ name }) => name).toSorted())
    expect(view.periods.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'FY2025-26-Q1 closed',
      'FY2025-26-Q2 closed',
      'FY2025-26-Q3 open',
      'FY2025-26-Q4 to-come',
    ])
    expect(cellOf(view, camden)).toMatchObject({
      status: 'in-progress',
      timeliness: { kind: 'outstanding', days: 11 },
      dueOn: '2026-01-31',
      filedOn: null,
      extendedFrom: null,
      remindedOn: '2026-01-16',
    })
    const late = cellOf(view, 'APM-E09000014-FY2025-26-Q2')!
    expect(late).toMatchObject({ status: 'accepted', progress: null, dueOn: '2025-10-31' })
    expect(late.timeliness.kind).toBe('late')
    expect(cellOf(view, 'APM-E09000023-FY2025-26-Q3')).toMatchObject({
      dueOn: '2026-02-14',
      extendedFrom: '2026-01-31',
      timeliness: { kind: 'outstanding', days: 25 },
    })
  })

  it('adds up: the totals of a period are those of its cells', async () => {
    for (const query of ['', '?programme=CPD', '?year=2024-25']) {
      const view = await look(leila, query)
      view.periods.forEach(({ totals }, index) => {
        const own = view.rows.flatMap(({ cells }) => cells[index] ?? [])
        const count = (kind: string) => own.filter(({ timeliness }) => timeliness.kind === kind).length
        expect(totals).toEqual({
          asked: own.length,
          onTime: count('on-time'),
          late: count('late'),
          outstanding: count('outstanding') + count('overdue'),
          overdue: count('overdue'),
        })
      })
    }
  })

  it('says of each open return what its own page says: status, due day and figures in', async () => {
    const returns = done(await leila.get<ReturnLine[]>('/api/returns?period=FY2025-26-Q3'))
    const cells = [...cellsOf(await look(leila)), ...cellsOf(await look(leila, '?programme=CPD'))]
    let compared = 0
    for (const { id, status, dueOn, extendedFrom } of returns) {
      const cell = cells.find(({ returnId }) => returnId === id)
      expect(cell, id).toMatchObject({ status, dueOn, extendedFrom })
      if (cell!.progress === null) continue
      const { checkInput } = await see(leila, id)
      expect(cell!.progress, id).toEqual(progressOf(checkInput.asked, checkInput))
      compared++
    }
    expect(compared).toBeGreaterThan(20)
  })

  it('carries nothing on across a major change, as the page of the return does not', async () => {
    const next = 'APM-E09000028-FY2025-26-Q4'
    const major = await changed(leila, { indicator: 'APM-OP5', from: 'FY2025-26-Q4' }, () => ({
      ...{ changeClass: 'major', label: 'Young people active on the last Friday', overTime: 'last' },
    }))
    const drafted = await draft(leila, { programme: 'APM', content: { changed: [major] } })
    await publish(await service.as('sam-whitfield'), drafted)
    expect(await openOn(service, '2026-04-01')).toContain(next)
    const { checkInput } = await see(leila, next)
    expect(checkInput.history[0]!.figures['APM-OP5']!.value).toBeGreaterThan(0)
    const { progress } = cellOf(await look(leila), next)!
    expect(progress).toEqual(progressOf(checkInput.asked, checkInput))
    expect(progress!.given).toBe(0)
  })

  it('counts a figure as soon as it is in, and no longer once it is blank', async () => {
    const tom = await service.as('tom-bennett')
    const given = async () => cellOf(await look(leila, '?programme=CPD'), croydonTraining)!.progress!.given
    const { checkInput } = await see(tom, croydonTraining)
    const blank = checkInput.asked.find(
      ({ collectedFrom, measure, indicator }) =>
        collectedFrom === 'authority' && measure === 'count' && !checkInput.figures[indicator],
    )!.indicator
    const before = await given()
    done(await enter(tom, croydonTraining, [{ locator: blank, missing: 'x', note: 'Not asked yet.' }]))
    expect(await given()).toBe(before + 1)
    done(await enter(tom, croydonTraining, [{ locator: blank, missing: null }]))
    expect(await given()).toBe(before)
  })

  it('can be narrowed to what is late, extended, outstanding or in a status', async () => {
    const names = async (query: string) => (await look(leila, query)).rows.map(({ name }) => name)
    expect(await names('?status=late')).toEqual(['Haringey'])
    expect(await names('?status=extended')).toEqual(['Lewisham'])
    expect(await names('?status=overdue')).toEqual([])
    expect(await names('?status=changes-requested')).toEqual(['Greenwich'])
    expect(await names('?status=outstanding')).toContain('Camden')
    expect(await names('?status=outstanding')).not.toContain('Southwark')
    service.pass(14 * 24 * 60)
    const overdue = await names('?status=overdue')
    expect(overdue).toContain('Camden')
    expect(overdue).not.toContain('Lewisham')
  })

  it('calls one that was taken back outstanding again, and one changed at RMEL’s wish not', async () => {
    const hackney = 'APM-E09000012-FY2025-26-Q3'
    const owen = await service.as('owen-clarke')
    done(await act(owen, hackney, 'submit', { declared: true }))
    expect(cellOf(await look(leila), hackney)!.timeliness).toEqual({ kind: 'on-time' })
    done(await act(await service.as('priya-nair'), hackney, 'withdraw'))
    expect(cellOf(await look(leila), hackney)!.timeliness).toEqual({ kind: 'outstanding', days: 11 })
    const greenwich = cellOf(await look(leila), 'APM-E09000011-FY2025-26-Q3')!
    expect(greenwich).toMatchObject({ status: 'changes-requested', timeliness: { kind: 'on-time' } })
    expect(isOutstanding({ status: 'awaiting-sign-off', sentFrom: 'changes-requested' })).toBe(false)
  })

  it('is for RMEL, the programme team and administrators, each over their own programmes', async () => {
    for (const person of ['chloe-bright', 'noor-rahman', 'sam-whitfield'])
      expect((await look(await service.as(person))).rows).toHaveLength(32)
    for (const person of ['ruth-okafor', 'owen-clarke', 'helen-achebe', 'marcus-lee'])
      expect(refusal(await (await service.as(person)).get('/api/collection'))).toBe('403 not-yours-to-do')
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    const marcus = await service.as('marcus-lee')
    expect((await look(marcus)).programmes.map(({ code }) => code)).toEqual(['CPD'])
    expect(refusal(await marcus.get('/api/collection?programme=APM'))).toBe('404 not-found')
    expect(refusal(await leila.get('/api/collection?programme=ZZZ'))).toBe('404 not-found')
    expect(refusal(await leila.get('/api/collection?year=2019-20'))).toBe('404 not-found')
    expect(refusal(await leila.get('/api/collection?year=2025'))).toBe('400 invalid-request')
    expect(refusal(await leila.get('/api/collection?status=lost'))).toBe('400 invalid-request')
  })

  it('asks a dozen queries of the database at most, however many returns there are', async () => {
    const { context } = service
    let queries = 0
    const counting = context.db.withPlugin({
      transformQuery: ({ node }) => {
        queries++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const app = createApp({ ...context, db: counting })
    const signedIn = await app.request('/api/demo/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: 'leila-haddad' }),
    })
    const headers = { cookie: signedIn.headers.getSetCookie()[0]!.split(';')[0]! }
    const asked = async (query: string) => {
      queries = 0
      expect((await app.request(`/api/collection${query}`, { headers })).status).toBe(200)
      return queries
    }
    for (const query of ['', '?programme=CPD', '?year=2024-25', '?status=outstanding'])
      expect(await asked(query), query).toBeLessThanOrEqual(12)
  })
})
