/** A setting's own attendance in earlier accepted periods, with how much its pupils differed. */
import type { Db, Trx } from '@inclusion/db/open'
import { totalSessions } from '@inclusion/shared/attendance/counts'
import type { Cohort } from '@inclusion/shared/locators'
import type { PeriodId } from '@inclusion/shared/periods'
import { returnId } from '@inclusion/shared/returns'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { findAttendance } from './attendance-store.ts'

export type TrendPoint = {
  period: PeriodId
  label: string
  numerator: number
  denominator: number
  people: number | null
  /** `CountedPupils.dispersion`; null where the counts were typed, or of too few pupils. */
  dispersion: number | null
  source: 'register' | 'typed'
}

type Of = { grantId: string; urns: readonly string[] }

/**
 * Earlier accepted attendance of the mentored cohort, latest first, from the indicator that is derived from
 * it. `urns` are the setting's own and those it had before. What a register told of the pupils is taken only
 * where the counts that are stored are those that were accepted: a reopened report may hold others.
 */
export async function findTrend(
  db: Db | Trx,
  { asked, history }: Pick<CheckInput, 'asked' | 'history'>,
  { grantId, urns }: Of,
): Promise<TrendPoint[]> {
  const measured = asked.find(
    ({ derivation }) => derivation?.kind === 'attendance' && derivation.cohort === 'mentored',
  )
  if (!measured) return []
  const points: TrendPoint[] = []
  for (const { periodId, figures } of history) {
    const figure = Object.entries(figures).find(([locator]) =>
      locator.startsWith(`${measured.indicator}@`),
    )?.[1]
    if (!figure || figure.numerator === null || figure.denominator === null) continue
    const { numerator, denominator, people } = figure
    const accepted = { numerator, denominator, people }
    const counted = await findCounted(db, { returnId: returnId(grantId, periodId), urns }, accepted)
    points.push({ period: periodId, label: shortLabel(periodId), ...accepted, ...counted })
  }
  return points
}

type Accepted = Pick<TrendPoint, 'numerator' | 'denominator' | 'people'>

async function findCounted(
  db: Db | Trx,
  { returnId: id, urns }: { returnId: string; urns: readonly string[] },
  { numerator, denominator, people }: Accepted,
): Promise<Pick<TrendPoint, 'dispersion' | 'source'>> {
  const cohort: Cohort = 'mentored'
  const stored = (await findAttendance(db, id)).filter(
    (counts) => counts.cohort === cohort && urns.includes(counts.urn),
  )
  const [counts, ...others] = stored
  const typed = { dispersion: null, source: 'typed' as const }
  // Of several settings that became one, nobody knows how much all their pupils differ.
  if (!counts || others.length > 0) return typed
  const isAccepted =
    totalSessions(counts, 'attended') === numerator &&
    totalSessions(counts, 'possible') === denominator &&
    counts.enrolments === people
  const isCounted = counts.sessions.every((year) => year.counted) && counts.counted
  return isAccepted && isCounted ? { dispersion: isCounted.dispersion, source: 'register' } : typed
}

/** `FY2025-26-Q3` as `2025-26 Q3`, for the foot of a chart. */
const shortLabel = (periodId: PeriodId): string => periodId.slice(2).replace(/-(Q\d|\w+)$/, ' $1')
