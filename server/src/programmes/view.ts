/** A programme's evidence for one period: who is in, each indicator by its own rule, actual against profile. */
import { showNumber, showRatio } from '@inclusion/shared/figures'
import { isEnded, isPair, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { comparePeriods, periodLabel, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { amountOf, peopleOf, rate, type Rating } from '@inclusion/shared/ratings'
import type { ReturnStatus } from '@inclusion/shared/returns'
import { overPlaces, overPlacesAndPeriods, type Amounts } from '@inclusion/shared/roll-up'
import { today, type Context } from '../context.ts'
import { definitionsInForce } from '../framework/store.ts'
import { listReturns } from '../returns/store.ts'
import { amountsBySetting, isOfWholeRoll, type CountedOnce } from './by-setting.ts'
import { findComparators, type Comparator } from './comparators.ts'
import { findSpans, isInSpan } from './series-spans.ts'
import {
  findOpenPeriods,
  findProfiles,
  findRollUps,
  findSeries,
  type InAllBoroughs,
  type ProfileRow,
  type RolledUp,
  type SettingAmounts,
} from './store.ts'

export type IndicatorEvidence = {
  code: string
  label: string
  section: string
  kind: IndicatorDefinition['kind']
  measure: IndicatorDefinition['measure']
  polarity: IndicatorDefinition['polarity']
  overTime: IndicatorDefinition['overTime']
  overPlace: IndicatorDefinition['overPlace']
  derivation: IndicatorDefinition['derivation']
  /** Where the people behind a figure are counted. */
  people: IndicatorDefinition['people']
  /** Settings that reported their whole roll to several boroughs in the period: it counts once below. */
  countedOnce: number
  /** All boroughs together, in the period and in the financial year to its end. */
  period: Amounts
  yearToDate: Amounts
  /** The period of the year in which a major change began the series anew: the year is told from there. */
  since: { id: PeriodId; label: string } | null
  shown: string
  shownYearToDate: string
  boroughs: number
  /** The boroughs' profiles together, of those that reported; null where there is none. */
  profile: number | null
  rating: Rating
  series: ({ periodId: PeriodId; label: string; boroughs: number } & Amounts)[]
}

export type ProgrammeView = {
  programme: { code: string; name: string; summary: string }
  period: { id: PeriodId; label: string }
  periods: { id: PeriodId; label: string }[]
  completeness: {
    gssCode: string
    name: string
    subregion: 'Inner' | 'Outer'
    returnId: string
    status: ReturnStatus
    dueOn: string
    /** When its first version was submitted: one that is reopened later was in on that day all the same. */
    submittedAt: string | null
    acceptedAt: string | null
    /** Whether accepted figures stand, even while the return is open again. */
    hasAccepted: boolean
    /** The version of the return that the totals below use; null while none was accepted. */
    version: number | null
    /** Whether a version that may take its place is being made, or waits for RMEL. */
    newerUnderWay: boolean
  }[]
  /** The version of each borough's return that the totals use, in each period of the year to date. */
  versionsUsed: { gssCode: string; periodId: PeriodId; version: number }[]
  indicators: IndicatorEvidence[]
  comparators: Comparator[]
}

/** Throws `not-found` for a programme or period that does not exist. */
export async function viewProgramme(
  context: Context,
  code: string,
  wanted: PeriodId | undefined,
): Promise<ProgrammeView> {
  const { db } = context
  const programme = await db
    .selectFrom('programmes')
    .select(['code', 'name', 'summary'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (!programme) throw new Problem('not-found')
  const periods = await findOpenPeriods(db, code, today(context))
  const series = await findSeries(db, code)
  const period = wanted ?? latestMostlyIn(series) ?? periods.at(-1)
  if (!period || !periods.includes(period)) throw new Problem('not-found')
  const periodIds = periods.filter((id) => sameYearUpTo(id, period))
  const spans = await findSpans(db, code, period)
  const isOfSeries = (row: { indicator: string; periodId: PeriodId }) =>
    isInSpan(spans.get(row.indicator), row.periodId)
  const rows = (await findRollUps(db, code, periodIds)).filter(isOfSeries)
  const definitions = await definitionsInForce(db, code, period)
  const asked = { programme: code, period, periodIds, periods, definitions, isOfSeries }
  const bySetting = await amountsBySetting(db, asked)
  const byIndicator = Map.groupBy(rows, ({ indicator }) => indicator)
  const profileOf = Map.groupBy(await findProfiles(db, code, period), ({ indicator }) => indicator)
  const seriesOf = Map.groupBy(series.filter(isOfSeries), ({ indicator }) => indicator)
  return {
    programme,
    period: named(period),
    periods: periods.map(named),
    completeness: await completenessOf(context, code, period, rows),
    versionsUsed: versionsIn(rows),
    indicators: definitions
      .filter(({ definition }) => definition.measure !== 'text' && !isEnded(definition))
      .map(({ definition }) => {
        const { indicator } = definition
        const given = {
          rows: byIndicator.get(indicator) ?? [],
          settings: bySetting.get(indicator) ?? null,
          profiles: profileOf.get(indicator) ?? [],
          series: seriesOf.get(indicator) ?? [],
          period,
          since: periodIds.find((id) => id === spans.get(indicator)?.from && id !== periodIds[0]) ?? null,
        }
        return evidenceOf(definition, given)
      }),
    comparators: await findComparators(db, { programme: code }),
  }
}

const named = (id: PeriodId) => ({ id, label: periodLabel(id) })

/** The latest period in which at least half as many boroughs are in as in the fullest. */
function latestMostlyIn(series: readonly InAllBoroughs[]): PeriodId | undefined {
  const fullest = Math.max(0, ...series.map(({ boroughs }) => boroughs))
  const mostlyIn = series.filter(({ boroughs }) => boroughs * 2 >= fullest)
  return [...new Set(mostlyIn.map(({ periodId }) => periodId))].toSorted(comparePeriods).at(-1)
}

/**
 * `rows`: each borough, from the beginning of the year to the period; `settings`: each setting so, where
 * the year goes setting by setting. Of a whole roll, all periods there are.
 */
type Given = {
  rows: RolledUp[]
  settings: CountedOnce | null
  profiles: ProfileRow[]
  series: InAllBoroughs[]
  period: PeriodId
  since: PeriodId | null
}

function evidenceOf(
  definition: IndicatorDefinition,
  { rows, settings, profiles, series, period, since }: Given,
): IndicatorEvidence {
  const inPeriod = rows.filter(({ periodId }) => periodId === period)
  const places = [...Map.groupBy(rows, ({ gssCode }) => gssCode).values()]
  // A rating compares like with like: the year to date of the boroughs whose profile it is.
  const reported = places.filter((ofPlace) => ofPlace.some(({ periodId }) => periodId === period))
  const once = settings && isOfWholeRoll(definition) ? settings.amounts : null
  const now = overPlaces(definition, once?.filter(({ periodId }) => periodId === period) ?? inPeriod)
  const yearToDate = overPlacesAndPeriods(
    definition,
    settings ? eachSetting(settings, { once: once !== null, period }) : places,
  )
  const profile = profileOf(definition, inPeriod, profiles)
  const isSum = definition.overTime === 'sum'
  const cumulative = isSum ? overPlacesAndPeriods(definition, reported) : now
  return {
    code: definition.indicator,
    label: definition.label,
    section: definition.section,
    kind: definition.kind,
    measure: definition.measure,
    polarity: definition.polarity,
    overTime: definition.overTime,
    overPlace: definition.overPlace,
    derivation: definition.derivation,
    period: now,
    yearToDate,
    since: since === null ? null : named(since),
    shown: show(definition, now),
    shownYearToDate: show(definition, yearToDate),
    boroughs: inPeriod.length,
    profile,
    rating: rate(definition, {
      // A part of the year says nothing of a profile of all of it.
      actual: isSum && since ? null : amountOf(definition, cumulative),
      profile,
      people: peopleOf(definition, cumulative),
    }),
    series: seriesInOrder(definition, series, once),
    people: definition.people,
    countedOnce: new Set(
      settings?.again.flatMap(({ periodId, urn }) => (periodId === period && urn !== null ? [urn] : [])),
    ).size,
  }
}

/** The year of each setting: by borough, or over boroughs where it counts once. */
function eachSetting(
  { amounts }: CountedOnce,
  { once, period }: { once: boolean; period: PeriodId },
): SettingAmounts[][] {
  const inYear = amounts.filter(({ periodId }) => sameYearUpTo(periodId, period))
  const keyOf = ({ gssCode, urn }: SettingAmounts) => (once && urn !== null ? urn : `${gssCode} ${urn}`)
  return [...Map.groupBy(inYear, keyOf).values()]
}

/** The same financial (or academic) year, up to and with the period. */
const sameYearUpTo = (periodId: PeriodId, period: PeriodId): boolean =>
  periodOf(periodId).year === periodOf(period).year && comparePeriods(periodId, period) <= 0

function seriesInOrder(
  definition: IndicatorDefinition,
  series: readonly InAllBoroughs[],
  once: readonly SettingAmounts[] | null,
): IndicatorEvidence['series'] {
  if (definition.overPlace === 'none') return []
  const amountsIn = Map.groupBy(once ?? [], ({ periodId }) => periodId)
  return series
    .toSorted((left, right) => comparePeriods(left.periodId, right.periodId))
    .map(({ indicator: _indicator, ...inAll }) => ({
      ...inAll,
      ...(once && overPlaces(definition, amountsIn.get(inAll.periodId) ?? [])),
      label: periodLabel(inAll.periodId),
    }))
}

/**
 * The profile of the boroughs that reported: added up for amounts; for a level, weighted by each
 * borough's own denominator, so that it is the level they would reach together.
 */
function profileOf(
  definition: IndicatorDefinition,
  inPeriod: RolledUp[],
  profiles: ProfileRow[],
): number | null {
  const wanted = new Map(profiles.map(({ gssCode, value }) => [gssCode, value]))
  const known = inPeriod.filter(({ gssCode }) => wanted.has(gssCode))
  if (known.length === 0) return null
  if (!isPair(definition.measure)) return known.reduce((sum, { gssCode }) => sum + wanted.get(gssCode)!, 0)
  const weight = known.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)
  if (weight === 0) return null
  return (
    known.reduce((sum, { gssCode, denominator }) => sum + wanted.get(gssCode)! * (denominator ?? 0), 0) /
    weight
  )
}

function show({ measure }: IndicatorDefinition, amounts: Amounts): string {
  if (isPair(measure)) return showRatio(amounts, measure) ?? 'Nothing reported'
  return amounts.value === null ? 'Nothing reported' : showNumber(amounts.value, measure)
}

async function completenessOf({ db }: Context, programme: string, periodId: PeriodId, rows: RolledUp[]) {
  const inPeriod = rows.filter((row) => row.periodId === periodId)
  const versions = new Map(inPeriod.map(({ gssCode, version }) => [gssCode, version]))
  const heads = await listReturns(db, { programme, periodId })
  return heads.map(
    ({ id, gssCode, authorityName, subregion, status, dueOn, firstSubmittedAt, acceptedAt }) => ({
      gssCode,
      name: authorityName,
      subregion,
      returnId: id,
      status,
      dueOn,
      submittedAt: firstSubmittedAt,
      acceptedAt,
      hasAccepted: versions.has(gssCode),
      version: versions.get(gssCode) ?? null,
      newerUnderWay: versions.has(gssCode) && status !== 'accepted',
    }),
  )
}

/** Every row of one return is of one version: each is named once, by period and then by borough. */
function versionsIn(rows: readonly RolledUp[]): ProgrammeView['versionsUsed'] {
  const used = new Map(
    rows.map(({ gssCode, periodId, version }) => [`${periodId} ${gssCode}`, { gssCode, periodId, version }]),
  )
  return [...used].toSorted(([left], [right]) => left.localeCompare(right)).map(([, each]) => each)
}
