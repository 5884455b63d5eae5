/** What a step moved, in words: after "Undo:" on a button. Pure. */
import { readLocator, type Locator } from '@inclusion/shared/locators'
import type { NumberPart } from '@inclusion/shared/figures'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { attendanceParts, partName } from '@inclusion/shared/standards/words'

/** "Sessions attended", "Young people, Sex: Female", "the reason for Young people". */
export function nameOf({ asked }: Pick<CheckInput, 'asked'>, locator: Locator, part: string): string {
  const place = readLocator(locator)
  if (place.kind === 'attendance') return attendanceParts[part as keyof typeof attendanceParts]
  const definition = asked.find(({ indicator }) => indicator === place.indicator)
  if (!definition) return 'a figure'
  const breakdown = definition.disaggregations.find(({ dimension }) => dimension === place.dimension)
  const category = breakdown?.categories.find(({ code }) => code === place.category)
  const within = breakdown && category ? `, ${breakdown.label}: ${category.label}` : ''
  if (part === 'missing') return `the reason for ${definition.label}${within}`
  return `${partName(definition, part as NumberPart)}${within}`
}

export const figuresWords = (count: number, kind: string): string =>
  count === 1 ? `one ${kind} figure` : `${count} ${kind} figures`

/** What a step could not move, after what it did; '' where it moved everything. */
export function leftWords(left: number): string {
  if (left === 0) return ''
  return left === 1
    ? ' One figure was changed since, and stays as it is.'
    : ` ${left} figures were changed since, and stay as they are.`
}
