/**
 * The 32 mentoring grants (PCD 1078, PCD 1359, PCD 1610). The decisions name only Camden among the first
 * 22 boroughs: which the other 21 are, and so which ten came in 2024, is invented.
 */
import type { Insertable } from 'kysely'
import type { AwardLineRow, GrantRow } from '../../tables/grants.ts'
import { authorities, gssCodeOf } from '../authorities.ts'

const joinedIn2024 = new Set(
  [
    'Barnet',
    'Bexley',
    'Bromley',
    'Harrow',
    'Havering',
    'Hillingdon',
    'Kingston upon Thames',
    'Merton',
    'Richmond upon Thames',
    'Sutton',
  ].map(gssCodeOf),
)

const camden = gssCodeOf('Camden')

const first = { cohort: '2022', cohortStartOn: '2022-04-01', dpiaOn: '2022-03-15' }
const second = { cohort: '2024', cohortStartOn: '2024-09-01', dpiaOn: '2024-08-15' }

const inventedDate =
  'PCD 1610 asks suppliers for a data protection impact assessment; its date here is invented.'
const inventedCohort = 'Which cohort this borough belongs to is invented: the decisions name only Camden.'

export const mentoringGrants: Insertable<GrantRow>[] = authorities
  .filter(({ isBorough }) => isBorough === 1)
  .map(({ gssCode }) => ({
    id: `APM-${gssCode}`,
    programme: 'APM',
    gssCode,
    ...(joinedIn2024.has(gssCode) ? second : first),
    status: 'active',
    processesPersonalData: 1,
    invented: gssCode === camden ? 0 : 1,
    note: gssCode === camden ? inventedDate : `${inventedCohort} ${inventedDate}`,
  }))

export const mentoringAwardLines: AwardLineRow[] = mentoringGrants.flatMap(({ id, cohort }) =>
  cohort === '2022'
    ? [...earlierYears(id), existingGrant(id), equalShare(id)]
    : [newGrant(id), equalShare(id)],
)

function earlierYears(grantId: string): AwardLineRow[] {
  return ['2022-23', '2023-24'].map((financialYear) => ({
    id: `${grantId}-${financialYear}`,
    grantId,
    financialYear,
    pence: null,
    decision: 'PCD 1078',
    assumption: 'The amount under PCD 1078 and PCD 1359 is not known.',
  }))
}

function existingGrant(grantId: string): AwardLineRow {
  return {
    ...newGrant(grantId),
    assumption:
      'PCD 1610 says that the 22 boroughs are funded at this level: 22 x £33,500 is the £737,000 already approved.',
  }
}

function newGrant(grantId: string): AwardLineRow {
  return {
    id: `${grantId}-2024-25`,
    grantId,
    financialYear: '2024-25',
    pence: 3_350_000,
    decision: 'PCD 1610',
    assumption: null,
  }
}

function equalShare(grantId: string): AwardLineRow {
  return {
    id: `${grantId}-2025-26`,
    grantId,
    financialYear: '2025-26',
    pence: 3_906_250,
    decision: 'PCD 1610',
    assumption: 'An equal share of £1,250,000 among 32 boroughs, which the decision does not promise.',
  }
}
