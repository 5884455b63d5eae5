/** How a setting that changed its URN says where its past comes from. */
import type { Formerly } from '@inclusion/server/settings/lineage'
import { shortDate } from '@inclusion/shared/time'

/** "Before 1 September 2025 as Saffron Valley Collegiate (101706)."; one sentence for each it came from. */
export const formerlyWords = (formerly: readonly Pick<Formerly, 'urn' | 'name' | 'until'>[]): string[] =>
  formerly.map(({ urn, name, until }) => `Before ${shortDate(until)} as ${name} (${urn}).`)
