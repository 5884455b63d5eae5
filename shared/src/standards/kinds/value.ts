/** Clause 12, Value: spend against award, profile and delivery. Money is in pence. */
import { isForecast, isSpend, type IndicatorDefinition } from '../../framework/indicators.ts'
import { figureLocator } from '../../locators.ts'
import { nextPeriod, periodMonths, periodOf, yearLabel } from '../../periods.ts'
import type { FindingInput } from '../finding.ts'
import { soundPart, type Fault, type PreparedInput } from '../prepared-input.ts'
import { inSentence, listWords, numberWords } from '../words.ts'
import {
  amountsIn,
  amountsOver,
  awardFor,
  periodsOfYear,
  thisYear,
  type PeriodFigures,
} from './reporting-year.ts'
import type { RuleOf } from './rule-of.ts'

type Spent = { definition: IndicatorDefinition; periods: PeriodFigures[]; pence: number; award: number }

const pounds = (pence: number): string => numberWords(pence, { measure: 'money' })
const percent = (share: number): string => `${Math.round(share * 100)}%`
const awardSeen = (award: number): FindingInput => ({
  locator: '',
  part: 'award',
  label: 'Award',
  value: award,
})

/** 12.1: spend is more than the award, over the latest years in which both are wholly on record. */
export function overspent(prepared: PreparedInput): Fault[] {
  const definition = prepared.input.asked.find(isSpend)
  if (!definition) return []
  const { years, periods, pence, award } = onRecord(prepared, definition)
  if (years.length === 0 || pence <= award) return []
  return [
    {
      ...placeOf(definition),
      inputs: [...seenSpend(prepared, { definition, periods }), awardSeen(award)],
      message: `${definition.label} comes to ${pounds(pence)} over ${listWords(years)}, more than the award of ${pounds(award)}.`,
      fix: 'Check the spend of each period. If it is right, speak to the VRU before you file.',
    },
  ]
}

const placeOf = ({ indicator }: IndicatorDefinition) => ({ locator: figureLocator(indicator), part: 'value' })

/**
 * The longest run of years, ending with this one, in which the award and all spend are known. Nothing is
 * spent in a year before the grant begins, so that its award is there for the next.
 */
function onRecord(prepared: PreparedInput, definition: IndicatorDefinition) {
  const run = { years: [] as string[], periods: [] as PeriodFigures[], pence: 0, award: 0 }
  for (let year = thisYear(prepared); ; year--) {
    const award = awardFor(prepared, year)
    const periods = periodsOfYear(prepared, year)
    if (award === null || periods === null) return run
    const spent = periods.length === 0 ? 0 : amountsOver(prepared, definition, periods)?.value
    if (typeof spent !== 'number') return run
    run.years.unshift(yearLabel(year))
    run.periods.unshift(...periods)
    run.pence += spent
    run.award += award
  }
}

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

/** Spend of this year with the money there is for it; null where either is not wholly on record. */
function thisYearsSpend(prepared: PreparedInput): Spent | null {
  const definition = prepared.input.asked.find(isSpend)
  const award = yearsAward(prepared)
  const periods = periodsOfYear(prepared, thisYear(prepared))
  if (!definition || !award || !periods) return null
  const spent = amountsOver(prepared, definition, periods)?.value
  return typeof spent === 'number' ? { definition, periods, pence: spent, award } : null
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

/** 12.2: spend of the year is far from its profile, or the forecast leaves much of the award unspent. */
export function spendOffProfile(prepared: PreparedInput, rule: RuleOf<'spend-off-profile'>): Fault[] {
  return [...offProfile(prepared, rule), ...forecastUnder(prepared, rule)]
}

function offProfile(prepared: PreparedInput, { points }: RuleOf<'spend-off-profile'>): Fault[] {
  const spent = thisYearsSpend(prepared)
  const profile = spent && prepared.input.profiles[prepared.input.periodId]?.[spent.definition.indicator]
  if (!spent || typeof profile !== 'number') return []
  const { definition, pence, award } = spent
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
  const award = yearsAward(prepared)
  if (!definition || !award) return []
  const place = placeOf(definition)
  const forecast = soundPart(definition, prepared.figures()[place.locator], 'value')
  if (forecast === null || forecast >= (1 - underspend) * award - 1e-6) return []
  return [
    {
      ...place,
      inputs: [{ ...place, label: definition.label, value: forecast }, awardSeen(award)],
      message: `${definition.label} is ${pounds(forecast)}, which leaves ${percent(1 - forecast / award)} of the award of ${pounds(award)} unspent.`,
      fix: 'Check the forecast, or say what will not be spent and why, so that it can be put to use.',
    },
  ]
}

/** 12.3: the share of the year's award that is spent is far from the share of its profile that is delivered. */
export function spendAndDeliveryApart(
  prepared: PreparedInput,
  { points }: RuleOf<'spend-and-delivery-apart'>,
): Fault[] {
  const spent = thisYearsSpend(prepared)
  if (!spent) return []
  const delivered = deliveredShares(prepared, spent.periods)
  if (delivered.length === 0) return []
  const share = delivered.reduce((sum, one) => sum + one.share, 0) / delivered.length
  const spentShare = spent.pence / spent.award
  if (Math.abs(spentShare - share) <= points + 1e-9) return []
  const names = delivered.map(({ definition }) => inSentence(definition.label))
  return [
    {
      ...placeOf(spent.definition),
      inputs: [
        ...seenSpend(prepared, spent),
        awardSeen(spent.award),
        ...delivered.map(({ definition, done }) => ({
          ...placeOf(definition),
          part: 'so-far',
          label: `${definition.label}, so far this year`,
          value: done,
        })),
      ],
      message: `${spent.definition.label} is ${percent(spentShare)} of the year's award, while ${percent(share)} of the year's profile is delivered (${listWords(names)}).`,
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
