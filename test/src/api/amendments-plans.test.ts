/** What an amendment carries beside the framework: the decision that pays, what is planned, what was there before. */
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import { openReturns } from '@inclusion/server/returns/open'
import type { AmendmentContent } from '@inclusion/shared/framework/amendment'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { draft, errorsOf, framework, publish, seeAmendment, tryOut } from './support/amending.ts'
import { done, see } from './support/filing.ts'
import { better, wellbeing } from './support/wellbeing.ts'

const [hackney, lambeth] = ['E09000012', 'E09000022']
/** October to December 2025, whose window is open on 20 January 2026. */
const quarter = 'FY2025-26-Q3'
const decision = {
  ...{ reference: 'PCD 9001', title: 'Wellbeing in schools', summary: 'A year of counsellors.' },
  lines: [{ financialYear: '2025-26', pence: 5_000_000 }],
}
const baseline: AmendmentContent['baselines'][number] = {
  ...{ gssCode: hackney, indicator: 'MHS-OC1', urn: null, value: null, numerator: 30, denominator: 100 },
  ...{ windowStartsOn: '2024-09-01', windowEndsBefore: '2025-09-01', source: 'Records of the schools.' },
}
const profile = (gssCode: string, indicator: string, value: number, periodId = quarter) => ({
  ...{ gssCode, indicator, periodId, value },
})

/** The third programme a quarter earlier, with a figure that is held against a baseline. */
const earlier: Partial<AmendmentContent> = {
  ...wellbeing,
  programme: { ...wellbeing.programme!, startsOn: '2025-10-01' },
  windows: [{ periodId: quarter, opensOn: '2026-01-01', dueOn: '2026-01-31' }],
  grants: wellbeing.grants.map((grant) => ({ ...grant, cohortStartOn: '2025-10-01' })),
  awards: wellbeing.awards.map((award) => ({ ...award, decision: decision.reference })),
  indicators: wellbeing.indicators.map(({ definition, after }) => ({
    after,
    definition: {
      ...definition,
      effectiveFrom: quarter,
      baseline: definition.indicator === better.indicator ? ('required' as const) : ('none' as const),
    },
  })),
  identities: [],
  decisions: [decision],
  profiles: [profile(hackney, 'MHS-OP1', 40), profile(hackney, 'MHS-OC1', 0.8)],
  baselines: [baseline],
}

describe.each(engines())('Decisions, profiles and baselines on %s', (engine) => {
  let service: Service
  let chloe: Client
  let leila: Client

  beforeAll(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
    leila = await service.as('leila-haddad')
  })
  afterAll(() => service.close())

  const warningsOf = async (id: string) =>
    (await seeAmendment(chloe, id)).faults
      .filter(({ severity }) => severity === 'warning')
      .map(({ message }) => message)

  it('of a new programme are seen in the dry run, and stand in its returns at once', async () => {
    const made = await draft(chloe, { programme: 'MHS', kind: 'programme', content: earlier })
    expect(errorsOf(await seeAmendment(chloe, made.id))).toEqual([])
    expect(await warningsOf(made.id)).toEqual(
      expect.arrayContaining([
        'The amounts for 2025-26 that rest on PCD 9001 come to £60,000.00, and it gives £50,000.00.',
        'No profile is given for “Sessions given”: nothing is rated there.',
        '“Young people who feel better” is held against a baseline, and Lambeth has none.',
      ]),
    )
    const { seen } = done(await tryOut(chloe, made.id, { gssCode: hackney, periodId: quarter }))
    const figures = seen!.sections[0]!.figures.map(({ indicator, profile: planned, baseline: was }) => [
      ...[indicator, planned, was],
    ])
    expect(figures).toEqual([
      ['MHS-OP1', '40', null],
      ['MHS-OP2', null, null],
      ['MHS-OC1', '80.0%', '30.0%'],
    ])
    // Lambeth has no lead to write to.
    expect(await publish(leila, made)).toEqual({ returns: 2, leads: 1, next: null })
    const { status, checkInput } = await see(await service.as('priya-nair'), `MHS-${hackney}-${quarter}`)
    expect(status).toBe('not-started')
    expect(checkInput.profiles[quarter]).toEqual({ 'MHS-OP1': 40, 'MHS-OC1': 0.8 })
    expect(checkInput.baselines).toMatchObject([{ indicator: 'MHS-OC1', numerator: 30, denominator: 100 }])
    expect((await openReturns(service.context)).filter((id) => id.startsWith('MHS'))).toEqual([])
    const { funding, grants } = await framework(chloe, 'MHS')
    expect(funding).toMatchObject([{ decision: 'PCD 9001', title: 'Wellbeing in schools', pence: 5_000_000 }])
    expect(grants.map(({ awards }) => awards[0]?.decision)).toEqual(['PCD 9001', 'PCD 9001'])
    const { indicators } = done(await leila.get<ProgrammeView>(`/api/programmes/MHS?period=${quarter}`))
    expect(indicators.map(({ code }) => code)).toContain('MHS-OC1')
  })

  it('can be mended where nobody has filed against them', async () => {
    const content = {
      profiles: [profile(hackney, 'MHS-OP1', 45)],
      baselines: [{ ...baseline, numerator: 25 }],
    }
    const made = await draft(leila, { programme: 'MHS', content })
    expect(await warningsOf(made.id)).toContain(
      'The return of Hackney is open already: the profile stands there as soon as this is published.',
    )
    const { touches, seen } = done(await tryOut(leila, made.id))
    expect([touches.returns, seen!.sections[0]!.figures[0]!.profile]).toEqual([1, '45'])
    const sam = await service.as('sam-whitfield')
    expect(await publish(sam, made)).toEqual({ returns: 0, leads: 0, next: null })
    const { checkInput } = await see(await service.as('priya-nair'), `MHS-${hackney}-${quarter}`)
    expect(checkInput.profiles[quarter]).toEqual({ 'MHS-OP1': 45, 'MHS-OC1': 0.8 })
    expect(checkInput.baselines).toMatchObject([{ numerator: 25, denominator: 100 }])
  })

  it('come with an amount that was not known at first', async () => {
    const sam = await service.as('sam-whitfield')
    const amount = (pence: number | null) => ({
      ...{ gssCode: lambeth, financialYear: '2026-27', pence, decision: null, assumption: null },
    })
    for (const pence of [null, 1_234_500]) {
      const made = await draft(leila, { programme: 'MHS', content: { awards: [amount(pence)] } })
      expect(errorsOf(await seeAmendment(leila, made.id))).toEqual([])
      await publish(sam, { ...made, client: leila })
    }
    const { id } = await draft(leila, { programme: 'MHS', content: { awards: [amount(1)] } })
    expect(errorsOf(await seeAmendment(leila, id))).toEqual([
      'Lambeth has an award line for 2026-27 already.',
    ])
    const { grants } = await framework(leila, 'MHS')
    const lines = grants.find(({ name }) => name === 'Lambeth')!.awards
    expect(lines.map(({ financialYear, pence }) => [financialYear, pence])).toEqual([
      ['2025-26', 2_000_000],
      ['2026-27', 1_234_500],
    ])
  })

  it('stay where a return was filed against them', async () => {
    const filed = await service.context.db
      .selectFrom('return_versions')
      .innerJoin('returns', 'returns.id', 'return_versions.returnId')
      .innerJoin('grants', 'grants.id', 'returns.grantId')
      .select(['gssCode', 'periodId'])
      .where('programme', '=', 'CPD')
      .where('number', '=', 1)
      .executeTakeFirstOrThrow()
    const made = await draft(leila, {
      programme: 'CPD',
      content: {
        profiles: [profile(filed.gssCode, 'CPD-OP1', 1, filed.periodId)],
        baselines: [{ ...baseline, gssCode: filed.gssCode, indicator: 'CPD-OC6' }],
      },
    })
    const errors = errorsOf(await seeAmendment(leila, made.id))
    expect(errors[0]).toMatch(
      /^The profile of .+ for “CPD sessions delivered” .+ stays: the return was filed/,
    )
    expect(errors[1]).toMatch(/^The baseline of .+ is on record, and was filed against\. It stays\.$/)
  })

  it('are refused in sentences that name the borough and the figure', async () => {
    const wrong: Partial<AmendmentContent> = {
      decisions: [
        { ...decision, reference: ' ' },
        { ...decision, reference: 'PCD 1769' },
        { ...decision, reference: 'PCD 9002', title: '', lines: [{ financialYear: '2025-27', pence: 1 }] },
        { ...decision, reference: 'PCD 9002' },
      ],
      profiles: [
        profile(hackney, 'MHS-ZZ9', 1),
        profile('E09000001', 'MHS-OP1', 1),
        profile(hackney, 'MHS-TX1', 1),
        profile(hackney, 'MHS-OC1', 80),
        profile(hackney, 'MHS-OP1', 1, 'AY2025-26-autumn'),
        profile(lambeth, 'MHS-OP1', 1),
        profile(lambeth, 'MHS-OP1', 2),
      ],
      baselines: [
        { ...baseline, indicator: 'MHS-OP1' },
        { ...baseline, urn: '100006' },
        { ...baseline, gssCode: lambeth, denominator: null },
        { ...baseline, gssCode: lambeth, numerator: 200, source: '', windowEndsBefore: '2024-09-01' },
      ],
    }
    const { id } = await draft(leila, { programme: 'MHS', content: wrong })
    expect(errorsOf(await seeAmendment(leila, id))).toEqual([
      'Give the reference of the decision, for example PCD 1769.',
      'PCD 1769 is on record already: take it out, and choose it on the page of amounts.',
      'Say what PCD 9002 is called.',
      'The two years must follow each other, like 2026-27.',
      'PCD 9002 is here twice. Keep one.',
      'There is no figure MHS-ZZ9 to plan.',
      'City of London has no grant of this programme to plan for.',
      'Words have no profile (MHS-TX1).',
      'The profile of Hackney for “Young people who feel better” in October to December 2025 (2025-26 Q3) is over 100%.',
      'August to December 2025 (2025-26 autumn term) is not a period of the programme.',
      'The profile of Lambeth for “Young people supported” in October to December 2025 (2025-26 Q3) is given twice. Keep one.',
      '“Young people supported” has no baseline by its definition. Take it out.',
      expect.stringMatching(/is of a setting that takes no part in its grant\.$/),
      'Settings do not give “Young people who feel better”: its baseline is the borough’s.',
      'The baseline of Lambeth for “Young people who feel better” needs both of its numbers.',
      'The baseline of Lambeth for “Young people who feel better” is over 100%.',
      'Say where the baseline of Lambeth for “Young people who feel better” comes from.',
      'The baseline of Lambeth for “Young people who feel better” is measured until before it is measured from.',
      'The baseline of Lambeth for “Young people who feel better” is given twice. Keep one.',
    ])
  })
})
