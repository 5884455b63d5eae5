/** What is wrong with an amendment, and which returns it touches, held against a programme of three boroughs. */
import { trainingDefinitions } from '@inclusion/db/reference/framework/training'
import { tierThresholds } from '@inclusion/db/reference/programmes'
import { editionBehind } from '@inclusion/shared/framework/amended'
import {
  emptyContent,
  type AmendmentContent,
  type DraftAward,
  type DraftDefinition,
} from '@inclusion/shared/framework/amendment'
import { faultsOf } from '@inclusion/shared/framework/faults'
import type { Ground, GroundGrant } from '@inclusion/shared/framework/ground'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { newProgramme } from '@inclusion/shared/framework/new-programme'
import { touchedReturns } from '@inclusion/shared/framework/touched'
import { proposeWindow } from '@inclusion/shared/framework/windows'
import { describe, expect, it } from 'vitest'

const q4 = 'FY2025-26-Q4'
const years = ['FY2026-27-Q1', 'FY2026-27-Q2', 'FY2026-27-Q3', 'FY2026-27-Q4']
const camden = 'E09000007'
const croydon = 'E09000008'
const hackney = 'E09000012'

const grant = (gssCode: string, pence: number): GroundGrant => ({
  ...{ gssCode, isActive: true, cohortStartOn: '2025-09-01', endsBefore: null, settings: [] },
  awards: [{ financialYear: '2025-26', pence }],
})

/** Camden lacks 500,000 pence to the next tier. */
const ground: Ground = {
  ...{ on: '2026-01-20', code: 'CPD', definitions: trainingDefinitions, identities: [], firstStandard: q4 },
  programme: {
    ...newProgramme('2026-01-20', 'Training'),
    ...{ calendar: 'financial-quarters', startsOn: '2025-09-01', endsBefore: '2027-04-01' },
    settingsReport: false,
  },
  windows: [proposeWindow(q4, [])],
  grants: [grant(camden, 2_500_000), grant(croydon, 500_000), grant(hackney, 0)],
  thresholds: tierThresholds,
  ...{ opened: [], settings: [], decisions: [], funding: [], awarded: [], profiles: [], baselines: [] },
  authorities: [
    { gssCode: camden, name: 'Camden' },
    { gssCode: croydon, name: 'Croydon' },
    { gssCode: hackney, name: 'Hackney' },
  ],
  ...{ withLead: [camden, croydon, hackney], others: [] },
}

const award = (gssCode: string, pence: number | null): DraftAward => ({
  ...{ gssCode, pence, financialYear: '2026-27', decision: null, assumption: null },
})

const touchedBy = (content: Partial<AmendmentContent>, on: Ground = ground): string[] =>
  touchedReturns({ ...emptyContent, ...content }, on).map(({ gssCode, periodId }) => `${gssCode} ${periodId}`)

describe('An amount touches the returns', () => {
  const nextYear = years.map((id) => proposeWindow(id, ground.windows))

  it('of no period where it is not known: a new year is its new windows', () => {
    const touched = touchedBy({
      windows: nextYear,
      awards: [camden, croydon, hackney].map((gssCode) => award(gssCode, null)),
    })
    expect(touched).toHaveLength(3 * 4)
    expect(touched.filter((place) => place.endsWith(q4))).toEqual([])
  })

  it('that are yet to open of a grant it puts in another tier, whatever its year', () => {
    const awards = [award(camden, 500_000), award(croydon, 500_000)]
    expect(touchedBy({ awards })).toEqual([`${camden} ${q4}`])
    expect(touchedBy({ awards: [award(camden, 499_999)] })).toEqual([])
    const opened = [{ gssCode: camden, periodId: q4, isFiled: false }]
    expect(touchedBy({ awards }, { ...ground, opened })).toEqual([])
  })
})

const [sessions, hours] = trainingDefinitions as [IndicatorDefinition, IndicatorDefinition]

const changeOf = (before: IndicatorDefinition, parts: Partial<DraftDefinition>): DraftDefinition => {
  const { edition: _, bridges: __, ...draft } = before
  return { ...draft, effectiveFrom: q4, changeClass: 'patch', ...parts }
}

const said = (content: Partial<AmendmentContent>, on: Ground): string[] =>
  faultsOf({ ...emptyContent, ...content }, on).map(({ message }) => message)

describe('A change that another amendment came before', () => {
  const published: IndicatorDefinition = {
    ...{ ...sessions, edition: 2, effectiveFrom: q4, hint: 'As the other has it.' },
    ...{ overTime: 'last' as const, changeClass: 'major' as const },
  }
  const after = { ...ground, definitions: [...trainingDefinitions, published] }
  const late = changeOf(sessions, { label: 'Sessions held' })

  it('is refused by a sentence that names the figure and says what to do, and by no other', () => {
    const words = `“${sessions.label}” was changed from January to March 2026 (2025-26 Q4) already. Choose a later period, and look through its wording again: it rests on the wording before that change.`
    expect(said({ changed: [late] }, after)).toEqual([words])
    const ended = { ...published, askedInOrdinals: [] }
    expect(said({ changed: [late] }, { ...after, definitions: [sessions, ended] })).toEqual([
      `“${sessions.label}” is not asked any more from January to March 2026 (2025-26 Q4). Take it out, or choose a later period to ask it again.`,
    ])
  })

  it('is to be taken out where all of it is there already', () => {
    const same = changeOf(published, { changeClass: 'major' })
    expect(said({ changed: [same] }, after)).toEqual([
      `Nothing is changed of ${sessions.label} (${sessions.indicator}). Take it out.`,
    ])
  })

  it('is held against what it was written on, until it begins later', () => {
    expect(editionBehind(after.definitions, late)?.edition).toBe(1)
    expect(editionBehind(after.definitions, { ...late, effectiveFrom: 'FY2026-27-Q1' })?.edition).toBe(2)
    const from = changeOf(sessions, { effectiveFrom: 'FY2026-27-Q1' })
    expect(said({ changed: [from] }, after)).toContainEqual(expect.stringMatching(/is a major change/))
  })
})

describe('Another amendment that is drafted or proposed', () => {
  const beside = (content: Partial<AmendmentContent>): Ground => ({
    ...ground,
    others: [{ name: 'Starts draft A', by: 'Chloe Bright', content: { ...emptyContent, ...content } }],
  })
  const own = { changed: [changeOf(sessions, { hint: 'B' })] }

  it('is a warning where it changes the same figure, and none where it changes another', () => {
    const faults = faultsOf(
      { ...emptyContent, ...own },
      beside({ changed: [changeOf(sessions, { hint: 'A' })] }),
    )
    expect(faults).toEqual([
      {
        ...{ severity: 'warning', field: 'changed.0.indicator' },
        message: `“Starts draft A” by Chloe Bright also changes “${sessions.label}”.`,
      },
    ])
    expect(said(own, beside({ ended: [{ indicator: sessions.indicator, from: q4 }] }))).toHaveLength(1)
    expect(said(own, beside({ changed: [changeOf(hours, { hint: 'A' })] }))).toEqual([])
  })

  it('is told once, with few names, whatever both change', () => {
    const profile = { gssCode: camden, indicator: hours.indicator, periodId: q4, value: 3 }
    const baseline = {
      ...{ gssCode: camden, indicator: hours.indicator, urn: null, value: 1, numerator: null },
      ...{ denominator: null, windowStartsOn: '2025-01-01', windowEndsBefore: '2025-04-01', source: 'None' },
    }
    const decision = { reference: 'PCD 1', title: 'One', summary: '', lines: [] }
    const same: [Partial<AmendmentContent>, string][] = [
      [{ windows: [proposeWindow(years[0]!, [])] }, 'the window of April to June 2026 (2026-27 Q1)'],
      [{ endsBefore: '2027-09-01' }, 'the end of the programme'],
      [{ endedGrants: [{ gssCode: camden, endsBefore: '2026-04-01' }] }, 'the grant of Camden'],
      [{ awards: [award(camden, 1)] }, 'the amount of Camden for 2026-27'],
      [{ decisions: [decision] }, 'PCD 1'],
      [{ profiles: [profile] }, `the profile of “${hours.label}”`],
      [{ baselines: [baseline] }, `the baseline of “${hours.label}”`],
    ]
    for (const [content, name] of same)
      expect(said(content, beside(content))).toContain(
        `“Starts draft A” by Chloe Bright also changes ${name}.`,
      )
    const all = Object.assign({}, ...same.map(([content]) => content)) as Partial<AmendmentContent>
    expect(said(all, beside(all)).filter((message) => message.includes('also changes'))).toEqual([
      '“Starts draft A” by Chloe Bright also changes the end of the programme, the window of April to June 2026 (2026-27 Q1) and 5 more.',
    ])
  })
})
