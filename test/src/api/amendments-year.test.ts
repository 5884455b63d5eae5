/** The next year of a programme: windows as before, grants that join and end, money, and what comes with the service. */
import { seed } from '@inclusion/db/seed'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { draft, errorsOf, framework, openOn, publish, seeAmendment, tryOut } from './support/amending.ts'
import { done, refusal, see } from './support/filing.ts'

const lambeth = 'E09000022'
const enfield = 'E09000010'
const hackney = 'E09000012'

describe.each(engines())('A new year on %s', (engine) => {
  let service: Service
  let chloe: Client
  let leila: Client

  beforeAll(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
    leila = await service.as('leila-haddad')
  })
  afterAll(() => service.close())

  it('begins with what it mostly is: the end a year later, windows as before, a line for each grant', async () => {
    const { id } = await draft(chloe, { programme: 'CPD', kind: 'year', content: {} })
    const { content, faults } = await seeAmendment(chloe, id)
    expect(content.endsBefore).toBe('2027-09-01')
    expect(content.windows).toEqual([
      { periodId: 'FY2026-27-Q3', opensOn: '2027-01-01', dueOn: '2027-01-31' },
      { periodId: 'FY2026-27-Q4', opensOn: '2027-04-01', dueOn: '2027-04-30' },
      { periodId: 'FY2027-28-Q1', opensOn: '2027-07-01', dueOn: '2027-07-31' },
      { periodId: 'FY2027-28-Q2', opensOn: '2027-10-01', dueOn: '2027-10-31' },
    ])
    expect(content.awards).toHaveLength(14)
    expect(new Set(content.awards.map(({ pence }) => pence))).toEqual(new Set([null]))
    expect(errorsOf({ faults })).toEqual([])
    const { touches } = done(await tryOut(chloe, id))
    expect(touches).toMatchObject({ boroughs: 7, returns: 28 })
    expect(touches.periods.map((period) => period.id)).toEqual(
      content.windows.map(({ periodId }) => periodId),
    )
  })

  it('opens what it says: for a borough that joins, and not for one that ends', async () => {
    const drafted = await draft(chloe, {
      ...{ programme: 'CPD', kind: 'year' },
      content: {
        grants: [
          {
            ...{ gssCode: lambeth, cohort: '2026', cohortStartOn: '2026-10-01', settings: [] },
            ...{ processesPersonalData: false, dpiaOn: null },
          },
        ],
        awards: [
          { gssCode: lambeth, financialYear: '2026-27', pence: 4_000_000, decision: null, assumption: null },
          {
            gssCode: hackney,
            financialYear: '2026-27',
            pence: 2_500_000,
            decision: 'PCD 1769',
            assumption: null,
          },
        ],
        endedGrants: [{ gssCode: enfield, endsBefore: '2026-10-01' }],
      },
    })
    const { seen, touches } = done(
      await tryOut(leila, drafted.id, { gssCode: hackney, periodId: 'FY2026-27-Q3' }),
    )
    expect(seen).toMatchObject({ tier: 'standard', tierNow: 'light' })
    expect(seen!.sections.flatMap(({ figures }) => figures).some(({ what }) => what === 'new')).toBe(true)
    expect(touches.boroughs).toBe(7)
    expect(await publish(leila, drafted)).toEqual({ returns: 0, leads: 0, next: '2026-04-01' })
    expect(await openOn(service, '2026-10-01')).toContain(`CPD-${enfield}-FY2026-27-Q2`)
    const opened = await openOn(service, '2027-01-01')
    const boroughs = opened.map((id) => id.split('-')[1])
    expect(boroughs).toContain(lambeth)
    expect(boroughs).not.toContain(enfield)
    const { tier, dueOn } = await see(leila, `CPD-${lambeth}-FY2026-27-Q3`)
    expect({ tier, dueOn }).toEqual({ tier: 'standard', dueOn: '2027-01-31' })
    const { programme, grants, windows } = await framework(leila, 'CPD')
    expect([programme.endsBefore, windows.length]).toEqual(['2027-09-01', 9])
    expect(grants.find(({ name }) => name === 'Enfield')).toMatchObject({ endsBefore: '2026-10-01' })
  })

  it('is refused where it is there already, or lies outside, or names what is not there', async () => {
    const window = { periodId: 'FY2026-27-Q4', opensOn: '2027-04-30', dueOn: '2027-04-01' }
    const outside = { periodId: 'AY2027-28-autumn', opensOn: '2028-01-01', dueOn: '2028-01-31' }
    const late = { periodId: 'FY2027-28-Q4', opensOn: '2028-04-01', dueOn: '2028-04-30' }
    const line = { pence: 1, assumption: null }
    const { id } = await draft(chloe, {
      programme: 'CPD',
      content: {
        windows: [window, outside, late, late],
        awards: [
          { ...line, gssCode: hackney, financialYear: '2026-27', decision: null },
          { ...line, gssCode: hackney, financialYear: '2027-29', decision: 'PCD 1' },
          { ...line, gssCode: 'E09000001', financialYear: '2027-28', decision: null },
        ],
        endedGrants: [{ gssCode: enfield, endsBefore: '2027-01-01' }],
      },
    })
    expect(errorsOf(await seeAmendment(chloe, id))).toEqual([
      'January to March 2027 (2026-27 Q4) has a window already. Change it on the collection page.',
      'The returns of January to March 2027 (2026-27 Q4) are due before they open.',
      'August to December 2027 (2027-28 autumn term) is not a period of this programme’s calendar.',
      'January to March 2028 (2027-28 Q4) lies outside the days of the programme.',
      'January to March 2028 (2027-28 Q4) has two windows here. Keep one.',
      'January to March 2028 (2027-28 Q4) lies outside the days of the programme.',
      'Hackney has an award line for 2026-27 already.',
      'The two years must follow each other, like 2026-27.',
      'There is no decision PCD 1 on record.',
      'City of London has no grant of this programme.',
      'The grant of Enfield has its end.',
    ])
    expect(refusal(await tryOut(chloe, id, { gssCode: 'E09000001', periodId: null }))).toBe(
      '400 invalid-request',
    )
  })

  it('stays as people made it when the service starts again with what it ships', async () => {
    const { db } = service.context
    const rows = () =>
      Promise.all([
        db.selectFrom('programmes').selectAll().orderBy('code').execute(),
        db.selectFrom('grants').selectAll().orderBy('id').execute(),
        db.selectFrom('collection_windows').selectAll().orderBy('programme').orderBy('periodId').execute(),
        db.selectFrom('indicators').selectAll().orderBy('code').execute(),
      ])
    const before = await rows()
    await seed(service.database)
    expect(await rows()).toEqual(before)
  })
})
