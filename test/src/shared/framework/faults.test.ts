/** What is wrong with an amendment, and which returns it touches, held against a programme of three boroughs. */
import { trainingDefinitions } from '@inclusion/db/reference/framework/training'
import { tierThresholds } from '@inclusion/db/reference/programmes'
import { emptyContent, type AmendmentContent, type DraftAward } from '@inclusion/shared/framework/amendment'
import type { Ground, GroundGrant } from '@inclusion/shared/framework/ground'
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
  ...{ withLead: [camden, croydon, hackney] },
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
