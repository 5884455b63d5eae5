/** A level carried from the last period is not typed again: another value would be kept and never shown. */
import type { Trx } from '@inclusion/db/open'
import { showNumber } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { Problem } from '@inclusion/shared/problems'
import { findCarried } from './carried-levels.ts'
import type { Plan } from './plan.ts'
import type { Return } from './store.ts'

/** Throws `figure-is-derived` for a carried level typed as anything but what last period ended with. */
export async function refuseCarried(
  trx: Trx,
  { grantId, periodId }: Return,
  { points, drafts }: Plan,
  definitions: ReadonlyMap<string, IndicatorDefinition>,
): Promise<void> {
  const isLevel = (code: string) => definitions.get(code)?.derivation?.kind === 'carried'
  const typed = points.filter(({ indicator }) => isLevel(indicator))
  if (typed.length === 0) return
  const carried = await findCarried(trx, { grantId, periodId, asked: [...definitions.values()] })
  for (const { locator, indicator, value } of typed) {
    const level = carried.get(indicator)
    const isBlank = value === null && !drafts.some((draft) => draft.locator === locator)
    if (level === undefined || value === level || isBlank) continue
    const { label, measure } = definitions.get(indicator)!
    const message = `${label} is carried from last period: ${showNumber(level, measure)}. If that is wrong, ask RMEL to reopen last period.`
    throw new Problem('figure-is-derived', { errors: [{ field: locator, message }] })
  }
}
