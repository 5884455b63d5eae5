/**
 * The parts of a change as they are shown. A law holds, and is tested: rounded, they add up to the change as it is
 * shown. Rounded one by one they could miss it by a tenth, so the tenths left over go to the largest remainders.
 */
import { isPair, type Measure } from '../framework/indicators.ts'
import { tenthsOf } from './amount-words.ts'
import type { Split } from './split.ts'

/** Of a rate or a mean each part in whole tenths of how it is shown; anything else is shown as it is. */
export function shownSplit(measure: Measure, split: Split, change: number): Split {
  if (!isPair(measure)) return split
  const tenths = measure === 'mean' ? 10 : 1000
  const exact = [split.within, split.mix, split.coverage].map((part) => part * tenths)
  const least = exact.map(Math.floor)
  const left = tenthsOf(measure, change) - least.reduce((sum, part) => sum + part, 0)
  const remainder = (at: number): number => exact[at]! - least[at]!
  const larger = [0, 1, 2].toSorted((one, other) => remainder(other) - remainder(one)).slice(0, left)
  const [within, mix, coverage] = least.map((part, at) => (part + (larger.includes(at) ? 1 : 0)) / tenths)
  return { within: within!, mix: mix!, coverage: coverage!, both: split.both }
}
