/** Who may do what with an amendment, and when: two people, one revision, one scope; and a trial that leaves nothing. */
import type { AmendmentLine } from '@inclusion/server/amendments/view'
import type { HomeView } from '@inclusion/server/home/routes'
import type { FrameworkReference } from '@inclusion/server/framework/view'
import { proposeWindow } from '@inclusion/shared/framework/windows'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { changed, draft, framework, seeAmendment, step, tryOut, type Drafted } from './support/amending.ts'
import { countEvents, done, giveRole, refusal } from './support/filing.ts'
import { better, seen, wellbeing } from './support/wellbeing.ts'

const next = 'FY2025-26-Q4'
const alsoBy = (name: string) =>
  `“An amendment of APM” by ${name} also changes “Young people who started mentoring”.`

describe.each(engines())('An amendment on %s', (engine) => {
  let service: Service
  let chloe: Client
  let leila: Client
  let sam: Client

  beforeAll(async () => {
    service = await openService(engine)
    ;[chloe, leila, sam] = (await Promise.all(
      ['chloe-bright', 'leila-haddad', 'sam-whitfield'].map(service.as),
    )) as [Client, Client, Client]
  })
  afterAll(() => service.close())

  const hintOf = (client: Client, hint: string, indicator = 'CPD-OP3') =>
    changed(client, { indicator, from: next }, () => ({ hint }))
  const drafted = async (client: Client): Promise<Drafted> =>
    draft(client, { programme: 'CPD', content: { changed: [await hintOf(client, 'Said anew.')] } })

  it('is published by another person than the one who proposed it, whoever wrote it', async () => {
    const made = await drafted(leila)
    expect(refusal(await step(sam, made, 'publish'))).toBe('409 amendment-not-proposed')
    done(await step(leila, made, 'propose'))
    const waits = async (client: Client): Promise<boolean> =>
      done(await client.get<HomeView>('/api/home')).toDecide.some(({ path }) => path.endsWith(made.id))
    expect(await Promise.all([leila, sam, chloe].map(waits))).toEqual([false, true, false])
    expect(refusal(await step(leila, made, 'publish'))).toBe('403 amendment-publisher-is-proposer')
    expect(refusal(await step(leila, made, 'refuse', { reason: 'Not like this at all.' }))).toBe(
      '403 amendment-publisher-is-proposer',
    )
    const byHand = service.context.db
      .updateTable('amendments')
      .set({ status: 'published', publishedBy: 'leila-haddad', publishedAt: service.context.now() })
      .where('id', '=', made.id)
      .execute()
    await expect(byHand).rejects.toThrow('amendments_publisher_is_another')
    done(await step(sam, made, 'publish'))
    expect(refusal(await step(sam, made, 'publish'))).toBe('409 amendment-published')
    const change = service.context.db
      .updateTable('amendments')
      .set({ name: 'Another' })
      .where('id', '=', made.id)
    await expect(change.execute()).rejects.toThrow('never changes')
  })

  it('is sent back with a reason, changed, and proposed again', async () => {
    const made = await draft(chloe, {
      programme: 'CPD',
      content: { changed: [await hintOf(chloe, 'Said a third time.', 'CPD-OP4')] },
    })
    done(await step(chloe, made, 'propose'))
    expect(refusal(await step(sam, made, 'take-back'))).toBe('403 amendment-of-another-proposer')
    done(await step(sam, made, 'refuse', { reason: 'Say who is counted.' }))
    const view = await seeAmendment(chloe, made.id)
    expect(view).toMatchObject({
      ...{ status: 'draft', proposed: null },
      refused: { by: 'Sam Whitfield', reason: 'Say who is counted.' },
    })
    done(await step(chloe, made, 'propose'))
    expect((await seeAmendment(chloe, made.id)).refused).toBeNull()
    done(await step(chloe, made, 'take-back'))
    done(await step(chloe, made, 'discard'))
    expect(refusal(await tryOut(chloe, made.id))).toBe('409 amendment-discarded')
  })

  it('is overwritten by nobody, and frozen while it is proposed', async () => {
    const made = await draft(leila, {
      programme: 'CPD',
      content: { changed: [await hintOf(leila, 'One more.', 'CPD-OP5')] },
    })
    const { content, name } = await seeAmendment(leila, made.id)
    const save = (client: Client, revision: number) =>
      client.put(`/api/amendments/${made.id}`, { revision, name, programme: 'CPD', content })
    done(await save(chloe, made.revision))
    const stale = await save(leila, made.revision)
    expect([refusal(stale), stale.body]).toEqual([
      '409 amendment-changed',
      expect.objectContaining({ revision: made.revision + 1 }),
    ])
    const current = { id: made.id, revision: made.revision + 1 }
    expect(refusal(await step(leila, made, 'propose'))).toBe('409 amendment-changed')
    done(await step(leila, current, 'propose'))
    expect(refusal(await save(leila, current.revision))).toBe('409 amendment-proposed')
    expect(refusal(await step(leila, current, 'discard'))).toBe('409 amendment-proposed')
    done(await step(leila, current, 'take-back'))
  })

  it('whose ground has moved is refused when it is published, and nothing of it is written', async () => {
    const first = await draft(leila, {
      programme: 'APM',
      content: { changed: [await hintOf(leila, 'A.', 'APM-OP2')] },
    })
    const section = await changed(chloe, { indicator: 'APM-OP2', from: next }, () => ({ section: 'Money' }))
    const second = await draft(chloe, { programme: 'APM', content: { changed: [section] } })
    const heeds = async ({ id }: Drafted) =>
      (await seeAmendment(leila, id)).faults.filter(({ severity }) => severity === 'warning')
    expect([await heeds(first), await heeds(second)]).toEqual([
      [expect.objectContaining({ message: alsoBy('Chloe Bright') })],
      [{ severity: 'warning', field: 'changed.0.indicator', message: alsoBy('Leila Haddad') }],
    ])
    expect(done(await tryOut(sam, second.id)).faults.map(({ message }) => message)).toEqual([
      alsoBy('Leila Haddad'),
    ])
    for (const each of [first, second]) done(await step(leila, each, 'propose'))
    expect(await heeds(second)).toHaveLength(1)
    done(await step(sam, first, 'publish'))
    const { changes, faults } = await seeAmendment(leila, second.id)
    expect(changes[0]!.differences.map(({ field }) => field)).toEqual(['section'])
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^“.+” was changed from January to March 2026 \(2025-26 Q4\) already\. Choose a later period, /,
      ),
    ])
    const late = await step(sam, second, 'publish')
    expect(refusal(late)).toBe('422 amendment-faulty')
    expect((late.body as unknown as { errors: object[] }).errors).toEqual([
      expect.objectContaining({ field: 'changed.0.effectiveFrom' }),
    ])
    expect((await framework(leila, 'APM', next)).editions['APM-OP2']).toBe(2)
  })

  it('belongs to those who hold its programme: another’s is not there', async () => {
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    const marcus = await service.as('marcus-lee')
    const ofMentoring = await draft(leila, { programme: 'APM', content: {} })
    expect(refusal(await marcus.get(`/api/amendments/${ofMentoring.id}`))).toBe('404 not-found')
    expect(refusal(await step(marcus, ofMentoring, 'discard'))).toBe('404 not-found')
    const lines = done(await marcus.get<AmendmentLine[]>('/api/amendments'))
    expect(new Set(lines.map(({ programme }) => programme.code))).toEqual(new Set(['CPD']))
    const begin = (programme: string) =>
      marcus.post('/api/amendments', { kind: 'programme', programme, name: 'Another' })
    expect(refusal(await begin('NEW'))).toBe('403 not-yours-to-do')
    const reference = done(await marcus.get<FrameworkReference>('/api/framework'))
    expect(reference).toMatchObject({ mayPropose: false, programmes: [{ code: 'CPD', mayEdit: true }] })
    expect(refusal(await marcus.get('/api/framework/APM'))).toBe('404 not-found')
  })

  it('is nothing to boroughs, readers and heads; approvers and administrators may read', async () => {
    for (const personId of ['ruth-okafor', 'owen-clarke', 'helen-achebe'])
      expect(refusal(await (await service.as(personId)).get('/api/amendments'))).toBe('403 not-yours-to-do')
    for (const personId of ['grace-adeyemi', 'noor-rahman']) {
      const client = await service.as(personId)
      expect((await client.get('/api/amendments')).status).toBe(200)
      const body = { kind: 'year', programme: 'CPD', name: 'A year' }
      expect(refusal(await client.post('/api/amendments', body))).toBe('403 not-yours-to-do')
    }
  })

  it('may make a programme by school term, whose periods nobody has collected before', async () => {
    const terms = ['AY2025-26-spring', 'AY2025-26-summer'] as const
    const inTerm = <T extends { effectiveFrom: string }>(given: T): T => ({
      ...given,
      effectiveFrom: terms[0],
    })
    const { id } = await draft(chloe, {
      ...{ kind: 'programme', programme: 'MHS' },
      content: {
        ...wellbeing,
        programme: { ...wellbeing.programme!, calendar: 'school-terms', endsBefore: '2026-08-01' },
        windows: terms.map((periodId) => proposeWindow(periodId, [])),
        indicators: wellbeing.indicators.map(({ definition }) => ({
          definition: inTerm(definition),
          after: null,
        })),
        identities: wellbeing.identities.map(inTerm),
      },
    })
    const { seen: inSpring, touches } = done(await tryOut(chloe, id))
    expect(touches.periods.map(({ label, opensOn, dueOn }) => [label, opensOn, dueOn])).toEqual([
      ['January to April 2026 (2025-26 spring term)', '2026-04-06', '2026-04-30'],
      ['April to July 2026 (2025-26 summer term)', '2026-08-01', '2026-08-31'],
    ])
    expect(inSpring!.sections).toHaveLength(3)
  })

  it('that is tried leaves no row, no letter and no event', async () => {
    const { id } = await draft(chloe, { kind: 'programme', programme: 'MHS', content: wellbeing })
    const before = [await countRows(service), await countEvents(service)]
    const { seen: return1 } = done(await tryOut(chloe, id))
    expect(return1).not.toBeNull()
    expect([await countRows(service), await countEvents(service)]).toEqual(before)
  })

  it('is neither proposed nor published where a check cannot be made on its returns', async () => {
    const made = await draft(leila, { kind: 'programme', programme: 'MHS', content: wellbeing })
    done(await step(leila, made, 'propose'))
    await publishBroken(service, '4.8')
    const refused = await step(sam, made, 'publish')
    expect(refusal(refused)).toBe('422 amendment-faulty')
    const said = (refused.body as unknown as { errors: { message: string }[] }).errors.map(
      ({ message }) => message,
    )
    expect(said).toEqual([
      expect.stringMatching(/^Check 4\.8 cannot be made on the standard return of Hackney: /),
      expect.stringMatching(/^Check 4\.8 cannot be made on the light return of Lambeth: /),
    ])
    const { seen: shown, faults } = done(await tryOut(leila, made.id))
    expect(shown).not.toBeNull()
    expect(faults[0]).toMatchObject({ severity: 'error', field: 'content' })
    done(await step(sam, made, 'refuse', { reason: 'The standard has to be mended first.' }))
    expect(refusal(await step(leila, made, 'propose'))).toBe('422 amendment-faulty')
  })

  it('says every fault at once, with its field, and is not tried on a return', async () => {
    const wrong = { ...seen, indicator: 'OTH-OP1', label: ' ', overPlace: 'ratio' as const }
    const twice = { ...better, collectedFrom: 'setting' as const, people: 'value' as const }
    const { id } = await draft(chloe, {
      ...{ kind: 'programme', programme: 'MHS' },
      content: {
        ...wellbeing,
        indicators: [
          { definition: wrong, after: 'MHS-NO' },
          { definition: twice, after: null },
          { definition: better, after: null },
        ],
      },
    })
    const { seen: none, faults } = done(await tryOut(chloe, id))
    expect(none).toBeNull()
    const errors = faults.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ field }) => field)).toEqual([
      'indicators.0.definition.indicator',
      'indicators.0.after',
      'indicators.0.definition.label',
      'indicators.0.definition.overPlace',
      'indicators.1.definition.people',
      'indicators.1.definition.collectedFrom',
      'indicators.2.definition.indicator',
      'identities.0.left.0.indicator',
      'identities.0.right.0.indicator',
    ])
  })
})

/** An edition in force from the next period, one check of which no version of this service can read. */
async function publishBroken({ context: { db } }: Service, code: string): Promise<void> {
  const standardId = 'broken'
  const ground = await db
    .selectFrom('standards')
    .selectAll()
    .where('id', '=', 'reference-1')
    .executeTakeFirstOrThrow()
  const checks = await db.selectFrom('checks').selectAll().where('standardId', '=', ground.id).execute()
  const begun = { ...ground, id: standardId, name: 'Broken', effectiveFrom: next, publishedAt: null }
  await db
    .insertInto('standards')
    .values({ ...begun, status: 'draft' })
    .execute()
  for (const check of checks) {
    const own = JSON.parse(check.body) as object
    const body = JSON.stringify(check.code === code ? { ...own, rule: { kind: 'nothing-known' } } : own)
    await db
      .insertInto('checks')
      .values({ ...check, standardId, body })
      .execute()
  }
  const published = { status: 'published' as const, publishedAt: '2026-01-20T10:00:00.000Z' }
  await db.updateTable('standards').set(published).where('id', '=', standardId).execute()
}

const tables = [
  'programmes',
  'indicators',
  'indicator_definitions',
  'identities',
  'periods',
  'grants',
] as const
const more = [
  'collection_windows',
  'award_lines',
  'returns',
  'return_items',
  'outbox',
  'peer_summaries',
] as const

async function countRows({ context: { db } }: Service): Promise<number[]> {
  const counts: number[] = []
  for (const table of [...tables, ...more]) {
    const { rows } = await sql<{ count: number }>`SELECT COUNT(*) AS count FROM ${sql.table(table)}`.execute(
      db,
    )
    counts.push(rows[0]!.count)
  }
  return counts
}
