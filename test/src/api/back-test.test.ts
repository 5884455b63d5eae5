/** Back-tests: what a draft would have fired on over every past return, beside the edition each was filed under. */
import { setTimeout as wait } from 'node:timers/promises'
import { failInterruptedBackTests } from '@inclusion/server/standards/back-test'
import type { BackTestView, TestedReturns } from '@inclusion/server/standards/back-test-view'
import { loadReturn } from '@inclusion/server/returns/load'
import { findVersions } from '@inclusion/server/returns/versions'
import { inputAsFiled } from '@inclusion/server/standards/as-filed'
import { versionAcceptedBefore } from '@inclusion/server/standards/accepted-before'
import { change } from '@inclusion/server/trust/change'
import type { Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { londonDate } from '@inclusion/shared/time'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { begin, draftId, draftPath, saveCheck, seeEdition, taken } from './support/editions.ts'
import { camden, done, refusal, see } from './support/filing.ts'

const off = { light: 'off', standard: 'off', enhanced: 'off' }
const blocks = { light: 'block', standard: 'block', enhanced: 'block' }
const always = {
  ...{ code: '8.5', severity: blocks, rule: { kind: 'survey-thin', rate: 1, answers: 1 } },
  ...{ title: 'Everybody asked has answered', rationale: '', words: { message: null, fix: null } },
}

/** The checks that fired on most of the returns that were ever filed, most first. */
async function oftenFired({ context }: Service): Promise<string[]> {
  const rows = await context.db.selectFrom('return_versions').select('findings').execute()
  const counts = new Map<string, number>()
  for (const { findings } of rows) {
    const codes = (JSON.parse(findings) as Finding[]).flatMap(({ check, severity }) =>
      severity === 'block' ? [] : [check],
    )
    for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].toSorted(([, left], [, right]) => right - left).map(([code]) => code)
}

const start = async (client: Client) =>
  taken(await client.post<{ backTestId: string }>(`${draftPath}/back-tests`)).backTestId
const view = async (client: Client, id: string) =>
  done(await client.get<BackTestView>(`/api/back-tests/${id}`))

describe.each(engines())('a back-test on %s', (engine) => {
  let service: Service
  let leila: Client
  let id: string
  let finished: BackTestView
  /** One that the draft switches off, and one that it makes block. */
  let quiet: string
  let hard: string

  beforeAll(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
    await begin(leila)
    const [most, second] = await oftenFired(service)
    quiet = most!
    hard = second!
    done(await saveCheck(leila, quiet, { severity: off }))
    done(await saveCheck(leila, hard, { severity: blocks }))
    taken(await leila.post(`${draftPath}/checks`, { ...always, revision: 2 }))
    id = await start(leila)
  })
  afterAll(() => service.close())

  it('begins at nothing, and says how far it is', async () => {
    const begun = await view(leila, id)
    expect(begun).toMatchObject({ status: 'running', done: 0, comparison: null, isOfThisDraft: true })
    expect(begun.total).toBeGreaterThan(200)
    expect(await start(leila)).toBe(id)
  })

  it('runs over every return that was ever submitted, in the background', async () => {
    await service.settle()
    finished = await view(leila, id)
    expect(finished).toMatchObject({ status: 'finished', done: finished.total, revision: 3 })
    expect(finished.comparison!.returns).toBe(finished.total)
    const { actions, backTest } = await seeEdition(leila)
    expect([actions.propose, backTest?.id]).toEqual([null, id])
  })

  it('says by check and by authority what each edition fires on', async () => {
    const { checks, authorities } = finished.comparison!
    const of = (code: string) => checks.find((check) => check.code === code)!
    expect(of(quiet).present).toBeGreaterThan(0)
    expect(of(quiet)).toMatchObject({ draft: 0, added: 0, gone: of(quiet).present, moved: 0 })
    expect(of(hard)).toMatchObject({ draft: of(hard).present, moved: of(hard).present, added: 0, gone: 0 })
    expect(of('8.5')).toMatchObject({ present: 0, added: of('8.5').draft, title: always.title })
    for (const check of checks.filter(({ code }) => ![quiet, hard, '8.5'].includes(code)))
      expect([check.code, check.added, check.gone, check.moved]).toEqual([check.code, 0, 0, 0])
    const sum = (part: 'returns' | 'gone') => authorities.reduce((so, each) => so + each[part], 0)
    expect([sum('returns'), sum('gone')]).toEqual([finished.total, of(quiet).gone])
  })

  it('lists returns by check and by authority, with what was said', async () => {
    const list = async (query: string) =>
      done(await leila.get<TestedReturns>(`/api/back-tests/${id}/returns${query}`))
    const { returns, more } = await list(`?check=${quiet}`)
    expect(returns.length + more).toBe(
      finished.comparison!.checks.find(({ code }) => code === quiet)!.present,
    )
    for (const { changes } of returns) {
      expect(changes.map(({ check, what, draft }) => [check, what, draft])).toEqual(
        changes.map(() => [quiet, 'gone', null]),
      )
      expect(changes[0]!.message).toMatch(/^[^{]{20,}\.$/)
    }
    const ofOne = await list(`?authority=${returns[0]!.returnId.slice(4, 13)}`)
    expect(ofOne.returns.length).toBeGreaterThan(0)
    expect(new Set(ofOne.returns.map(({ authority }) => authority))).toEqual(new Set([returns[0]!.authority]))
    expect(ofOne.returns.every(({ changes }) => changes.every(({ what }) => what !== 'same'))).toBe(true)
  })

  it('sees each return as it was filed: the present edition finds what it found then', async () => {
    const { db } = service.context
    const rows = await db
      .selectFrom('return_versions')
      .select('returnId')
      .distinct()
      .where('returnId', 'like', '%FY2025-26-Q2')
      .limit(12)
      .execute()
    for (const { returnId } of rows) {
      const versions = await findVersions(db, returnId)
      const latest = versions.at(-1)!
      const loaded = await loadReturn(db, returnId, londonDate(latest.submittedAt))
      const input = inputAsFiled(loaded, latest, await versionAcceptedBefore(db, returnId, versions))
      const places = (findings: { check: string; locator: string | null }[]) =>
        findings.map(({ check, locator }) => `${check} ${locator}`)
      expect(places(runChecks(loaded.standard, input)), returnId).toEqual(places(latest.findings))
    }
  })

  it('is of its own draft only, which the page can say once the draft has moved on', async () => {
    done(await saveCheck(leila, quiet, { severity: blocks }))
    expect((await view(leila, id)).isOfThisDraft).toBe(false)
    expect((await seeEdition(leila)).actions.propose).toBe('edition-not-back-tested')
  })

  it('is seen by those who may see drafts, and by nobody else', async () => {
    for (const path of [`/api/back-tests/${id}`, `/api/back-tests/${id}/returns`]) {
      expect((await (await service.as('chloe-bright')).get(path)).status).toBe(200)
      for (const person of ['ruth-okafor', 'grace-adeyemi'])
        expect(refusal(await (await service.as(person)).get(path))).toBe('403 not-yours-to-do')
    }
    expect(refusal(await leila.get('/api/back-tests/none'))).toBe('404 not-found')
  })
})

describe.each(engines())('a back-test that does not come to its end, on %s', (engine) => {
  let service: Service
  let leila: Client

  beforeEach(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
    await begin(leila)
  })
  afterEach(() => service.close())

  it('is marked failed at the next start, and can be begun again', async () => {
    const id = await start(leila)
    expect(await failInterruptedBackTests(service.context)).toBe(1)
    expect((await view(leila, id)).status).toBe('failed')
    expect(await failInterruptedBackTests(service.context)).toBe(0)
    const again = await start(leila)
    expect(again).not.toBe(id)
    await service.settle()
    expect([(await view(leila, id)).status, (await view(leila, again)).status]).toEqual([
      'failed',
      'finished',
    ])
  })

  it('is begun anew where it stands as running and nobody runs it', async () => {
    const { db, now } = service.context
    const dead = { id: 'dead', standardId: draftId, revision: 0, status: 'running' as const, total: 9 }
    await db
      .insertInto('back_tests')
      .values({ ...dead, startedBy: 'leila-haddad', startedAt: now(), finishedAt: null })
      .execute()
    expect((await view(leila, 'dead')).status).toBe('failed')
    expect((await seeEdition(leila)).backTest?.status).toBe('failed')
    const again = await start(leila)
    expect(again).not.toBe('dead')
    expect(await start(leila)).toBe(again)
    await service.settle()
    const row = await db.selectFrom('back_tests').select('status').where('id', '=', 'dead').executeTakeFirst()
    expect([row?.status, (await view(leila, again)).status]).toEqual(['failed', 'finished'])
  })

  it('is begun anew where neither its results nor its end could be written', async () => {
    const { db } = service.context
    const id = await start(leila)
    await sql`ALTER TABLE back_tests RENAME TO back_tests_away`.execute(db)
    await expect(service.settle()).rejects.toThrow('back_tests')
    await sql`ALTER TABLE back_tests_away RENAME TO back_tests`.execute(db)
    expect((await view(leila, id)).status).toBe('failed')
    const again = await start(leila)
    expect(again).not.toBe(id)
    await service.settle()
    expect((await view(leila, again)).status).toBe('finished')
  })

  it('does not stand in the way of discarding its draft, also while it writes', async () => {
    const backTestId = await start(leila)
    const { db } = service.context
    const writing = db.transaction().execute(async (trx) => {
      await trx
        .insertInto('back_test_results')
        .values({ backTestId, returnId: camden, present: '[]', draft: '[]' })
        .execute()
      await wait(400)
    })
    await wait(100)
    const discarded = await leila.request(`${draftPath}?revision=0`, { method: 'DELETE' })
    await writing
    expect(discarded.status).toBe(200)
    expect(await db.selectFrom('back_tests').select('id').execute()).toEqual([])
  })

  it('judges 11.1 by the meetings there had been when the return was filed', async () => {
    const { db } = service.context
    await db.deleteFrom('meetings').execute()
    await db
      .updateTable('grants')
      .set({ cohortStartOn: '2023-04-01' })
      .where('programme', '=', 'CPD')
      .execute()
    const note = 'Schools asked for visits to each other more than for workshops.'
    const meeting = { heldOn: '2026-01-19', title: 'Peer review', note }
    taken(await leila.post('/api/programmes/CPD/meetings', meeting))
    await start(leila)
    await service.settle()
    const rows = await db
      .selectFrom('back_test_results')
      .select(['returnId', 'present', 'draft'])
      .where('returnId', 'like', 'CPD-%-FY2025-26-Q2')
      .execute()
    expect(rows.length).toBeGreaterThan(0)
    for (const { returnId, present, draft } of rows) {
      expect(present, returnId).toContain('["11.1",')
      expect(draft, returnId).toContain('["11.1",')
    }
  })

  it('compares with what was accepted, also where questions came between', async () => {
    const { context, pass } = service
    const id = 'APM-E09000007-FY2025-26-Q2'
    const first = (await findVersions(context.db, id)).at(-1)!
    const next = (number: number) => {
      pass(60)
      return { ...first, version: number, submittedAt: context.now() }
    }
    const reopen = async () => {
      pass(60)
      const act = { personId: 'leila-haddad', action: 'return.reopen', subject: id }
      await change(context, act, async () => {})
    }
    const before = async (versions: (typeof first)[]) =>
      (await versionAcceptedBefore(context.db, id, versions))?.version ?? null
    const asked = next(2)
    expect(await before([first, asked])).toBeNull()
    await reopen()
    expect(await before([first, asked])).toBeNull()
    const third = next(3)
    const fourth = next(4)
    expect(await before([first, asked, third])).toBe(2)
    expect(await before([first, asked, third, fourth])).toBe(2)
    await reopen()
    expect(await before([first, asked, third, fourth])).toBe(2)
    expect(await before([first, asked, third, fourth, next(5)])).toBe(4)
  })

  it('gives way to one of the draft as it stands now', async () => {
    const id = await start(leila)
    done(await saveCheck(leila, '1.2', { severity: off }))
    const newer = await start(leila)
    expect(newer).not.toBe(id)
    await service.settle()
    expect(await view(leila, id)).toMatchObject({ status: 'failed', done: 0 })
    expect((await view(leila, newer)).status).toBe('finished')
  })

  it('ends with its draft', async () => {
    await start(leila)
    await leila.request(`${draftPath}?revision=0`, { method: 'DELETE' })
    await service.settle()
    const rows = await service.context.db.selectFrom('back_test_results').select('returnId').execute()
    expect(rows).toEqual([])
  })

  it('changes nothing of the returns it is tried on', async () => {
    const before = await see(leila, camden)
    await start(leila)
    await service.settle()
    // The audit trail has moved on by what the test itself did.
    expect(await see(leila, camden)).toEqual({ ...before, position: expect.any(Number) })
  })
})
