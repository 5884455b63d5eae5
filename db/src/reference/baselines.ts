/**
 * Baselines on record from the start. All invented. Those of attendance come from the heads' own reports.
 */
import type { BaselineRow } from '../tables/framework.ts'
import { gssCodeOf } from './authorities.ts'
import { grantSettings } from './grants/grant-settings.ts'
import { trainingGrants } from './grants/training.ts'

const suspensionsInSchools: BaselineRow[] = trainingGrants.map(({ id, gssCode }) => {
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

/** One borough has never given its settings' suspensions from before mentoring, so that check 6.1 is seen. */
const withoutBaseline = `APM-${gssCodeOf('Bexley')}`

const suspensionsInSettings: BaselineRow[] = grantSettings
  .filter(({ grantId }) => grantId !== withoutBaseline)
  .map(({ grantId, urn, startsOn }) => {
    const pupils = 24 + (Number(urn) % 17)
    return {
      id: `${grantId}-APM-OC7-${urn}`,
      grantId,
      indicator: 'APM-OC7',
      urn,
      periodId: null,
      value: null,
      numerator: Math.round(pupils * 0.3),
      denominator: pupils,
      people: null,
      windowStartsOn: `${Number(startsOn.slice(0, 4)) - 1}${startsOn.slice(4)}`,
      windowEndsBefore: startsOn,
      source: 'Invented for the demonstration: suspensions in the year before mentoring began.',
      recordedAt: `${startsOn}T12:00:00.000Z`,
    }
  })

export const baselines: BaselineRow[] = [...suspensionsInSchools, ...suspensionsInSettings]
