/** A dry run answers as the save would and stores nothing; and every way to the checks finds the same. */
import { applyEdits } from '@inclusion/client/returns/entry/edits'
import type { SavedAndJudged } from '@inclusion/server/returns/save'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, done, havering, refusal, see, seeReport, type Change } from './support/filing.ts'

/** A pair the wrong way round, a level that breaks an identity, an entry that cannot be read, a reason. */
const changes: Change[] = [
  { locator: 'APM-OP6', entries: { numerator: '380', denominator: '398' } },
  { locator: 'APM-OP5', entries: { value: '40' } },
  { locator: 'APM-OP7', entries: { value: '1,2,3' } },
  { locator: 'APM-OC6', missing: null, entries: { numerator: '90', denominator: '8' } },
  { locator: 'APM-TX1', text: 'Meeting at the school gate worked best.' },
]

describe.each(engines())('a dry run on %s', (engine) => {
  let service: Service
  let ruth: Client
  let helen: Client

  beforeEach(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
    helen = await service.as('helen-achebe')
  })
  afterEach(() => service.close())

  const own = `/api/returns/${camden}/figures`
  const reported = `/api/setting-reports/${camden}/134643/figures`

  const withRevisions = ({ marks }: Pick<ReturnView, 'marks'>, given: readonly Change[]) => ({
    changes: given.map((change) => ({ ...change, revision: marks[change.locator]?.revision ?? 0 })),
  })

  /** What typing finds: the client's edits on the input that the page was opened with. */
  function typed({ checkInput, marks, baselines, standard }: ReturnView | ReportView, given: Change[]) {
    const edits = Object.fromEntries(given.map(({ locator, revision: _, ...edit }) => [locator, edit]))
    return overTheWire(runChecks(standard, applyEdits({ checkInput, marks, baselines }, edits)))
  }

  it('finds what typing finds, what the save finds, and what the return shows then', async () => {
    const before = await see(ruth, camden)
    const body = withRevisions(before, changes)
    const tried = done(await ruth.put<SavedAndJudged>(`${own}?dryRun=true`, body))
    const saved = done(await ruth.put<SavedAndJudged>(own, body))
    expect(tried.findings).toEqual(typed(before, changes))
    expect(saved.findings).toEqual(tried.findings)
    expect(saved.revisions).toEqual(tried.revisions)
    expect([tried.savedAt, saved.savedAt]).toEqual([null, service.context.now()])
    expect((await see(ruth, camden)).findings).toEqual(saved.findings)
    const codes = tried.findings.map(({ check, locator }) => `${check} ${locator}`)
    for (const wanted of ['4.8 APM-OP5', '3.6 APM-OP7', '4.1 APM-OC6']) expect(codes).toContain(wanted)
    expect(codes).not.toContain('4.1 APM-OP6')
  })

  it('of a setting’s report finds the same as its save', async () => {
    const counts: Change[] = [
      { locator: 'attendance@134643:mentored', entries: { enrolments: '8', persistent: '5', severe: '6' } },
      { locator: 'attendance@134643:mentored:2025-26', entries: { possible: '900', attended: '950' } },
    ]
    const before = await seeReport(helen, camden, '134643')
    const body = withRevisions(before, counts)
    const tried = done(await helen.put<SavedAndJudged>(`${reported}?dryRun=true`, body))
    const saved = done(await helen.put<SavedAndJudged>(reported, body))
    expect([saved.findings, saved.revisions]).toEqual([tried.findings, tried.revisions])
    expect((await seeReport(helen, camden, '134643')).findings).toEqual(tried.findings)
    expect(tried.findings.some(({ check }) => check === '4.7')).toBe(true)
  })

  it('leaves every row of the database as it was, also of a return that nobody has started', async () => {
    const lead = await leadOf('E09000016')
    const none = withRevisions({ marks: {} }, [{ locator: 'APM-OP1', entries: { value: '4' } }])
    const some = withRevisions(await see(ruth, camden), changes)
    const before = await everyRow(service)
    const keyed = { 'idempotency-key': 'the-same-key' }
    done(await ruth.put(`${own}?dryRun=true`, some, keyed))
    done(await lead.put(`/api/returns/${havering}/figures?dryRun=true`, none, keyed))
    expect(await everyRow(service)).toEqual(before)
    // The key was not claimed: it is good for the save.
    done(await ruth.put(own, some, keyed))
    expect(await everyRow(service)).not.toEqual(before)
  })

  it('is refused as the save would be, with both values where somebody else was faster', async () => {
    const late = { changes: [{ locator: 'APM-OP1', revision: 0, entries: { value: '5' } }] }
    const tried = await ruth.put(`${own}?dryRun=true`, late)
    const saved = await ruth.put(own, late)
    expect(refusal(tried)).toBe('409 figure-changed')
    expect([tried.status, tried.body]).toEqual([saved.status, saved.body])
    const foreign = { changes: [{ locator: 'CPD-OP1', revision: 0, entries: { value: '5' } }] }
    for (const address of [own, `${own}?dryRun=true`])
      expect(refusal(await ruth.put(address, foreign))).toBe('422 figure-not-asked')
    for (const client of [await service.as('daniel-marsh'), await service.as('priya-nair')]) {
      const [one, other] = [await client.put(own, late), await client.put(`${own}?dryRun=true`, late)]
      expect([other.status, other.body]).toEqual([one.status, one.body])
    }
    expect(refusal(await ruth.put(`${own}?dryRun=perhaps`, late))).toBe('400 invalid-request')
  })

  it('is described in the API’s document', async () => {
    type Described = { paths: Record<string, { put: { parameters: { name: string; in: string }[] } }> }
    const { paths } = done(await service.stranger.get<Described>('/api/openapi.json'))
    for (const path of ['/api/returns/{returnId}/figures', '/api/setting-reports/{returnId}/{urn}/figures']) {
      const dryRun = paths[path]!.put.parameters.find(({ name }) => name === 'dryRun')
      expect(dryRun).toMatchObject({ in: 'query' })
      expect(JSON.stringify(dryRun)).toContain('stores nothing')
    }
  })

  it('a repeat of a save is told what the checks say now, not what they said then', async () => {
    const body = withRevisions(await see(ruth, camden), [
      { locator: 'APM-OP6', entries: { numerator: '10' } },
    ])
    const keyed = { 'idempotency-key': 'first' }
    const first = done(await ruth.put<SavedAndJudged>(own, body, keyed))
    const after = withRevisions(await see(ruth, camden), [
      { locator: 'APM-OP6', entries: { numerator: '412' } },
    ])
    done(await ruth.put(own, after))
    const again = done(await ruth.put<SavedAndJudged>(own, body, keyed))
    expect([again.revisions, again.savedAt]).toEqual([first.revisions, first.savedAt])
    const wrong = (findings: Finding[]) => findings.some(({ check }) => check === '4.1')
    expect([wrong(first.findings), wrong(again.findings)]).toEqual([false, true])
    const { rows } = await sql<{ response: string }>`SELECT response FROM idempotency_keys`.execute(
      service.context.db,
    )
    expect(rows.every(({ response }) => !response.includes('findings'))).toBe(true)
  })

  async function leadOf(gssCode: string): Promise<Client> {
    const { personId } = await service.context.db
      .selectFrom('memberships')
      .select('personId')
      .where('gssCode', '=', gssCode)
      .where('role', '=', 'lead')
      .executeTakeFirstOrThrow()
    return service.as(personId)
  }
})

const overTheWire = (findings: Finding[]): unknown => JSON.parse(JSON.stringify(findings))

/** Every row of every table, as text: sessions aside, which move with every request. */
async function everyRow({ context, database }: Service): Promise<Record<string, string[]>> {
  const tables = (await database.db.introspection.getTables()).filter(({ isView }) => !isView)
  const rows: Record<string, string[]> = {}
  for (const { name } of tables) {
    if (['session', 'sessions'].includes(name)) continue
    const found = await sql<object>`SELECT * FROM ${sql.table(name)}`.execute(context.db)
    rows[name] = found.rows.map((row) => JSON.stringify(row)).toSorted()
  }
  return rows
}
