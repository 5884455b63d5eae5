/** A usual range in the words of its measure: "4 to 18", "£3,000 to £9,000", "40% to 77%". */
import type { IndicatorDefinition } from '../../framework/indicators.ts'
import type { Observation } from '../../statistics/dispersion.ts'
import { numberWords } from '../words.ts'

type Range = { low: number; high: number }

/** Bounds in the units of the figure, rounded inwards: no figure that is flagged lies between the words. */
export function rangeWords(
  { measure }: Pick<IndicatorDefinition, 'measure'>,
  { size }: Observation,
  { low, high }: Range,
): string {
  if (measure === 'proportion' || measure === 'rate') {
    const percent = inwards({ low: (100 * low) / size, high: (100 * high) / size })
    const unit = measure === 'rate' ? ' per 100' : '%'
    return between(percent, (bound) => numberWords(bound, { measure: 'number' }), unit)
  }
  const show = (bound: number) => {
    const words = numberWords(bound, { measure: 'number' })
    return measure === 'money' ? `£${words}` : words
  }
  return between(measure === 'count' ? whole({ low, high }) : inwards({ low, high }), show, '')
}

function between({ low, high }: Range, show: (bound: number) => string, unit: string): string {
  if (show(low) === show(high)) return `${show(low)}${unit}`
  return unit === ' per 100'
    ? `${show(low)} to ${show(high)}${unit}`
    : `${show(low)}${unit} to ${show(high)}${unit}`
}

const whole = ({ low, high }: Range): Range => ({
  // Adding 0 makes a plain 0 of a negative one.
  low: Math.ceil(low - 1e-6) + 0,
  high: Math.floor(high + 1e-6),
})

/** Whole where there is a whole number in the range; else to as many decimals as it takes. */
function inwards(range: Range): Range {
  for (const scale of [1, 10, 100]) {
    const rounded = whole({ low: range.low * scale, high: range.high * scale })
    if (rounded.low < rounded.high) return { low: rounded.low / scale, high: rounded.high / scale }
  }
  return range
}
