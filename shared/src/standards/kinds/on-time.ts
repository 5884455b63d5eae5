/** Clause 2, On time. */
import type { Fault, PreparedInput } from '../prepared-input.ts'

export function submittedLate(_prepared: PreparedInput): Fault[] {
  return []
}

export function changedSinceAccepted(_prepared: PreparedInput): Fault[] {
  return []
}
