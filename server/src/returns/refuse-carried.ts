/** A level carried from the last period is not typed again: another value would be kept and never shown. */
import type { Trx } from '@inclusion/db/open'
import { showNumber } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { previousPeriod } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { returnId } from '@inclusion/shared/returns'
import type { Plan } from './plan.ts'
import type { Return } from './store.ts'

/** Throws `figure-is-derived` for a carried level typed as anything but what last period ended with. */
export async function refuseCarried(
  trx: Trx,
  { grantId, periodId }: Return,
  { points, drafts }: Plan,
  definitions: ReadonlyMap<string, IndicatorDefinition>,
): Promise<void> {
  for (const { locator, indicator, value } of points) {
    const definition = definitions.get(indicator)
    if (definition?.derivation?.kind !== 'carried') continue
    const last = await trx
      .selectFrom('accepted_points')
      .select('value')
      .where('returnId', '=', returnId(grantId, previousPeriod(periodId)))
      .where('locator', '=', definition.derivation.from)
      .executeTakeFirst()
    const isBlank = value === null && !drafts.some((draft) => draft.locator === locator)
    if (last?.value === undefined || last.value === null || value === last.value || isBlank) continue
    const carried = showNumber(last.value, definition.measure)
    const message = `${definition.label} is carried from last period: ${carried}. If that is wrong, ask RMEL to reopen last period.`
    throw new Problem('figure-is-derived', { errors: [{ field: locator, message }] })
  }
}
