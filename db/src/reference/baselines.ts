/**
 * Baselines that an authority keeps. All invented. Those of settings (attendance, suspensions of mentored
 * young people) come from the heads' own reports.
 */
import type { BaselineRow } from '../tables/framework.ts'
import { trainingGrants } from './grants/training.ts'

export const baselines: BaselineRow[] = trainingGrants.map(({ id, gssCode }) => {
  const pupils = 9_000 + 250 * Number(gssCode.slice(-2))
  return {
    id: `${id}-CPD-OC6`,
    grantId: id,
    indicator: 'CPD-OC6',
    urn: null,
    periodId: null,
    value: null,
    numerator: Math.round(pupils * 0.024),
    denominator: pupils,
    people: null,
    windowStartsOn: '2024-09-01',
    windowEndsBefore: '2025-09-01',
    source:
      'Invented for the demonstration: suspensions in the academic year 2024-25 in the schools targeted.',
    recordedAt: '2025-09-30T12:00:00.000Z',
  }
})
