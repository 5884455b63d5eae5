/** One difference between two definitions of an indicator. */
import type { ChangeClass } from './indicators.ts'

export type Difference = {
  /** The path in the definition, as `parts.numerator` or `disaggregations.sex.categories.other`. */
  field: string
  /** The field in words, to stand in a sentence: "how it is measured". */
  label: string
  demands: ChangeClass
  was: string
  is: string
}
