/** The two programmes, and the tiers that follow the size of a grant. */
import type { Insertable } from 'kysely'
import type { ProgrammeRow, TierThresholdRow } from '../tables/programmes.ts'
import { pruAbsence } from './comparators.ts'

export const programmes: Insertable<ProgrammeRow>[] = [
  {
    code: 'APM',
    name: 'AP/PRU Mentoring',
    summary:
      'Mentors in pupil referral units and alternative provision, for young people aged 11 to 18. ' +
      '22 boroughs from April 2022, all 32 from the school year 2024/25, to August 2026.',
    calendar: 'financial-quarters',
    startsOn: '2022-04-01',
    endsBefore: '2026-09-01',
    settingsReport: 1,
    comparator: pruAbsence,
    trial: 0,
    baselineWindows: 'term-before-start',
  },
  {
    code: 'CPD',
    name: 'Inclusion CPD Grants',
    summary:
      'Place-based professional development that supports school inclusion, in up to seven local ' +
      'authorities in the academic year 2025-26.',
    calendar: 'financial-quarters',
    startsOn: '2025-09-01',
    endsBefore: '2026-09-01',
    settingsReport: 0,
    comparator: null,
    trial: 1,
    baselineWindows: 'one-window',
  },
]

/** Not published: only grants of about £25,000 and £33,500 are known, so RMEL may move these. */
export const tierThresholds: TierThresholdRow[] = [
  { tier: 'light', fromPence: 0 },
  { tier: 'standard', fromPence: 3_000_000 },
  { tier: 'enhanced', fromPence: 10_000_000 },
]
