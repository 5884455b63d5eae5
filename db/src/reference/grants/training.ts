/**
 * The seven Inclusion CPD grants (PCD 1769). The decision invites these authorities and gives the total;
 * that all seven accepted, and equal shares, are assumptions of the demonstration.
 */
import type { Insertable } from 'kysely'
import type { AwardLineRow, GrantRow, InstalmentRow } from '../../tables/grants.ts'
import { gssCodeOf } from '../authorities.ts'

const invited = [
  'Hackney',
  'Croydon',
  'Greenwich',
  'Islington',
  'Hammersmith and Fulham',
  'Barking and Dagenham',
  'Enfield',
]

const halfShare = 1_250_000

const halves = [
  {
    financialYear: '2024-25',
    dueOn: '2025-03-31',
    condition: 'The grant agreement is signed (assumed: the decision gives only the financial year).',
  },
  {
    financialYear: '2025-26',
    dueOn: '2026-03-31',
    condition:
      'The return for October to December 2025 is accepted (assumed: the decision gives only the financial year).',
  },
]

export const trainingGrants: Insertable<GrantRow>[] = invited.map(gssCodeOf).map((gssCode) => ({
  id: `CPD-${gssCode}`,
  programme: 'CPD',
  gssCode,
  cohort: '2025',
  cohortStartOn: '2025-09-01',
  status: 'active',
  processesPersonalData: 0,
  dpiaOn: null,
  invented: 1,
  note: 'PCD 1769 invites this authority to apply. That it was awarded a grant is invented.',
}))

export const trainingAwardLines: AwardLineRow[] = trainingGrants.flatMap(({ id }) =>
  halves.map(({ financialYear }) => ({
    id: `${id}-${financialYear}`,
    grantId: id,
    financialYear,
    pence: halfShare,
    decision: 'PCD 1769',
    assumption: 'Half of an equal share, £25,000, of £175,000 among seven authorities.',
  })),
)

export const trainingInstalments: InstalmentRow[] = trainingGrants.flatMap(({ id }) =>
  halves.map(({ financialYear, dueOn, condition }, index) => ({
    id: `${id}-instalment-${index + 1}`,
    grantId: id,
    financialYear,
    pence: halfShare,
    dueOn,
    condition,
    paidOn: null,
  })),
)
