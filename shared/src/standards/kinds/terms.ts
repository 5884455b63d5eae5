/** The terms of identities: the number that one part of one indicator has, in one period or over a year. */
import type { Figure, Figures } from '../../figures.ts'
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import type { Term } from '../../framework/identities.ts'
import { figureLocator, readLocator } from '../../locators.ts'
import { nextPeriod, periodOf } from '../../periods.ts'
import type { FindingInput } from '../finding.ts'
import { once, soundPart, type PreparedInput } from '../prepared-input.ts'
import { inSentence, partName } from '../words.ts'

export type IdentityTerm = Term

/** The periods that terms speak of. */
export type TermPeriods = {
  value: (term: IdentityTerm) => number | null
  /** Whether this is the first period of its year, a later one whose year is on record, or neither for certain. */
  yearPlace: () => 'first' | 'later' | 'unknown'
}

type FiguresAt = { figures: Figures; bySetting: () => ReadonlyMap<string, readonly Figure[]> }

/**
 * Reads terms against the periods of a return. A term is null, so that its identity does not apply, when
 * its figure is blank, not asked, or not sound; when a setting that takes part has not given it; or when
 * an earlier period of the year is not accepted yet, so that the year to date is not on record.
 */
export function readTerms(prepared: PreparedInput): TermPeriods {
  const here = once(() => figuresAt(prepared.figures()))
  const last = once(() => figuresAt(prepared.last()?.figures ?? {}))
  const earlier = once(() => acceptedBefore(prepared, 'year'))
  const grant = once(() => acceptedBefore(prepared, 'grant'))
  // Without history a first return looks like one whose forerunners are not accepted yet, unless the
  // programme itself begins here.
  const isFirstEver = once(() =>
    prepared.input.asked.every(({ effectiveFrom }) => effectiveFrom === prepared.input.periodId),
  )
  const yearPlace = once(() => {
    if (periodOf(prepared.input.periodId).ordinal === 1 || isFirstEver()) return 'first'
    return earlier().length > 0 ? 'later' : 'unknown'
  })
  const yearSoFar = (): FiguresAt[] => (yearPlace() === 'unknown' ? [] : [...earlier(), here()])
  const periods: Record<IdentityTerm['at'], () => FiguresAt[]> = {
    this: () => [here()],
    last: () => [last()],
    'year-first': () => yearSoFar().slice(0, 1),
    'year-to-date': yearSoFar,
    'grant-to-date': () => (grant().length > 0 || isFirstEver() ? [...grant(), here()] : []),
  }
  const value = (term: IdentityTerm): number | null => {
    const definition = prepared.definitions().get(term.indicator)
    const at = periods[term.at]()
    if (!definition) return null
    return total(at.map((figures) => partAt(prepared, { term, definition }, figures, figures === here())))
  }
  return { value, yearPlace }
}

/**
 * The accepted periods before this one, of its year or of the whole grant, earliest first; none when one
 * is wanting between.
 */
function acceptedBefore({ input }: PreparedInput, within: 'year' | 'grant'): FiguresAt[] {
  const { year } = periodOf(input.periodId)
  const earlier: FiguresAt[] = []
  let following = input.periodId
  for (const { periodId, figures } of input.history) {
    if (within === 'year' && periodOf(periodId).year !== year) break
    if (nextPeriod(periodId) !== following) return []
    earlier.unshift(figuresAt(figures))
    following = periodId
  }
  return earlier
}

const figuresAt = (figures: Figures): FiguresAt => ({
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
  { figures, bySetting }: FiguresAt,
  isThis: boolean,
): number | null {
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
