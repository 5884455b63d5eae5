/** Goes to the field of a figure, folding open what hides it. */
import { flushSync } from 'react-dom'
import { focusField } from '../ui/focus-field.ts'
import { fieldId } from './field-ids.ts'
import { breakdownOf, type Place } from './folding.ts'
import type { Grid } from './grid/grid-context.ts'

/** Folds open what hides the figure, then goes to its field. */
export function goTo(grid: Grid, place: Place): void {
  const breakdown = breakdownOf(place.locator)
  if (breakdown !== null) flushSync(() => grid.unfold(breakdown, true))
  showField(place)
}

/** Goes to a field, or the first one its figure has; to its row when the figure cannot be typed. */
export function showField({ locator, part }: Place): void {
  if (locator === null) return
  const ids = [part ?? '', 'value', 'numerator', 'text'].map((each) => fieldId(locator, each))
  const id = ids.find((each) => document.getElementById(each)) ?? `row-${locator.split(/[@:]/, 1)[0]}`
  // Evidence and notes are folded away: what is hidden takes no focus.
  document.getElementById(id)?.closest('details')?.setAttribute('open', '')
  focusField(id)
}
