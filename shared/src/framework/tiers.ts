/** Tiers follow grant size (Monitoring Minimum Standards: proportionality). Thresholds are data. */
import * as z from 'zod'

export const tiers = ['light', 'standard', 'enhanced'] as const
export const Tier = z.enum(tiers).meta({ id: 'Tier' })
export type Tier = z.infer<typeof Tier>

export type TierThreshold = { tier: Tier; fromPence: number }

/** The tier of a grant from the pence of its award lines on record; unknown amounts count as nothing. */
export function tierOf(thresholds: TierThreshold[], awardLines: { pence: number | null }[]): Tier {
  const total = awardLines.reduce((sum, { pence }) => sum + (pence ?? 0), 0)
  const reached = thresholds.filter(({ fromPence }) => total >= fromPence)
  const highest = reached.toSorted((left, right) => right.fromPence - left.fromPence)[0]
  return highest?.tier ?? 'light'
}

/** Whether something asked from `lowest` upwards is asked in `tier`. */
export function asksIn(lowest: Tier, tier: Tier): boolean {
  return tiers.indexOf(tier) >= tiers.indexOf(lowest)
}
