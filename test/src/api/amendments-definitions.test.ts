/** Changed definitions: patch, minor, and major with its bridge; what is refused; what was open before stays. */
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import type { DraftDefinition } from '@inclusion/shared/framework/amendment'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  changed,
  draft,
  errorsOf,
  framework,
  openOn,
  publish,
  seeAmendment,
  step,
  tryOut,
} from './support/amending.ts'
import {
  acceptIt,
  act,
  camden,
  croydonTraining,
  done,
  enter,
  explainAll,
  fillIn,
  refusal,
  see,
} from './support/filing.ts'

const next = 'FY2025-26-Q4'
const after = 'FY2026-27-Q1'
const nextReturn = 'CPD-E09000008-FY2025-26-Q4'
const southwarkNext = 'APM-E09000028-FY2025-26-Q4'
const hackneyNext = 'CPD-E09000012-FY2025-26-Q4'
const useful = { indicator: 'CPD-OC1', from: next }

describe.each(engines())('A changed definition on %s', (engine) => {
  let service: Service
  let leila: Client
  let sam: Client

  beforeAll(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
    sam = await service.as('sam-whitfield')
  })
  afterAll(() => service.close())

  const change = (of: { indicator: string; from: string }, parts: Partial<DraftDefinition>) =>
    changed(leila, of, () => parts)

  /** The errors of an amendment of the training programme with this in it. */
  async function refused(definition: DraftDefinition): Promise<string[]> {
    const drafted = await draft(leila, { programme: 'CPD', content: { changed: [definition] } })
    const errors = errorsOf(await seeAmendment(leila, drafted.id))
    expect(refusal(await step(leila, drafted, 'propose'))).toBe('422 amendment-faulty')
    done(await step(leila, drafted, 'discard'))
    return errors
  }

  it('is refused where its class is too low, by a sentence that names the field', async () => {
    expect(
      await refused(await change(useful, { changeClass: 'minor', measure: 'rate', overTime: 'rate' })),
    ).toEqual([
      'Changing how it is measured of Rated useful (CPD-OC1) is a major change, and this is given as minor.',
      'Changing how it is added up over the quarters of Rated useful (CPD-OC1) is a major change, and this is given as minor.',
    ])
    expect(await refused(await change(useful, { askedFrom: 'standard' }))).toEqual([
      'Changing in which tiers it is asked of Rated useful (CPD-OC1) is a minor change, and this is given as patch.',
    ])
  })

  it('is refused where nothing is changed, where returns are open, and where nothing is there to change', async () => {
    expect(await refused(await change(useful, {}))).toEqual([
      'Nothing is changed of Rated useful (CPD-OC1). Take it out.',
    ])
    const open = await change(useful, { hint: 'Asked another way.', effectiveFrom: 'FY2025-26-Q3' })
    expect(await refused(open)).toEqual([
      'Returns are open already for October to December 2025 (2025-26 Q3). Choose a later period.',
    ])
    const nothing = await change(useful, { indicator: 'CPD-OC77' })
    expect(await refused(nothing)).toEqual(['There is no CPD-OC77 to change. Add it as a new figure.'])
  })

  it('as a patch and as a minor change keeps the series, and shows boroughs what is new', async () => {
    const before = await see(leila, croydonTraining)
    const region: DraftDefinition['disaggregations'][number] = {
      ...{ dimension: 'region', label: 'Region', choice: 'single', askedFrom: 'light' },
      categories: ['inner', 'outer'].map((code) => ({ code, label: `${code} London`, aliases: [] })),
    }
    const patch = await change({ indicator: 'CPD-OP1', from: next }, { hint: 'Sessions that took place.' })
    const minor = await change(
      { indicator: 'CPD-OP2', from: next },
      {
        ...{ changeClass: 'minor', disaggregations: [region] },
      },
    )
    const drafted = await draft(leila, { programme: 'CPD', content: { changed: [patch, minor] } })
    const { seen, touches } = done(await tryOut(leila, drafted.id, { gssCode: 'E09000008', periodId: next }))
    const figures = seen!.sections.flatMap((section) => section.figures)
    const what = (code: string) => figures.find(({ indicator }) => indicator === code)
    expect(touches).toMatchObject({ boroughs: 7, returns: 21 })
    expect(what('CPD-OP1')).toMatchObject({
      what: 'changed',
      changeClass: 'patch',
      differences: [{ field: 'hint' }],
    })
    expect(what('CPD-OP2')).toMatchObject({ what: 'changed', breakdowns: [{ label: 'Region', isNew: true }] })
    expect(what('CPD-OP3')).toMatchObject({ what: 'same', differences: [] })
    await publish(sam, drafted)
    expect((await see(leila, croydonTraining)).checkInput.asked).toEqual(before.checkInput.asked)
    const { definitions } = await framework(leila, 'CPD', next)
    expect(definitions.find(({ indicator }) => indicator === 'CPD-OP2')).toMatchObject({ edition: 2 })
    expect((await framework(leila, 'CPD', 'FY2025-26-Q3')).definitions).toEqual(
      expect.arrayContaining([expect.objectContaining({ indicator: 'CPD-OP2', edition: 1 })]),
    )
  })

  it('is seen beside a level that will be carried: nobody is said to type that', async () => {
    const patch = await change({ indicator: 'APM-OP1', from: next }, { hint: 'In post on the last day.' })
    const drafted = await draft(leila, { programme: 'APM', content: { changed: [patch] } })
    const { seen } = done(await tryOut(leila, drafted.id, { gssCode: 'E09000007', periodId: next }))
    const figures = seen!.sections.flatMap((section) => section.figures)
    const from = (code: string) => figures.find(({ indicator }) => indicator === code)?.from
    expect([from('APM-OP0'), from('APM-OP1')]).toEqual(['carried', 'typed'])
  })

  it('as a major change asks both figures in the bridge period, and the old one never again', async () => {
    const major = await change(useful, {
      ...{ changeClass: 'major', label: 'Rated very useful', overTime: 'last' },
      parts: { numerator: 'Rated 5 of 5', denominator: 'Responses' },
    })
    const drafted = await draft(leila, { programme: 'CPD', content: { changed: [major] } })
    const view = await seeAmendment(leila, drafted.id)
    expect(view.changes).toMatchObject([{ indicator: 'CPD-OC1', demanded: 'major', bridge: 'CPD-OC1B2' }])
    expect(view.faults.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^“.+” is a rule about Rated useful\. Does it still hold\?$/),
    )
    await publish(sam, drafted)
    const opened = await openOn(service, '2026-04-01')
    expect(opened).toContain(nextReturn)
    const tom = await service.as('tom-bennett')
    const { checkInput } = await see(tom, nextReturn)
    const codes = checkInput.asked.map(({ indicator }) => indicator)
    expect(codes.slice(codes.indexOf('CPD-OC1'), codes.indexOf('CPD-OC1') + 2)).toEqual([
      'CPD-OC1',
      'CPD-OC1B2',
    ])
    expect(checkInput.asked.find(({ indicator }) => indicator === 'CPD-OC1B2')).toMatchObject({
      ...{ label: 'Rated useful, as counted before', bridges: { indicator: 'CPD-OC1', edition: 1 } },
      parts: { numerator: 'Rated 4 or 5 of 5' },
    })
    expect(checkInput.seriesFrom).toEqual({ 'CPD-OC1': 2 })
    const bridge = { locator: 'CPD-OC1B2', entries: { numerator: '45', denominator: '50' } }
    await fillIn(tom, nextReturn)
    done(await enter(tom, nextReturn, [bridge]))
    await explainAll(tom, nextReturn)
    done(await act(tom, nextReturn, 'submit', { declared: true }))
    done(await act(leila, nextReturn, 'take'))
    await acceptIt(leila, nextReturn)
    await openOn(service, '2026-07-01')
    const later = await see(leila, 'CPD-E09000008-FY2026-27-Q1')
    expect(later.checkInput.asked.map(({ indicator }) => indicator)).not.toContain('CPD-OC1B2')
    const { indicators } = done(await leila.get<ProgrammeView>(`/api/programmes/CPD?period=${next}`))
    expect(indicators.find(({ code }) => code === 'CPD-OC1B2')).toMatchObject({ shown: '90.0%', boroughs: 1 })
    expect(indicators.find(({ code }) => code === 'CPD-OC1')).toMatchObject({ boroughs: 1 })
  })

  it('leaves a return that was open before as it was, figure for figure', async () => {
    const { db } = service.context
    const items = await db
      .selectFrom('return_items')
      .select('definitionId')
      .where('returnId', 'in', [camden, croydonTraining])
      .execute()
    expect(items.every(({ definitionId }) => definitionId.endsWith('.1'))).toBe(true)
    expect(items.length).toBeGreaterThan(30)
    const changedItems = await db
      .selectFrom('return_items')
      .select('definitionId')
      .where('returnId', '=', hackneyNext)
      .execute()
    expect(changedItems.map(({ definitionId }) => definitionId)).toEqual(
      expect.arrayContaining(['CPD-OP1.2', 'CPD-OP2.2', 'CPD-OC1.2', 'CPD-OC1B2.1', 'CPD-OP3.1']),
    )
  })

  it('ends what is no longer asked, with the rules that name it', async () => {
    const from = 'FY2026-27-Q2'
    const content = {
      ended: [{ indicator: 'CPD-OP2', from }],
      endedIdentities: [{ id: 'CPD-hours-by-session', from }],
    }
    const { identities } = await framework(leila, 'CPD', after)
    const named = identities.find(({ left, right }) =>
      [...left, ...right].some(({ indicator }) => indicator === 'CPD-OP2'),
    )!
    content.endedIdentities = [{ id: named.id, from }]
    const drafted = await draft(leila, { programme: 'CPD', content })
    const { seen } = done(await tryOut(leila, drafted.id))
    expect(seen!.gone.map(({ indicator }) => indicator)).toEqual(['CPD-OP2'])
    await publish(sam, drafted)
    await openOn(service, '2026-10-01')
    const { checkInput } = await see(leila, 'CPD-E09000008-FY2026-27-Q2')
    expect(checkInput.asked.map(({ indicator }) => indicator)).not.toContain('CPD-OP2')
    expect(checkInput.identities.map(({ id }) => id)).not.toContain(named.id)
    const before = await see(leila, nextReturn)
    expect(before.checkInput.identities.map(({ id }) => id)).toContain(named.id)
  })
})

describe.each(engines())('A level that is carried on %s', (engine) => {
  it('is typed where a major change broke the series it would be carried in', async () => {
    const service = await openService(engine)
    const leila = await service.as('leila-haddad')
    const zara = await service.as('zara-reid')
    const ends = { indicator: 'APM-OP5', from: next }
    const major = await changed(leila, ends, () => ({
      ...{ changeClass: 'major', label: 'Young people active on the last day' },
    }))
    const drafted = await draft(leila, { programme: 'APM', content: { changed: [major] } })
    await publish(await service.as('sam-whitfield'), drafted)
    await openOn(service, '2026-04-01')
    // The quarter before is accepted, so that its level would be carried.
    const level = (await see(zara, 'APM-E09000028-FY2025-26-Q3')).checkInput.figures['APM-OP5']!.value!
    const begins = async () => (await see(zara, southwarkNext)).checkInput.figures['APM-OP0']
    expect(await begins()).toBeUndefined()
    done(await enter(zara, southwarkNext, [{ locator: 'APM-OP0', entries: { value: String(level + 1) } }]))
    expect(await begins()).toMatchObject({ value: level + 1 })
    await service.close()
  })
})
