/** Clause 9, Private: the grant's own duty. */
import type { Fault, PreparedInput } from '../prepared-input.ts'

export function noImpactAssessment(_prepared: PreparedInput): Fault[] {
  return []
}
