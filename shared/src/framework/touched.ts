/**
 * Which returns an amendment changes anything of: of those that are yet to be opened, and of those that are open and
 * not filed, in which another profile or baseline stands at once. Pure.
 */
import { comparePeriods, periodOf, type PeriodId } from '../periods.ts'
import type { LocalDate } from '../time.ts'
import type { AmendmentContent, DraftWindow } from './amendment.ts'
import type { Ground, GroundGrant } from './ground.ts'
import { tierOf } from './tiers.ts'

export type Touched = { gssCode: string } & DraftWindow

type Owing = { gssCode: string; cohortStartOn: LocalDate; endsBefore: LocalDate | null; isNew: boolean }

/** The returns that it touches, by period, then by authority. */
export function touchedReturns(content: AmendmentContent, ground: Ground): Touched[] {
  const opened = new Map(ground.opened.map((each) => [placeOf(each), each.isFiled]))
  const planned = new Set(content.profiles.map(placeOf))
  const measured = new Set(content.baselines.map(({ gssCode }) => gssCode))
  const grants = grantsAfter(content, ground)
  const own = new Set(content.windows.map(({ periodId }) => periodId))
  const from = earliestEffect(content)
  const moved = new Set(
    ground.grants.filter((grant) => movesTier(grant, content, ground)).map(({ gssCode }) => gssCode),
  )
  const isTouched = (window: DraftWindow, { gssCode, isNew }: Owing): boolean => {
    const place = placeOf({ gssCode, periodId: window.periodId })
    if (opened.get(place) === true) return false
    if (planned.has(place) || measured.has(gssCode)) return true
    return (
      !opened.has(place) &&
      (own.has(window.periodId) ||
        isNew ||
        moved.has(gssCode) ||
        (from !== null && comparePeriods(window.periodId, from) >= 0))
    )
  }
  return windowsAfter(content, ground).flatMap((window) =>
    grants
      .filter((grant) => owes(grant, window) && isTouched(window, grant))
      .map(({ gssCode }) => ({ gssCode, ...window })),
  )
}

const placeOf = ({ gssCode, periodId }: { gssCode: string; periodId: PeriodId }): string =>
  `${gssCode} ${periodId}`

/** Windows that have not closed, or that are made up for because earlier returns were open; first to last. */
function windowsAfter(content: AmendmentContent, ground: Ground): DraftWindow[] {
  const first = ground.opened.map(({ periodId }) => periodOf(periodId).startsOn).toSorted()[0]
  return [...ground.windows, ...content.windows]
    .filter(
      ({ periodId, dueOn }) =>
        dueOn >= ground.on || (first !== undefined && periodOf(periodId).startsOn > first),
    )
    .toSorted((left, right) => comparePeriods(left.periodId, right.periodId))
}

/**
 * Whether the amounts put a grant in another tier. The tier follows all that a grant is awarded, of whatever year, so
 * every return of it that is yet to be opened is then another one; an amount that is not known adds nothing.
 */
function movesTier(
  { gssCode, awards }: GroundGrant,
  content: AmendmentContent,
  { thresholds }: Ground,
): boolean {
  const drafted = content.awards.filter((award) => award.gssCode === gssCode)
  return tierOf(thresholds, awards) !== tierOf(thresholds, [...awards, ...drafted])
}

function grantsAfter({ grants, endedGrants }: AmendmentContent, ground: Ground): Owing[] {
  const ends = new Map(endedGrants.map(({ gssCode, endsBefore }) => [gssCode, endsBefore]))
  const all = [
    ...ground.grants.filter(({ isActive }) => isActive).map((grant) => ({ ...grant, isNew: false })),
    ...grants.map((grant) => ({ ...grant, endsBefore: null, isNew: true })),
  ]
  return all.map(({ gssCode, cohortStartOn, endsBefore, isNew }) => ({
    gssCode,
    cohortStartOn,
    isNew,
    endsBefore: endsBefore ?? ends.get(gssCode) ?? null,
  }))
}

/** Whether a grant owes a return for a period: it has begun before the period is over, and not ended before it. */
function owes({ cohortStartOn, endsBefore }: Owing, { periodId }: DraftWindow): boolean {
  const period = periodOf(periodId)
  return cohortStartOn < period.endsBefore && (endsBefore === null || period.startsOn < endsBefore)
}

/** The first period in which something else is asked; null where nothing is. */
function earliestEffect(content: AmendmentContent): PeriodId | null {
  const { indicators, changed, ended, identities, endedIdentities } = content
  const all = [
    ...indicators.map(({ definition }) => definition.effectiveFrom),
    ...changed.map(({ effectiveFrom }) => effectiveFrom),
    ...ended.map(({ from }) => from),
    ...identities.map(({ effectiveFrom }) => effectiveFrom),
    ...endedIdentities.map(({ from }) => from),
  ]
  return all.toSorted(comparePeriods)[0] ?? null
}
