/** What happened since a position: to whom it is told, that none is missed, and what asking costs. */
import { createApp } from '@inclusion/server/app'
import type { Since } from '@inclusion/server/returns/position'
import type { Saved } from '@inclusion/server/returns/save'
import type { Db } from '@inclusion/db/open'
import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  camden,
  croydonTraining,
  done,
  enter,
  enterReport,
  havering,
  refusal,
  see,
  seeReport,
} from './support/filing.ts'

const setting = '134643'
const ofReturn = `/api/returns/${camden}/position`
const ofReport = `/api/setting-reports/${camden}/${setting}/position`

/** Counts the statements that read. */
function counting(db: Db): { db: Db; count: () => number } {
  let reads = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // Once for each statement that ran, however many are inside it.
    async transformResult({ result }) {
      reads += 1
      return result
    },
  }
  return { db: db.withPlugin(plugin), count: () => reads }
}

describe.each(engines())('what happened to a return on %s', (engine) => {
  let service: Service
  let ruth: Client
  let helen: Client

  beforeEach(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
    helen = await service.as('helen-achebe')
  })
  afterEach(() => service.close())

  const since = async (client: Client, address: string, position: number) =>
    done(await client.get<Since>(`${address}?since=${position}`))

  it('is nothing while nothing happens, and what others do elsewhere is none of it', async () => {
    const { position } = await see(ruth, camden)
    expect(await since(ruth, ofReturn, position)).toEqual({ position, figures: {}, others: false })
    const tom = await service.as('tom-bennett')
    done(await enter(tom, croydonTraining, [{ locator: 'CPD-OP1', entries: { value: '2' } }]))
    const after = await since(ruth, ofReturn, position)
    expect(after).toEqual({ position: after.position, figures: {}, others: false })
    expect(after.position).toBeGreaterThan(position)
  })

  it('is each figure with the revision it came to, also of its settings, and whether anything else', async () => {
    const { position } = await see(ruth, camden)
    const own = done(await enter(ruth, camden, [{ locator: 'APM-OP1', entries: { value: '2' } }]))
    const pupils = { locator: `attendance@${setting}:mentored`, entries: { enrolments: '9' } }
    const theirs = done(await enterReport(helen, { id: camden, urn: setting }, [pupils]))
    const both = await since(ruth, ofReturn, position)
    expect(both).toMatchObject({ figures: { ...own.revisions, ...theirs.revisions }, others: false })
    const question = { locator: pupils.locator, question: 'Is that all of them?' }
    done(await ruth.post(`/api/returns/${camden}/queries`, question))
    expect(await since(ruth, ofReturn, both.position)).toMatchObject({ figures: {}, others: true })
  })

  it('is told to the head of a setting without the figures of the authority', async () => {
    const { position } = await seeReport(helen, camden, setting)
    done(await enter(ruth, camden, [{ locator: 'APM-OP1', entries: { value: '2' } }]))
    expect(await since(helen, ofReport, position)).toMatchObject({ figures: {}, others: false })
    const pupils = { locator: `attendance@${setting}:mentored`, entries: { enrolments: '9' } }
    const { revisions } = done(await enterReport(helen, { id: camden, urn: setting }, [pupils]))
    expect(await since(helen, ofReport, position)).toMatchObject({ figures: revisions, others: false })
  })

  it('is told to nobody else', async () => {
    const tom = await service.as('tom-bennett')
    expect(refusal(await tom.get(`${ofReturn}?since=0`))).toBe('404 not-found')
    expect(refusal(await helen.get(`${ofReturn}?since=0`))).toBe('403 not-yours-to-do')
    const stella = await service.as('stella-marino')
    expect(refusal(await stella.get(`${ofReport}?since=0`))).toBe('404 not-found')
    expect(refusal(await helen.get(`/api/setting-reports/${havering}/${setting}/position?since=0`))).toBe(
      '404 not-found',
    )
    expect(refusal(await service.stranger.get(`${ofReturn}?since=0`))).toBe('401 not-signed-in')
    expect(refusal(await ruth.get(`${ofReturn}?since=yesterday`))).toBe('400 invalid-request')
  })

  it('is told in one word when it is more than a page would read line by line', async () => {
    const { position } = await see(ruth, camden)
    for (let revision = 1; revision <= 100; revision++) {
      const changes = [{ locator: 'APM-OP1', revision, entries: { value: String(revision) } }]
      done(await ruth.put(`/api/returns/${camden}/figures`, { changes }))
    }
    expect(await since(ruth, ofReturn, position)).toEqual({
      position: position + 100,
      figures: {},
      others: true,
    })
  })

  it('costs the session, the return and the head of the trail; one more read when something happened', async () => {
    const { position } = await see(ruth, camden)
    const { db, count } = counting(service.context.db)
    const app = createApp({ ...service.context, db })
    const cookie = await cookieOf(service, 'ruth-okafor')
    const ask = async (from: number) => {
      const before = count()
      const answer = await app.request(`${ofReturn}?since=${from}`, { headers: { cookie } })
      expect(answer.status).toBe(200)
      return count() - before
    }
    // Who is signed in takes two: the session, and what its person may do.
    expect(await ask(position)).toBeLessThanOrEqual(4)
    expect(await ask(position - 1)).toBeLessThanOrEqual(5)
  })
})

describe.each(engines())('a save on %s', (engine) => {
  let service: Service
  let ruth: Client
  const url = `/api/returns/${camden}/figures`

  beforeEach(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  it('that comes again after its key is forgotten finds its figure as it wants it, and stores nothing', async () => {
    const changes = [
      { locator: 'APM-OP1', revision: 1, entries: { value: '2' } },
      { locator: 'APM-OP3', revision: 1, entries: { value: 'n/k' } },
    ]
    const before = await see(ruth, camden)
    changes[1]!.revision = before.marks['APM-OP3']?.revision ?? 0
    const first = done(await ruth.put<Saved>(url, { changes }))
    const again = done(await ruth.put<Saved>(url, { changes }))
    expect(again.revisions).toEqual(first.revisions)
    const { marks, checkInput } = await see(ruth, camden)
    expect(marks['APM-OP1']?.revision).toBe(2)
    expect(checkInput.drafts).toContainEqual({ locator: 'APM-OP3', part: 'value', entered: 'n/k' })
    const other = [{ ...changes[0]!, entries: { value: '3' } }]
    expect(refusal(await ruth.put(url, { changes: other }))).toBe('409 figure-changed')
    const unread = [{ ...changes[1]!, entries: { value: 'n/a?' } }]
    expect(refusal(await ruth.put(url, { changes: unread }))).toBe('409 figure-changed')
  })

  it('of counts of a setting does so too', async () => {
    const helen = await service.as('helen-achebe')
    const { marks } = await seeReport(helen, camden, setting)
    const [pupils, sessions] = [`attendance@${setting}:mentored`, `attendance@${setting}:mentored:2025-26`]
    const changes = [
      { locator: pupils, revision: marks[pupils]?.revision ?? 0, entries: { enrolments: '9' } },
      { locator: sessions, revision: marks[sessions]?.revision ?? 0, entries: { possible: '900' } },
    ]
    const save = (entered: typeof changes) =>
      helen.put<Saved>(`/api/setting-reports/${camden}/${setting}/figures`, { changes: entered })
    const first = done(await save(changes))
    expect(done(await save(changes)).revisions).toEqual(first.revisions)
    expect((await seeReport(helen, camden, setting)).marks[pupils]?.revision).toBe(first.revisions[pupils])
    const other = [{ ...changes[0]!, entries: { enrolments: '8' } }]
    expect(refusal(await save(other))).toBe('409 figure-changed')
  })

  it('whose answer was lost has it again, though the report is another’s to give since', async () => {
    const { db } = service.context
    await db.deleteFrom('memberships').where('urn', '=', setting).execute()
    const pupils = `attendance@${setting}:mentored`
    const { marks } = await seeReport(ruth, camden, setting)
    const changes = [
      { locator: pupils, revision: marks[pupils]?.revision ?? 0, entries: { enrolments: '9' } },
    ]
    const address = `/api/setting-reports/${camden}/${setting}/figures`
    const save = (key: string) => ruth.put<Saved>(address, { changes }, { 'idempotency-key': key })
    const first = done(await save('answer-lost'))
    const head = { id: 'new-head', personId: 'stella-marino', role: 'head' as const, urn: setting }
    const since = { programme: null, gssCode: null, startsOn: '2022-04-01', endsBefore: null }
    await db
      .insertInto('memberships')
      .values({ ...head, ...since })
      .execute()
    expect(done(await save('answer-lost')).revisions).toEqual(first.revisions)
    expect(refusal(await save('another'))).toBe('403 setting-has-a-head')
  })

  it('in the name of another than is signed in is refused before it is read', async () => {
    const changes = [{ locator: 'APM-OP1', revision: 1, entries: { value: '2' } }]
    const sent = await ruth.put(url, { changes }, { author: 'priya-nair' })
    expect(refusal(sent)).toBe('403 another-person')
    expect((await see(ruth, camden)).marks['APM-OP1']?.revision).toBe(1)
    done(await ruth.put(url, { changes }, { author: 'ruth-okafor' }))
  })
})

async function cookieOf({ app }: Service, personId: string): Promise<string> {
  const answer = await app.request('/api/demo/sign-in', {
    method: 'POST',
    body: JSON.stringify({ personId }),
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
  })
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}
