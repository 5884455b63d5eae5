/** What other settings made of a figure, in words: who was missing on which side, and by how much that moved it. */
import { emptyFigure, showRatio, type Figure } from '../figures.ts'
import { isPair } from '../framework/indicators.ts'
import { listWords } from '../standards/words.ts'
import { amountWords, changedBy, levelWords } from './amount-words.ts'
import type { Cause } from './causes.ts'
import type { FiledSetting, Filing } from './filing.ts'
import { isGiven, levelOf, togetherOf, type Places } from './places.ts'
import { shownSplit } from './shown-split.ts'
import type { Told } from './words.ts'

type Coverage = Extract<Cause, { kind: 'coverage' }>

/** "1.9 points of that is because Camden PRU, whose rate is lower (52.0%), did not report last quarter." */
export function coverageWords(told: Told, cause: Coverage): string[] {
  const { definition, movement } = told
  const { split, change } = movement
  const who = whoWords(told, cause)
  if (split === null || change === null) return [`It is not of the same settings: ${who}.`]
  if (split.both === null)
    return [`No setting counts both times, so it says nothing of any one of them: ${who}.`]
  const { measure } = definition
  const shown = shownSplit(measure, split, change)
  const own = shown.within + shown.mix
  const inBoth = `In the settings that reported both times it ${changedBy(measure, own)} ${ratioWords(told, split.both.after)}`
  const [ofCoverage, ofOwn] = [amountWords(measure, shown.coverage), amountWords(measure, own)]
  if (ofCoverage === null)
    return [`It is not of the same settings (${who}), which makes next to no difference.`]
  if (ofOwn === null) return [`All of that is because ${who}.`]
  if (Math.sign(own) !== Math.sign(change) || Math.sign(shown.coverage) !== Math.sign(change))
    return [`${inBoth}; the difference is because ${who}.`]
  return [`${ofCoverage} of that is because ${who}. ${inBoth}.`]
}

function ratioWords({ definition: { measure } }: Told, level: number): string {
  const figure = isPair(measure)
    ? { ...emptyFigure, numerator: level, denominator: 1 }
    : { ...emptyFigure, value: level }
  return isPair(measure) ? (showRatio(figure, measure) ?? '') : levelWords(measure, figure)
}

type Group = { places: readonly string[]; here: Places; without: string }

/** Who counts on one side only, and how the other side is without them. */
function whoWords(told: Told, { joined, left }: Coverage): string {
  const { before, after, movement } = told
  const names = namesOf([...before.settings, ...after.settings])
  const { places } = movement
  const groups = [
    ...groupsOf(joined, { here: places.after, there: places.before, filing: before, isPast: true }),
    ...groupsOf(left, { here: places.before, there: places.after, filing: after, isPast: false }),
  ]
  const [only] = groups
  const aside = groups.length === 1 && only ? whichWords(told, only) : ''
  return listWords(groups.map((group) => `${listWords(group.places.map(names))}${aside} ${group.without}`))
}

const namesOf = (settings: readonly FiledSetting[]) => {
  const known = new Map(settings.map(({ urn, name }) => [urn, name]))
  return (urn: string) =>
    urn === '' ? 'the count of those in no setting' : (known.get(urn) ?? `setting ${urn}`)
}

type Side = { here: Places; there: Places; filing: Pick<Filing, 'when' | 'settings'>; isPast: boolean }

function groupsOf(urns: readonly string[], { here, there, filing, isPast }: Side): Group[] {
  const due = new Set(filing.settings.map(({ urn }) => urn))
  const groups = Map.groupBy(urns, (urn) => {
    const figure = there.get(urn)
    if (figure) return lackWords(figure, isPast)
    if (due.has(urn)) return isPast ? 'did not report' : 'has not reported'
    return urn === '' || !isPast ? 'is not there' : 'was not there'
  })
  return [...groups].map(([words, places]) => ({
    places,
    here,
    without: `${wordsFor(words, places.length)} ${filing.when}`,
  }))
}

/** Why a figure that is there does not count: it is of nobody, or it is none, or not the whole of one. */
function lackWords({ numerator, denominator, missing }: Figure, isPast: boolean): string {
  if (denominator === 0 && numerator !== null) return isPast ? 'counted nobody' : 'counts nobody'
  const had = isPast ? 'had' : 'has'
  if (missing) return `${had} no figure (${missing === 'x' ? 'not available' : 'not applicable'})`
  return numerator !== null || denominator !== null ? `${had} only half of the figure` : `${had} no figure`
}

const severally: Record<string, string> = {
  'counts nobody': 'count nobody',
  'has no figure (not available)': 'have no figure (not available)',
  'has no figure (not applicable)': 'have no figure (not applicable)',
  'has only half of the figure': 'have only half of the figure',
  'has no figure': 'have no figure',
  'has not reported': 'have not reported',
  'is not there': 'are not there',
  'was not there': 'were not there',
}

const wordsFor = (words: string, places: number): string =>
  places === 1 ? words : (severally[words] ?? words)

/** ", whose rate is lower (52.0%),": beside what counts on both sides, at the same time. */
function whichWords({ definition, movement }: Told, { places, here }: Group): string {
  const { both } = movement.split ?? {}
  if (!isPair(definition.measure) || !both) return ''
  const figure = togetherOf(
    definition,
    new Map(places.map((place) => [place, here.get(place) ?? emptyFigure])),
  )
  const level = levelOf(definition, figure)
  const rest = here === movement.places.after ? both.after : both.before
  if (level === null || level === rest || !isGiven(definition, figure ?? undefined)) return ''
  return `, whose ${definition.measure === 'mean' ? 'mean' : 'rate'} is ${level < rest ? 'lower' : 'higher'} (${levelWords(definition.measure, figure)}),`
}
