/** The parts of an amendment that say what was decided, what is planned and what was before: each row of theirs. */
import type { Trx } from '@inclusion/db/open'
import type { DraftBaseline, DraftDecision, DraftProfile } from '@inclusion/shared/framework/amendment'
import type { Instant } from '@inclusion/shared/time'

/** As the ids of the reference data are: one grant for a programme and an authority. */
export const grantIdOf = (programme: string, gssCode: string): string => `${programme}-${gssCode}`

/** `PCD 1769` as `PCD-1769`. */
const partOfId = (reference: string): string => reference.trim().replaceAll(/\s+/g, '-')

export async function writeDecisions(
  trx: Trx,
  programme: string,
  decisions: readonly DraftDecision[],
): Promise<void> {
  for (const { reference, title, summary, lines } of decisions) {
    await trx.insertInto('decisions').values({ reference, title, summary }).execute()
    for (const { financialYear, pence } of lines)
      await trx
        .insertInto('funding_lines')
        .values({
          id: `${partOfId(reference)}-${programme}-${financialYear}`,
          decision: reference,
          programme,
          financialYear,
          pence,
          source: 'As the decision gives it, recorded by RMEL.',
        })
        .execute()
  }
}

/** As many rows as one statement of either database takes. */
const atOnce = 1_000

/** A profile that there is gives way to the new one. */
export async function writeProfiles(
  trx: Trx,
  programme: string,
  profiles: readonly DraftProfile[],
): Promise<void> {
  for (let from = 0; from < profiles.length; from += atOnce) {
    const rows = profiles.slice(from, from + atOnce).map(({ gssCode, indicator, periodId, value }) => ({
      grantId: grantIdOf(programme, gssCode),
      indicator,
      periodId,
      value,
      invented: 0 as const,
    }))
    await trx
      .insertInto('profiles')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['grantId', 'indicator', 'periodId'])
          .doUpdateSet((eb) => ({ value: eb.ref('excluded.value'), invented: 0 as const })),
      )
      .execute()
  }
}

/** On record from the start; one that there is gives way to the new one. */
export async function writeBaselines(
  trx: Trx,
  programme: string,
  baselines: readonly DraftBaseline[],
  at: Instant,
): Promise<void> {
  for (const { gssCode, ...baseline } of baselines) {
    const grantId = grantIdOf(programme, gssCode)
    const { indicator, urn } = baseline
    await trx
      .deleteFrom('baselines')
      .where('grantId', '=', grantId)
      .where('indicator', '=', indicator)
      .where('urn', urn === null ? 'is' : '=', urn)
      .where('periodId', 'is', null)
      .execute()
    await trx
      .insertInto('baselines')
      .values({
        ...baseline,
        id: [grantId, indicator, ...(urn === null ? [] : [urn])].join('-'),
        grantId,
        periodId: null,
        people: null,
        recordedAt: at,
      })
      .execute()
  }
}
