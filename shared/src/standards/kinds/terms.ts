/** The terms of identities: the number that one part of one indicator has, in one period or over a year. */
import type { Figure, Figures } from '../../figures.ts'
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import type { Term } from '../../framework/identities.ts'
import { figureLocator, readLocator } from '../../locators.ts'
import { nextPeriod, periodOf, type PeriodId } from '../../periods.ts'
import type { PastPeriod } from '../check-input.ts'
import type { FindingInput } from '../finding.ts'
import { isSameSeries } from '../observations.ts'
import { once, soundPart, type PreparedInput } from '../prepared-input.ts'
import { inSentence, partName } from '../words.ts'

export type IdentityTerm = Term

/** The periods that terms speak of. */
export type TermPeriods = {
  value: (term: IdentityTerm) => number | null
  /** Whether this is the first period of its year, a later one whose year is on record, or neither for certain. */
  yearPlace: () => 'first' | 'later' | 'unknown'
}

type FiguresAt = {
  past: PastPeriod | null
  figures: Figures
  bySetting: () => ReadonlyMap<string, readonly Figure[]>
}

/**
 * Reads terms against the periods of a return. A term is null, so that its identity does not apply, when
 * its figure is blank, not asked, or not sound; when a setting that takes part has not given it; when a major
 * change of its definition lies between; or when an earlier period of the year, or of the grant, is not accepted yet, so that what it came to by now is
 * not on record. `year-first` needs no more than the periods that are: whoever was active when the first of
 * them began belongs to the year, so that "at least" holds.
 */
export function readTerms(prepared: PreparedInput): TermPeriods {
  const here = once(() => figuresAt(prepared.figures(), null))
  const last = once(() => {
    const past = prepared.last() ?? null
    return figuresAt(past?.figures ?? {}, past)
  })
  const { periodId } = prepared.input
  const year = once(() => acceptedBefore(prepared, 'year'))
  const grant = once(() => acceptedBefore(prepared, 'grant'))
  const yearPlace = once(() => {
    if (opensYear(prepared, periodId)) return 'first'
    return year().periods.length > 0 ? 'later' : 'unknown'
  })
  const yearSoFar = (): FiguresAt[] => (yearPlace() === 'unknown' ? [] : [...year().periods, here()])
  const whole = (isWhole: boolean, { periods }: Run): FiguresAt[] => (isWhole ? [...periods, here()] : [])
  const periods: Record<IdentityTerm['at'], () => FiguresAt[]> = {
    this: () => [here()],
    last: () => [last()],
    'year-first': () => yearSoFar().slice(0, 1),
    'year-to-date': () => whole(opensYear(prepared, year().from), year()),
    'grant-to-date': () => whole(opensGrant(prepared, grant().from), grant()),
  }
  const value = (term: IdentityTerm): number | null => {
    const definition = prepared.definitions().get(term.indicator)
    const at = periods[term.at]()
    if (!definition) return null
    return total(at.map((figures) => partAt(prepared, { term, definition }, figures, figures === here())))
  }
  return { value, yearPlace }
}

/** Periods on record without a gap up to this one: those before it, earliest first, and where they begin. */
type Run = { periods: FiguresAt[]; from: PeriodId }

/** The accepted periods before this one, of its year or of the whole grant; none when one is wanting between. */
function acceptedBefore({ input }: PreparedInput, within: 'year' | 'grant'): Run {
  const { year } = periodOf(input.periodId)
  const run: Run = { periods: [], from: input.periodId }
  for (const past of input.history) {
    const { periodId, figures } = past
    if (within === 'year' && periodOf(periodId).year !== year) break
    if (nextPeriod(periodId) !== run.from) return { periods: [], from: input.periodId }
    run.periods.unshift(figuresAt(figures, past))
    run.from = periodId
  }
  return run
}

const opensYear = (prepared: PreparedInput, id: PeriodId): boolean =>
  periodOf(id).ordinal === 1 || opensGrant(prepared, id)

/**
 * Whether nothing came before a period: the grant, or the programme itself, begins in it. History is cut
 * after some periods, so that having none before proves nothing.
 */
function opensGrant({ input: { asked, grant } }: PreparedInput, id: PeriodId): boolean {
  if (grant !== null && periodOf(id).startsOn <= grant.startsOn) return true
  return asked.every(({ effectiveFrom }) => effectiveFrom === id)
}

const figuresAt = (figures: Figures, past: PastPeriod | null): FiguresAt => ({
  past,
  figures,
  bySetting: once(() => settingFigures(figures)),
})

function settingFigures(figures: Figures): ReadonlyMap<string, readonly Figure[]> {
  const bySetting = new Map<string, Figure[]>()
  for (const [locator, figure] of Object.entries(figures)) {
    if (!locator.includes('@')) continue
    const place = readLocator(locator)
    if (place.kind !== 'figure' || place.dimension !== null) continue
    const together = bySetting.get(place.indicator)
    if (together) together.push(figure)
    else bySetting.set(place.indicator, [figure])
  }
  return bySetting
}

function total(numbers: readonly (number | null)[]): number | null {
  if (numbers.length === 0 || numbers.includes(null)) return null
  return numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0)
}

function partAt(
  prepared: PreparedInput,
  { term, definition }: { term: IdentityTerm; definition: IndicatorDefinition },
  { past, figures, bySetting }: FiguresAt,
  isThis: boolean,
): number | null {
  if (past && !isSameSeries(definition, past, prepared.input.seriesFrom)) return null
  if (term.over === 'authority')
    return soundPart(definition, figures[figureLocator(term.indicator)], term.part)
  const together = isThis
    ? prepared.input.settings.map(({ urn }) => figures[figureLocator(term.indicator, { urn })])
    : (bySetting().get(term.indicator) ?? [])
  // "Not applicable" in a setting adds nothing; a blank one leaves the sum unknown.
  const counted = together.filter((figure) => figure?.missing !== 'z')
  return total(counted.map((figure) => soundPart(definition, figure, term.part)))
}

const when: Record<IdentityTerm['at'], string> = {
  this: '',
  last: ' last period',
  'year-first': " in the year's first period",
  'year-to-date': ', year to date',
  'grant-to-date': ', since the grant began',
}

/** A term as an input that a check saw: "sessions attended last period". */
export function seenTerm(prepared: PreparedInput, term: IdentityTerm, value: number | null): FindingInput {
  const definition = prepared.definitions().get(term.indicator)
  const name = definition ? partName(definition, term.part) : term.indicator
  const over = term.over === 'settings' ? ', settings together' : ''
  return {
    locator: figureLocator(term.indicator),
    part: term.part,
    label: `${inSentence(name)}${over}${when[term.at]}`,
    value,
  }
}
