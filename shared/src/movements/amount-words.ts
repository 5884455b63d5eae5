/** Levels and changes of a measure in words: "61.4%", "3.2 points", "fell by 3.2 points to 61.4%". */
import { showNumber, showRatio, type Figure } from '../figures.ts'
import { isPair, type Measure } from '../framework/indicators.ts'

const missing = { x: 'not available', z: 'not applicable' } as const

export function levelWords(measure: Measure, figure: Figure | null): string {
  if (figure === null) return 'blank'
  if (figure.missing) return missing[figure.missing]
  if (!isPair(measure)) return figure.value === null ? 'blank' : showNumber(figure.value, measure)
  const { numerator, denominator } = figure
  if (numerator === null || denominator === null) return 'blank'
  return (
    showRatio(figure, measure) ?? `${showNumber(numerator, measure)} of ${showNumber(denominator, measure)}`
  )
}

const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const ratioSize = (measure: Measure, size: number): string =>
  oneDecimal.format(measure === 'mean' ? size : size * 100)

/** A change of a ratio in the tenths in which it is shown: -32 of "fell by 3.2 points". */
export const tenthsOf = (measure: Measure, change: number): number =>
  Math.sign(change) * Math.round(10 * Number(ratioSize(measure, Math.abs(change)).replaceAll(',', '')))

/** The size of a change, without its sign; null where it is nothing once rounded as it is shown. */
export function amountWords(measure: Measure, change: number): string | null {
  const size = Math.abs(change)
  const words = isPair(measure) ? ratioSize(measure, size) : showNumber(size, measure)
  const nothing = isPair(measure) ? oneDecimal.format(0) : showNumber(0, measure)
  if (words === nothing) return null
  if (measure === 'proportion') return `${words} points`
  return measure === 'rate' ? `${words} per 100` : words
}

/** "fell by 3.2 points to", "stayed at": what comes before the level. */
export function changedBy(measure: Measure, change: number): string {
  const amount = amountWords(measure, change)
  return amount === null ? 'stayed at' : `${change > 0 ? 'rose' : 'fell'} by ${amount} to`
}
