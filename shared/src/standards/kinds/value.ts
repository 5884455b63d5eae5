/** Clause 12, Value: spend against award, profile and delivery. Money is in pence. */
import { isForecast, isSpend, type IndicatorDefinition } from '../../framework/indicators.ts'
import { figureLocator } from '../../locators.ts'
import {
  nextPeriod,
  periodMonths,
  periodOf,
  previousPeriod,
  yearLabel,
  type PeriodId,
} from '../../periods.ts'
import { addDays, type LocalDate } from '../../time.ts'
import type { FindingInput } from '../finding.ts'
import { soundPart, type Fault, type PreparedInput } from '../prepared-input.ts'
import { inSentence, listWords, numberWords } from '../words.ts'
import {
  amountsIn,
  amountsOver,
  awardFor,
  periodsOfYear,
  thisPeriod,
  thisYear,
  type PeriodFigures,
} from './reporting-year.ts'
import type { RuleOf } from './rule-of.ts'

type PeriodSpend = { periodId: PeriodId; pence: number | null }
type Spent = { definition: IndicatorDefinition; periods: PeriodFigures[]; pence: number }

const pounds = (pence: number): string => numberWords(pence, { measure: 'money' })
const percent = (share: number): string => `${Math.round(share * 100)}%`
const awardSeen = (award: number): FindingInput => ({
  locator: '',
  part: 'award',
  label: 'Award',
  value: award,
})

/**
 * 12.1: the spend on record, which is the least that was spent, is more than all that was awarded by now.
 * Before and in a year whose award is not known neither is counted, so that only money carried over from
 * such a year could pay for more.
 */
export function overspent(prepared: PreparedInput): Fault[] {
  const definition = prepared.input.asked.find(isSpend)
  const awarded = awardedByNow(prepared)
  if (!definition || awarded === null) return []
  const spent = spendAfter(prepared, definition, awarded.unknown.at(-1) ?? '')
  const pence = spent.reduce((sum, one) => sum + (one.pence ?? 0), 0)
  if (pence <= awarded.pence) return []
  const least = spent.every((one) => one.pence !== null) ? '' : 'at least '
  const { words, advice } = unknownWords(awarded.unknown)
  return [
    {
      ...placeOf(definition),
      inputs: [
        ...spent.map((one) => ({
          ...placeOf(definition),
          label: `${definition.label}, ${periodMonths(one.periodId)}`,
          value: one.pence,
        })),
        awardSeen(awarded.pence),
      ],
      message: `${definition.label} to date comes to ${least}${pounds(pence)}, more than the ${pounds(awarded.pence)} awarded for ${listWords(awarded.years)}.${words}`,
      fix: `Check the spend of each period. If it is right, speak to the VRU before you file.${advice}`,
    },
  ]
}

function unknownWords(years: readonly string[]): { words: string; advice: string } {
  if (years.length === 0) return { words: '', advice: '' }
  const listed = listWords(years)
  return {
    words: ` What was awarded for ${listed} is not on record, so no spend up to then is counted.`,
    advice: ` Say so too if money of ${listed} was carried over.`,
  }
}

type Awarded = { pence: number; years: string[]; unknown: string[] }

/**
 * What was awarded up to and including this financial year, after the last year whose amount is not known;
 * null where there is no such line. A year without a line adds nothing.
 */
function awardedByNow({ input: { grant, periodId } }: PreparedInput): Awarded | null {
  const now = financialYearOf(addDays(periodOf(periodId).endsBefore, -1))
  const lines = grant?.awards.filter(({ financialYear }) => financialYear <= now) ?? []
  const yearsOf = (of: typeof lines) => [...new Set(of.map(({ financialYear }) => financialYear))].toSorted()
  const unknown = yearsOf(lines.filter(({ pence }) => pence === null))
  const known = lines.filter(({ financialYear }) => financialYear > (unknown.at(-1) ?? ''))
  if (known.length === 0) return null
  return { pence: known.reduce((sum, { pence }) => sum + (pence ?? 0), 0), years: yearsOf(known), unknown }
}

const financialYearOf = (date: LocalDate): string =>
  yearLabel(Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0))

/** Spend in each period of the grant after a financial year (all of them after ''): null where unknown. */
function spendAfter(prepared: PreparedInput, definition: IndicatorDefinition, year: string): PeriodSpend[] {
  const { grant, periodId, history } = prepared.input
  const spent: PeriodSpend[] = []
  if (grant === null) return spent
  for (let id = periodId; periodOf(id).endsBefore > grant.startsOn; id = previousPeriod(id)) {
    if (financialYearOf(periodOf(id).startsOn) <= year) break
    const period = id === periodId ? thisPeriod(prepared) : history.find((past) => past.periodId === id)
    const pence = period ? (amountsIn(prepared, definition, period)?.value ?? null) : null
    spent.unshift({ periodId: id, pence })
  }
  return spent
}

const placeOf = ({ indicator }: IndicatorDefinition) => ({ locator: figureLocator(indicator), part: 'value' })

function seenSpend(
  prepared: PreparedInput,
  { definition, periods }: Pick<Spent, 'definition' | 'periods'>,
): FindingInput[] {
  return periods.map((period) => ({
    ...placeOf(definition),
    label: `${definition.label}, ${periodMonths(period.periodId)}`,
    value: amountsIn(prepared, definition, period)?.value ?? null,
  }))
}

/** Spend of this year so far; null where it is not wholly on record. */
function thisYearsSpend(prepared: PreparedInput): Spent | null {
  const definition = prepared.input.asked.find(isSpend)
  const periods = periodsOfYear(prepared, thisYear(prepared))
  if (!definition || !periods) return null
  const spent = amountsOver(prepared, definition, periods)?.value
  return typeof spent === 'number' ? { definition, periods, pence: spent } : null
}

/**
 * The money there is for this year: what its profile has spent by the year's end, else the award. A grant
 * may plan some of its award for a later year.
 */
function yearsMoney(
  prepared: PreparedInput,
): { pence: number; isPlanned: boolean; seen: FindingInput } | null {
  const definition = prepared.input.asked.find(isSpend)
  const planned = definition && prepared.input.profiles[lastOfYear(prepared)]?.[definition.indicator]
  if (definition && planned) {
    const seen = {
      ...placeOf(definition),
      part: 'profile',
      label: 'Profile of spend for the year',
      value: planned,
    }
    return { pence: planned, isPlanned: true, seen }
  }
  const award = yearsAward(prepared)
  return award ? { pence: award, isPlanned: false, seen: awardSeen(award) } : null
}

/** The award for this year, with what was awarded for years before the grant began. */
function yearsAward(prepared: PreparedInput): number | null {
  let award = awardFor(prepared, thisYear(prepared))
  for (let year = thisYear(prepared) - 1; award !== null; year--) {
    if (periodsOfYear(prepared, year)?.length !== 0) return award
    const isAwarded = prepared.input.grant?.awards.some(
      ({ financialYear }) => financialYear === yearLabel(year),
    )
    if (!isAwarded) return award
    const earlier = awardFor(prepared, year)
    award = earlier === null ? null : award + earlier
  }
  return award
}

/** 12.2: spend of the year is far from its profile, or the forecast leaves much of the year's money unspent. */
export function spendOffProfile(prepared: PreparedInput, rule: RuleOf<'spend-off-profile'>): Fault[] {
  return [...offProfile(prepared, rule), ...forecastUnder(prepared, rule)]
}

function offProfile(prepared: PreparedInput, { points }: RuleOf<'spend-off-profile'>): Fault[] {
  const spent = thisYearsSpend(prepared)
  const profile = spent && prepared.input.profiles[prepared.input.periodId]?.[spent.definition.indicator]
  const award = yearsAward(prepared)
  if (!spent || !award || typeof profile !== 'number') return []
  const { definition, pence } = spent
  const off = (pence - profile) / award
  if (Math.abs(off) <= points + 1e-9) return []
  return [
    {
      ...placeOf(definition),
      inputs: [
        ...seenSpend(prepared, spent),
        { ...placeOf(definition), part: 'profile', label: 'Profile of spend', value: profile },
        awardSeen(award),
      ],
      message: `${definition.label} comes to ${pounds(pence)} so far this year, ${pounds(Math.abs(pence - profile))} ${off > 0 ? 'above' : 'below'} its profile of ${pounds(profile)}: ${percent(Math.abs(off))} of the award of ${pounds(award)}.`,
      fix: 'Check the spend of each period, or say why it differs and what you plan.',
    },
  ]
}

function forecastUnder(prepared: PreparedInput, { underspend }: RuleOf<'spend-off-profile'>): Fault[] {
  const definition = prepared.input.asked.find(isForecast)
  const money = yearsMoney(prepared)
  if (!definition || money === null) return []
  const place = placeOf(definition)
  const forecast = soundPart(definition, prepared.figures()[place.locator], 'value')
  if (forecast === null || forecast >= (1 - underspend) * money.pence - 1e-6) return []
  return [
    {
      ...place,
      inputs: [{ ...place, label: definition.label, value: forecast }, money.seen],
      message: `${definition.label} is ${pounds(forecast)}, which leaves ${percent(1 - forecast / money.pence)} of the ${money.isPlanned ? `${pounds(money.pence)} planned for the year` : `award of ${pounds(money.pence)}`} unspent.`,
      fix: 'Check the forecast, or say what will not be spent and why, so that it can be put to use.',
    },
  ]
}

/** 12.3: the share of the year's money that is spent is far from the share of its profile that is delivered. */
export function spendAndDeliveryApart(
  prepared: PreparedInput,
  { points }: RuleOf<'spend-and-delivery-apart'>,
): Fault[] {
  const spent = thisYearsSpend(prepared)
  const money = yearsMoney(prepared)
  if (!spent || money === null) return []
  const delivered = deliveredShares(prepared, spent.periods)
  if (delivered.length === 0) return []
  const share = delivered.reduce((sum, one) => sum + one.share, 0) / delivered.length
  const spentShare = spent.pence / money.pence
  if (Math.abs(spentShare - share) <= points + 1e-9) return []
  const names = delivered.map(({ definition }) => inSentence(definition.label))
  return [
    {
      ...placeOf(spent.definition),
      inputs: [
        ...seenSpend(prepared, spent),
        money.seen,
        ...delivered.map(({ definition, done }) => ({
          ...placeOf(definition),
          part: 'so-far',
          label: `${definition.label}, so far this year`,
          value: done,
        })),
      ],
      message: `${spent.definition.label} is ${percent(spentShare)} of ${money.isPlanned ? 'what is planned for the year' : "the year's award"}, while ${percent(share)} of the year's profile is delivered (${listWords(names)}).`,
      fix: 'Check both, or say what explains the difference.',
    },
  ]
}

/** Of each output that adds up and of which more is better: how much of the year's profile is done. */
function deliveredShares(prepared: PreparedInput, periods: readonly PeriodFigures[]) {
  const planned = prepared.input.profiles[lastOfYear(prepared)] ?? {}
  return prepared.input.asked.flatMap((definition) => {
    const { kind, overTime, polarity, measure, indicator } = definition
    const profile = planned[indicator]
    if (kind !== 'output' || overTime !== 'sum' || polarity !== 'more' || measure === 'money') return []
    const done = amountsOver(prepared, definition, periods)?.value
    return profile && typeof done === 'number' ? [{ definition, done, share: done / profile }] : []
  })
}

function lastOfYear(prepared: PreparedInput): string {
  let last = prepared.input.periodId
  while (periodOf(nextPeriod(last)).year === thisYear(prepared)) last = nextPeriod(last)
  return last
}
