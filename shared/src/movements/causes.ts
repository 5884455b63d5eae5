/** Why a measure is not what it was: the kinds of cause, and which of them a change has. Facts of arithmetic only. */
import { isPair, type IndicatorDefinition } from '../framework/indicators.ts'
import type { Figure, MissingReason } from '../figures.ts'
import type { LocalDate } from '../time.ts'
import { isGiven, levelOf, type Places } from './places.ts'
import { compositionOf, weighs, type Split } from './split.ts'

/** Why there is no figure on one side. */
export type Absence = 'not-asked' | 'not-given' | MissingReason

/** A setting whose part was recorded after the other filing, with effect from before the end of its period. */
export type LatePart = { urn: string; since: LocalDate }

export type Cause =
  | { kind: 'new' | 'removed'; why: Absence }
  /** Another edition. Not comparable across a major change: the series begins anew. */
  | { kind: 'definition'; comparable: boolean }
  /** Places that count on one side only, by URN; `''` is the authority's own. */
  | { kind: 'coverage'; joined: readonly string[]; left: readonly string[] }
  /** The same settings, which weigh otherwise. */
  | { kind: 'composition' }
  /** One side was corrected since it was accepted first. */
  | { kind: 'revised'; side: 'before' | 'after'; on: LocalDate; first: Figure | null }
  /** Both sides are of one period: the figure was given anew. */
  | { kind: 'revised'; side: 'between' }
  /** It includes what belongs to an earlier period, or that period lacks it: see `backdated.ts`. */
  | { kind: 'backdated'; said: boolean; parts: readonly LatePart[] }
  /** What is counted hardly moved; what it is counted out of did. */
  | { kind: 'denominator' }
  | { kind: 'words' }
  /** Only what stands beside the figure: its note, its evidence. */
  | { kind: 'note' }
  /** The same settings and the same definition: the figures themselves moved. */
  | { kind: 'real' }

export type CauseKind = Cause['kind']

/** What each is called on a page. */
export const causeNames: Record<CauseKind, string> = {
  new: 'New',
  removed: 'No figure now',
  definition: 'Definition',
  coverage: 'Coverage',
  composition: 'Mix of settings',
  revised: 'Revised',
  backdated: 'Backdated',
  denominator: 'Denominator',
  words: 'Rewritten',
  note: 'Note or evidence',
  real: 'Real change',
}

/** A numerator hardly moved where it moved by less than this share of its denominator's movement, as proportions. */
const hardly = 0.25

/** And by no more than this, whatever its denominator did: 5%, on the scale of growth. */
const little = Math.log(1.05)

/** What the arithmetic of decimals can leave where nothing moved. */
const noise = 1e-9

type Sides<Side> = { before: Side; after: Side }
type Measured = Pick<IndicatorDefinition, 'measure' | 'overPlace'>

/** The settings that count on one side only; null where they are the same, or where no setting gives the figure. */
export function coverageOf(definition: Measured, { before, after }: Sides<Places>): Cause | null {
  const ofSettings = [...before.keys(), ...after.keys()].some((place) => place !== '')
  if (!ofSettings) return null
  const counts = (places: Places, place: string) =>
    isPair(definition.measure) ? weighs(definition, places, place) : isGiven(definition, places.get(place))
  const without = (places: Places, others: Places) =>
    [...places.keys()].filter((place) => counts(places, place) && !counts(others, place))
  const joined = without(after, before)
  const left = without(before, after)
  return joined.length + left.length === 0 ? null : { kind: 'coverage', joined, left }
}

/** Whether a ratio changed by its denominator and hardly by its numerator. */
export function isByDenominator({ measure }: Measured, before: Figure, after: Figure): boolean {
  if (!isPair(measure)) return false
  const [top, bottom] = [
    growth(before.numerator, after.numerator),
    growth(before.denominator, after.denominator),
  ]
  if (top === null || bottom === null || bottom === 0) return false
  return Math.abs(top) <= Math.min(hardly * Math.abs(bottom), little + noise)
}

/** The growth of a positive number, on the scale where doubling and halving are alike. */
const growth = (from: number | null, to: number | null): number | null =>
  from !== null && to !== null && from > 0 && to > 0 ? Math.log(to / from) : null

type Changed = Sides<Figure> & { places: Sides<Places>; split: Split | null }

/** The causes that the figures themselves show, the one that explains most first. */
export function causesInFigures(definition: Measured, { before, after, places, split }: Changed): Cause[] {
  if (definition.measure === 'text') return [{ kind: 'words' }]
  const coverage = coverageOf(definition, places)
  const others: Cause[] = []
  const mixes = split !== null && Math.abs(split.mix) > Math.max(Math.abs(split.within), noise)
  if (mixes) others.push({ kind: 'composition' })
  else if (isByDenominator(definition, before, after) && coverage === null)
    others.push({ kind: 'denominator' })
  else if (isOwn(coverage, split)) others.push({ kind: 'real' })
  return coverage === null ? others : [coverage, ...others]
}

/** Whether the places on both sides moved themselves, beside what joined and left: by half of the whole or more. */
function isOwn(coverage: Cause | null, split: Split | null): boolean {
  if (coverage === null) return true
  return split !== null && split.both !== null && Math.abs(split.within) >= Math.abs(compositionOf(split))
}

/** A side that was corrected since, where the figure itself was. `first` is what it was then. */
export function revisedCause(
  definition: Measured,
  side: 'before' | 'after',
  { on, first, now }: { on: LocalDate; first: Figure | null; now: Figure },
): Cause[] {
  const same =
    first !== null &&
    levelOf(definition, first) === levelOf(definition, now) &&
    first.missing === now.missing &&
    first.denominator === now.denominator
  return same ? [] : [{ kind: 'revised', side, on, first }]
}
