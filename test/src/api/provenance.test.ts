/** Where any figure comes from: who gave it and how, or of which figures it is made; and what became of it. */
import type { FigureProvenance } from '@inclusion/server/provenance/figure-provenance'
import { changesOfOffers, copyOffers } from '@inclusion/shared/copy-forward'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, done, enter, enterReport, refusal, see } from './support/filing.ts'
import { csvOf, sendFile } from './support/sheets.ts'
import { answer, downloaded, filledIn, uploaded } from './support/upload-forms.ts'

const keyStage3 = '134643'
const last = 'APM-E09000007-FY2025-26-Q2'

describe.each(engines())('where a figure comes from, on %s', (engine) => {
  let service: Service
  let ruth: Client

  beforeEach(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  const of = async (locator: string, { client = ruth, id = camden } = {}): Promise<FigureProvenance> =>
    done(await client.get<FigureProvenance>(`/api/returns/${id}/figures/${locator}/provenance`))
  const save = async (provenance: string, changes: object[]) =>
    done(await ruth.put(`/api/returns/${camden}/figures`, { changes, provenance }))

  it('is a person who typed it, pasted it or sent it by the API, with every change of it', async () => {
    service.pass(5)
    done(await enter(ruth, camden, [{ locator: 'APM-OP1', entries: { value: '2.5' } }]))
    expect(await of('APM-OP1')).toMatchObject({
      ...{ name: 'Mentors in post', shown: '2.5', held: { numbers: { value: 2.5 }, missing: null } },
      period: { label: 'October to December 2025 (2025-26 Q3)' },
      source: { kind: 'typed', by: 'Ruth Okafor', at: service.context.now(), onBehalf: false, file: null },
      definition: { indicator: 'APM-OP1', edition: 1 },
      standard: { id: 'reference-1' },
      ...{ versions: [], releases: [] },
      changes: [{ shown: '2.5', provenance: 'typed' }, { shown: '1.5' }],
    })
    for (const [provenance, revision] of [
      ['pasted', 2],
      ['api', 3],
    ] as const) {
      await save(provenance, [{ locator: 'APM-OP1', revision, entries: { value: `${revision}` } }])
      expect((await of('APM-OP1')).source).toMatchObject({ kind: provenance, madeOf: [] })
    }
    const blank = await of('APM-OP10')
    expect([blank.source, blank.shown, blank.changes]).toEqual([null, null, []])
  })

  it('is an entry that cannot be read, as it was typed, until it is mended', async () => {
    const typed = await of('APM-OP8')
    expect(typed).toMatchObject({
      ...{ shown: null, drafts: [{ part: 'value', entered: '12a' }], source: { kind: 'typed' } },
      changes: [{ shown: null, after: { unreadable: true } }],
    })
    done(await enter(ruth, camden, [{ locator: 'APM-OP8', entries: { value: '12' } }]))
    expect(await of('APM-OP8')).toMatchObject({
      ...{ shown: '12', drafts: [] },
      changes: [
        { shown: '12', after: { unreadable: false } },
        { shown: null, after: { unreadable: true } },
      ],
    })
  })

  it('is a place in a file: a cell of a workbook, a row of a CSV', async () => {
    const workbook = await filledIn(await downloaded(ruth, 'xlsx'), { 'f.APM_OP6.numerator': 399 })
    await answer(ruth, await uploaded(ruth, workbook), {})
    const file = {
      ...{ name: 'Camden.xlsx', format: 'xlsx' },
      places: [{ part: 'numerator', at: 'Sessions and hours!C2' }],
    }
    const first = await of('APM-OP6')
    expect(first.source).toMatchObject({ kind: 'file', by: 'Ruth Okafor', file })
    expect(first.changes[0]).toMatchObject({ shown: '399 of 398 (100.3%)', file })
    service.pass(60)
    const { revision } = (await see(ruth, camden)).marks['APM-OP6']!
    const line = { indicator: 'APM-OP6', numerator: '380', revision: String(revision) }
    done(await sendFile(ruth, csvOf([line]), { query: '?name=Camden%20Q3.csv' }))
    const second = await of('APM-OP6')
    expect(second.source!.file).toEqual({
      ...{ name: 'Camden Q3.csv', format: 'csv' },
      places: [{ part: 'numerator', at: 'row 2, numerator' }],
    })
    expect(second.changes.map((change) => change.file?.name)).toEqual([
      'Camden Q3.csv',
      'Camden.xlsx',
      undefined,
    ])
    done(await enter(ruth, camden, [{ locator: 'APM-OP6', entries: { numerator: '381' } }]))
    expect((await of('APM-OP6')).source).toMatchObject({ kind: 'typed', file: null })
  })

  it('is a setting’s report: counts that were typed, pasted or counted, and what is worked out from them', async () => {
    const helen = await service.as('helen-achebe')
    const report = { id: camden, urn: keyStage3 }
    const pupils = `attendance@${keyStage3}:mentored`
    const sessions = `${pupils}:2025-26`
    done(await enterReport(helen, report, [{ locator: pupils, entries: { enrolments: '9' } }]))
    const address = `/api/setting-reports/${camden}/${keyStage3}/figures`
    const entries = { possible: '800', attended: '600' }
    done(
      await helen.put(address, {
        changes: [{ locator: sessions, revision: 0, entries }],
        provenance: 'pasted',
      }),
    )
    const given = { by: 'Helen Achebe', onBehalf: false, report: { urn: keyStage3, status: 'in-progress' } }
    expect(await of(pupils, { client: helen })).toMatchObject({
      ...{ measure: 'attendance', shown: 'Pupils 9', definition: null, isSmallCohort: false },
      source: { kind: 'typed', ...given },
    })
    expect((await of(sessions, { client: helen })).source).toMatchObject({ kind: 'pasted', ...given })
    const worked = await of(`APM-OC1@${keyStage3}`, { client: helen })
    expect(worked).toMatchObject({ shown: '600 of 800 (75.0%)', source: { kind: 'worked-out', by: null } })
    expect(worked.source!.madeOf).toMatchObject([
      { returnId: camden, locator: sessions, shown: 'Sessions possible 800, Sessions attended 600' },
    ])
    const counted = { possible: 800, attended: 700, authorised: 0, unauthorised: 100, byCode: null }
    done(await helen.put(address, { changes: [{ locator: sessions, revision: 1, counted }] }))
    expect((await of(sessions, { client: helen })).source).toMatchObject({ kind: 'register' })
    done(await enterReport(helen, report, [{ locator: pupils, entries: { enrolments: '4' } }]))
    expect((await of(pupils, { client: helen })).isSmallCohort).toBe(true)
    expect((await of(`APM-OC1@${keyStage3}`)).source!.report).toMatchObject({ setting: /CCfL/ })
  })

  it('says that a lead gave it in the place of a setting without a head', async () => {
    done(await (await service.as('noor-rahman')).post('/api/memberships/helen-achebe-2/end'))
    const pupils = `attendance@${keyStage3}:mentored`
    const report = { id: camden, urn: keyStage3 }
    done(await enterReport(ruth, report, [{ locator: pupils, entries: { enrolments: '9' } }]))
    done(
      await enterReport(ruth, report, [
        { locator: `APM-OC4@${keyStage3}`, entries: { numerator: '2', denominator: '9' } },
      ]),
    )
    for (const locator of [pupils, `APM-OC4@${keyStage3}`])
      expect((await of(locator)).source, locator).toMatchObject({ by: 'Ruth Okafor', onBehalf: true })
  })

  it('is settings together, with each of them; those that have not reported are blank', async () => {
    const { source, shown } = await of('APM-OC1')
    expect(source).toMatchObject({ kind: 'settings', by: null })
    expect(source!.madeOf.map(({ locator }) => locator)).toEqual(['APM-OC1@100006', `APM-OC1@${keyStage3}`])
    const [primary, other] = source!.madeOf
    expect([primary!.shown, other!.shown]).toEqual([shown, null])
  })

  it('is the accepted return before: what it ended with, or what was copied from it', async () => {
    const ended = (await see(ruth, camden)).checkInput.figures['APM-OP0']!.value
    const carried = await of('APM-OP0')
    expect(carried).toMatchObject({ shown: `${ended}`, source: { kind: 'carried', by: null } })
    expect(carried.source!.madeOf).toEqual([
      {
        ...{ returnId: last, locator: 'APM-OP5', name: 'Young people active at the end' },
        ...{ period: 'July to September 2025 (2025-26 Q2)', shown: `${ended}`, version: 1 },
      },
    ])
    expect(await of('APM-OP5', { id: last })).toMatchObject({ shown: `${ended}`, status: 'accepted' })
    const view = await see(ruth, camden)
    const offers = copyOffers(view.checkInput, view.lastFiled!.repeatable)
    const changes = changesOfOffers(offers, (locator) => view.marks[locator]?.revision ?? 0)
    await save(
      'prefill',
      changes.filter(({ locator }) => locator === 'APM-TX1'),
    )
    const copied = await of('APM-TX1')
    expect(copied.source).toMatchObject({ kind: 'copied', by: 'Ruth Okafor' })
    expect(copied.source!.madeOf).toMatchObject([{ returnId: last, locator: 'APM-TX1', shown: copied.shown }])
  })

  it('is worked out from the attendance of settings and their baselines', async () => {
    const { source, shown } = await of('APM-OC8', { id: last })
    expect(shown).toMatch(/^\d of 2/)
    expect(source).toMatchObject({ kind: 'worked-out', report: null })
    expect(source!.madeOf.map(({ locator }) => locator)).toEqual(['APM-OC1@100006', `APM-OC1@${keyStage3}`])
    expect(source!.baselines).toHaveLength(2)
    for (const { shown: was, source: from } of source!.baselines) expect([was, from]).not.toContain(null)
  })

  it('is of a breakdown too, and a total names those that are given', async () => {
    const { categories } = await of('APM-OP2', { id: last })
    expect(categories.map(({ locator }) => locator)).toContain('APM-OP2:sex:female')
    const female = await of('APM-OP2:sex:female', { id: last })
    expect(female.name).toBe('Young people who started mentoring (Sex: Female)')
    expect(female.versions[0]!.shown).toBe(female.shown)
    const strange = [
      'APM-OP2:sex:nobody',
      'APM-OP2:mood:good',
      'APM-ZZ9',
      'APM-OC1@999999',
      'attendance@999999:whole',
    ]
    for (const locator of strange) {
      const path = `/api/returns/${camden}/figures/${locator}/provenance`
      expect(refusal(await ruth.get(path)), locator).toBe('404 not-found')
    }
    expect(refusal(await ruth.get(`/api/returns/${camden}/figures/nonsense/provenance`))).toBe(
      '400 invalid-request',
    )
  })

  it('is told to those who may see the figure: to a head of the own setting only', async () => {
    const path = (locator: string) => `/api/returns/${camden}/figures/${locator}/provenance`
    const people = {
      'helen-achebe': [`APM-OC1@${keyStage3}`],
      'daniel-marsh': ['APM-OP1', `APM-OC1@${keyStage3}`],
    }
    for (const [person, seen] of Object.entries(people)) {
      const client = await service.as(person)
      for (const locator of seen)
        expect((await client.get(path(locator))).status, `${person} ${locator}`).toBe(200)
    }
    const refused = {
      'helen-achebe': 'APM-OP1',
      'martin-osei': `APM-OC1@${keyStage3}`,
      'priya-nair': 'APM-OP1',
    }
    for (const [person, locator] of Object.entries(refused))
      expect(refusal(await (await service.as(person)).get(path(locator))), person).toBe('404 not-found')
    expect(refusal(await service.stranger.get(path('APM-OP1')))).toBe('401 not-signed-in')
  })

  it('tells what the checks say of it, and of others for what it is', async () => {
    const { findings } = await of('APM-OP6')
    expect(findings.filter(({ isOwn }) => isOwn).map(({ check }) => check)).toEqual(['4.1', '7.1'])
  })
})
