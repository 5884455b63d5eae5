/** What a figure was and became, in words. Pure. */
import type { FigureEvent, HeldNumbers } from '@inclusion/server/returns/figure-history'
import { attendanceWords, figureWords, missingWords } from '@inclusion/shared/figure-words'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'

/** "24", "4 of 5 (80.0%)", "Pupils 9, Severely absent pupils 2"; "blank" where it said nothing. */
export function heldWords(held: HeldNumbers, definition: IndicatorDefinition | undefined): string {
  return withEntry(numberWords(held, definition), held.unreadable)
}

/** Of an entry that cannot be read nothing is kept once it is mended but that it was one. */
export function withEntry(words: string, isUnreadable: boolean): string {
  if (!isUnreadable) return words
  return words === 'blank' ? 'an entry that cannot be read' : `${words}, and an entry that cannot be read`
}

function numberWords(
  { numbers, missing, counted }: HeldNumbers,
  definition: IndicatorDefinition | undefined,
): string {
  if (missing) return missingWords[missing]
  if (!definition) {
    const words = attendanceWords(numbers)
    if (words === '') return 'blank'
    return counted ? `${words} (counted from the register)` : words
  }
  const { value = null, numerator = null, denominator = null, people = null } = numbers
  const words = figureWords(definition, { value, numerator, denominator })
  const half = [numerator, denominator].filter((number) => number !== null).join(', ')
  const said = words ?? (half === '' ? 'blank' : half)
  return people === null ? said : `${said}, of ${people.toLocaleString('en-GB')} people`
}

export const cameInWords: Record<NonNullable<FigureEvent['provenance']>, string> = {
  typed: 'Typed',
  pasted: 'Pasted',
  file: 'From a file',
  api: 'By the API',
  prefill: 'Copied from the last return',
  carried: 'Carried from the last return',
}

/** How a change came in; nothing where it was not kept then. */
export function howWords({ provenance, onBehalf, after }: FigureEvent): string {
  const how = after.counted ? 'Counted from the register' : provenance ? cameInWords[provenance] : ''
  if (!onBehalf) return how
  return how === '' ? 'In the setting’s place' : `${how}, in the setting’s place`
}

/** "From 4 to 5". What is not a number is never kept here: of it only that it changed. */
export function changeOf(
  { before, after }: Pick<FigureEvent, 'before' | 'after'>,
  definition: IndicatorDefinition | undefined,
): string {
  if (definition?.measure === 'text')
    return after.missing ? `To ${heldWords(after, definition)}` : 'Its words were changed'
  const is = heldWords(after, definition)
  if (before === null) return `To ${is}; what it was before is not on record`
  const was = heldWords(before, definition)
  return was === is ? `${is}, as before: only what stands beside it was changed` : `From ${was} to ${is}`
}
