/** A movement as a sentence that a person would write. "Because" is said of arithmetic alone. */
import { showNumber, type Figure } from '../figures.ts'
import type { IndicatorDefinition, Measure } from '../framework/indicators.ts'
import { inSentence, partName } from '../standards/words.ts'
import { shortDate } from '../time.ts'
import { amountWords, changedBy, levelWords } from './amount-words.ts'
import type { Absence, Cause } from './causes.ts'
import { backdatedWords } from './backdated-words.ts'
import { coverageWords } from './coverage-words.ts'
import type { Filing } from './filing.ts'
import type { Movement } from './movements.ts'
import { shownSplit } from './shown-split.ts'
import type { Split } from './split.ts'

export type Told = {
  definition: IndicatorDefinition
  movement: Movement
  before: Pick<Filing, 'when' | 'settings'>
  after: Pick<Filing, 'when' | 'settings'>
}

/** What follows the measure's name, and what explains it: "fell by 3.2 points to 61.4%." and "1.9 points of that ...". */
export type MovementWords = { moved: string; reasons: string[] }

export const movementWords = (told: Told): MovementWords => ({
  moved: movedWords(told),
  reasons: told.movement.causes.flatMap((cause) => reasonWords(told, cause)),
})

/** The whole of it: "Attendance fell by 3.2 points to 61.4%. 1.9 points of that is because ...". */
export function movementSentence(told: Told, name: string = told.definition.label): string {
  const { moved, reasons } = movementWords(told)
  return [`${name} ${moved}`, ...reasons].join(' ')
}

function movedWords(told: Told): string {
  const { definition, movement, before } = told
  const [first] = movement.causes
  const { measure } = definition
  if (first?.kind === 'new' || first?.kind === 'removed') return absentWords(told, first)
  if (first?.kind === 'note') return 'stayed as it was. Its note or evidence is another.'
  if (measure === 'text') return `was rewritten since ${before.when.replace(/^in /, '')}.`
  const level = levelWords(measure, movement.after)
  if (movement.change === null)
    return `came to ${level}, and to ${levelWords(measure, movement.before)} ${before.when}.`
  return `${changedBy(measure, movement.change)} ${level}.`
}

const absences: Record<Absence, string> = {
  'not-asked': 'it was not asked',
  'not-given': 'it was not given',
  x: 'not available',
  z: 'not applicable',
}

/** Of a measure with a figure on one side only. */
function absentWords({ definition, movement, before, after }: Told, cause: Extract<Cause, { why: Absence }>) {
  const isNew = cause.kind === 'new'
  const figure = isNew ? movement.after : movement.before
  const level = definition.measure === 'text' ? 'some words' : levelWords(definition.measure, figure)
  const none = cause.why === 'not-given' && !isNew ? 'it is not given' : absences[cause.why]
  return isNew
    ? `came to ${level}. There was none ${before.when}: ${none}.`
    : `came to ${level} ${before.when}. There is none ${after.when}: ${none}.`
}

function reasonWords(told: Told, cause: Cause): string[] {
  const { definition } = told
  switch (cause.kind) {
    case 'coverage':
      return coverageWords(told, cause)
    case 'composition':
      return told.movement.causes.some(({ kind }) => kind === 'coverage')
        ? mixBesideWords(told)
        : mixWords(told)
    case 'denominator':
      return [denominatorWords(told)]
    case 'definition':
      if (cause.comparable)
        return ['Its definition was refined in between, and the two can still be compared.']
      return definition.measure === 'text'
        ? ['It is asked for in another way since.']
        : ['It is counted in another way since, so the two are not compared.']
    case 'backdated':
      return backdatedWords(told, cause)
    case 'revised':
      if (cause.side === 'between') return []
      return [
        `The ${cause.side === 'before' ? 'earlier' : 'later'} figure was ${levelWords(definition.measure, cause.first)} when it was first accepted, and was corrected on ${shortDate(cause.on)}.`,
      ]
    case 'new':
    case 'removed':
    case 'words':
    case 'note':
    case 'real':
      return []
  }
}

/** The settings weigh otherwise: what each changed itself, and what their weights did. */
function mixWords({ definition: { measure }, movement: { split, change } }: Told): string[] {
  if (split === null || change === null) return []
  const { within, mix } = shownSplit(measure, split, change)
  const where = mixedWords(measure, split)
  const [ofMix, ofOwn] = [amountWords(measure, mix), amountWords(measure, within)]
  const own = ofOwn === null ? 'did not change' : `${within > 0 ? 'rose' : 'fell'} by ${ofOwn}`
  if (ofMix === null) return []
  // As it is shown it did not change: one made up for the other.
  if (amountWords(measure, change) === null)
    return [`Within the settings it ${own}, ${againstWords(mix, ofMix, where)}.`]
  return Math.sign(within) === -Math.sign(mix) || ofOwn === null
    ? [`Within the settings it ${own}: the change is because ${where}.`]
    : [`${ofMix} of that is because ${where}; within the settings it ${own}.`]
}

const againstWords = (mix: number, ofMix: string, where: string): string =>
  `while it ${mix > 0 ? 'rose' : 'fell'} by ${ofMix} because ${where}`

/** Beside other settings: of those on both sides alone. What joined and left is told apart from it. */
function mixBesideWords({ definition: { measure }, movement: { split, change } }: Told): string[] {
  if (split === null || change === null) return []
  const { within, mix } = shownSplit(measure, split, change)
  const [ofMix, ofOwn, ofBoth] = [mix, within, mix + within].map((part) => amountWords(measure, part))
  if (!ofMix || !ofBoth) return []
  const [where, those] = [mixedWords(measure, split), 'the settings that reported both times']
  if (!ofOwn) return [`All of the change in ${those} is because ${where}.`]
  const own = `it ${within > 0 ? 'rose' : 'fell'} by ${ofOwn}`
  return Math.sign(within) === Math.sign(mix)
    ? [`${ofMix} of the change in ${those} is because ${where}; within them ${own}.`]
    : [`Within ${those} ${own}, ${againstWords(mix, ofMix, where)}.`]
}

const mixedWords = (measure: Measure, { mix }: Split): string =>
  `more of the count is now at settings whose ${measure === 'mean' ? 'mean' : 'rate'} is ${mix < 0 ? 'lower' : 'higher'}`

function denominatorWords({ definition, movement: { before, after } }: Told): string {
  const [top, bottom] = [partName(definition, 'numerator'), inSentence(partName(definition, 'denominator'))]
  const part = (figure: Figure | null, name: 'numerator' | 'denominator') =>
    showNumber(figure?.[name] ?? 0, definition.measure)
  const numerators = [part(before, 'numerator'), part(after, 'numerator')]
  const [from, to] = [part(before, 'denominator'), part(after, 'denominator')]
  const stayed =
    numerators[0] === numerators[1]
      ? `stayed at ${numerators[0]}`
      : `hardly moved (${numerators.join(' to ')})`
  const grew = (after?.denominator ?? 0) > (before?.denominator ?? 0)
  return `${top} ${stayed}, while ${bottom} ${grew ? 'rose' : 'fell'} from ${from} to ${to}.`
}
