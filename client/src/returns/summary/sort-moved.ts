/** Which movements a page begins with, and which it folds away. Pure. */
import type { ReturnView } from '@inclusion/server/returns/view'
import { amountWords } from '@inclusion/shared/movements/amount-words'
import type { Ranked } from '@inclusion/shared/movements/ordinary'
import type { SinceLast } from '@inclusion/shared/movements/since-last'

type Viewed = Pick<ReturnView, 'mayEdit' | 'checkInput'>

/**
 * Movements of totals and of categories, and how many wait to be given. From period to period words are always
 * others, and what is usual is folded; between versions of one period whatever was changed was changed on purpose.
 */
export function sortMoved({ mayEdit, checkInput }: Viewed, { before, after, ranked }: SinceLast) {
  const isRevision = before.periodId === after.periodId
  const texts = new Set(
    checkInput.asked.flatMap(({ indicator, measure }) => (measure === 'text' ? [indicator] : [])),
  )
  const waits = ({ movement: { causes } }: Ranked) =>
    mayEdit && causes.some((cause) => cause.kind === 'removed' && cause.why === 'not-given')
  const counted = isRevision ? ranked : ranked.filter(({ movement }) => !texts.has(movement.indicator))
  const shown = counted.filter((each) => !waits(each) && (isRevision || !isStill(checkInput, each)))
  const isFolded = (each: Ranked) => !isRevision && isOrdinary(each)
  return {
    notable: shown.filter((each) => isTotal(each) && !isFolded(each)),
    ordinary: shown.filter((each) => isTotal(each) && isFolded(each)),
    categories: shown.filter((each) => !isTotal(each)),
    notYet: counted.filter((each) => waits(each) && isTotal(each)).length,
  }
}

const isTotal = ({ movement }: Ranked): boolean => movement.locator === movement.indicator

/** It moved by no more than it usually does; what cannot be compared is never ordinary. */
const isOrdinary = ({ movement: { change }, strength }: Ranked): boolean => change !== null && strength < 1

/** Its counts are others, and it comes to the same as it is shown. */
export function isStill(
  { asked }: Pick<ReturnView['checkInput'], 'asked'>,
  { movement: { change, indicator } }: Ranked,
): boolean {
  const measure = asked.find((each) => each.indicator === indicator)?.measure
  return change !== null && measure !== undefined && amountWords(measure, change) === null
}
