/**
 * Roll-up: how figures add up over places and over time, by each indicator's own rule. Ratios are
 * sums of numerators over sums of denominators, never means of rates: 9/10 and 10/100 give 19/110.
 */
import type { Figure } from './figures.ts'
import type { IndicatorDefinition } from './framework/indicators.ts'
import { academicYearsOf, comparePeriods, periodOf, type PeriodId } from './periods.ts'

/** The numbers of a figure; null where there is none. */
export type Amounts = Pick<Figure, 'value' | 'numerator' | 'denominator' | 'people'>

export type PeriodAmounts = Amounts & { periodId: PeriodId }

const nothing: Amounts = { value: null, numerator: null, denominator: null, people: null }

const plus = (left: number | null, right: number | null): number | null =>
  left === null ? right : right === null ? left : left + right

/** Part by part, treating null as "not given": never as zero, so that nothing plus nothing is nothing. */
function together(all: readonly Amounts[]): Amounts {
  return all.reduce<Amounts>(
    (sum, next) => ({
      value: plus(sum.value, next.value),
      numerator: plus(sum.numerator, next.numerator),
      denominator: plus(sum.denominator, next.denominator),
      people: plus(sum.people, next.people),
    }),
    nothing,
  )
}

/** A pair counts only whole: half of one would bend the ratio. */
const whole = (amounts: Amounts): boolean => (amounts.numerator === null) === (amounts.denominator === null)

/** One figure for many places in one period: sums, or the ratio of sums. Null parts where nothing was given. */
export function overPlaces(
  definition: Pick<IndicatorDefinition, 'overPlace'>,
  places: readonly Amounts[],
): Amounts {
  return definition.overPlace === 'none' ? nothing : together(places.filter(whole))
}

/**
 * One figure for many periods of one place. `distinct` and `last` take the latest period that has one,
 * `first` the earliest, `rate` sums numerators over the latest denominator.
 */
export function overPeriods(
  definition: Pick<IndicatorDefinition, 'overTime'>,
  periods: readonly PeriodAmounts[],
): Amounts {
  const given = periods
    .filter((amounts) => whole(amounts) && (amounts.value !== null || amounts.denominator !== null))
    .toSorted((left, right) => comparePeriods(left.periodId, right.periodId))
  switch (definition.overTime) {
    case 'sum':
    case 'ratio':
      return together(given)
    case 'last':
    case 'distinct':
      return amountsOf(given.at(-1))
    case 'first':
      return amountsOf(given[0])
    case 'rate': {
      const latest = amountsOf(given.at(-1))
      return { ...latest, numerator: together(given).numerator }
    }
    case 'none':
      return nothing
  }
}

function amountsOf(amounts: Amounts | undefined): Amounts {
  if (!amounts) return nothing
  const { value, numerator, denominator, people } = amounts
  return { value, numerator, denominator, people }
}

/**
 * Many places over many periods: each place over time first, then the places together, so that people
 * counted once in a place stay counted once.
 */
export function overPlacesAndPeriods(
  definition: Pick<IndicatorDefinition, 'overTime' | 'overPlace'>,
  places: readonly (readonly PeriodAmounts[])[],
): Amounts {
  return overPlaces(
    definition,
    places.map((periods) => overPeriods(definition, periods)),
  )
}

/**
 * Keeps the periods inside the window of `distinct` that the last of them lies in. A quarter that lies in two academic
 * years belongs to the one that it ends in.
 */
export function withinWindow<T extends { periodId: PeriodId }>(
  definition: Pick<IndicatorDefinition, 'distinctWindow'>,
  periods: readonly T[],
): T[] {
  const latest = periods.toSorted((left, right) => comparePeriods(left.periodId, right.periodId)).at(-1)
  const { distinctWindow } = definition
  if (!latest || distinctWindow === null || distinctWindow === 'grant') return [...periods]
  const yearOf = (id: PeriodId) =>
    distinctWindow === 'academic-year' ? academicYearsOf(id).at(-1) : periodOf(id).year
  const year = yearOf(latest.periodId)
  return periods.filter(({ periodId }) => yearOf(periodId) === year)
}
