/** Clause 9, Private: what a text must not hold. */
import type { Fault, PreparedInput } from '../prepared-input.ts'

export function personalIdentifier(_prepared: PreparedInput): Fault[] {
  return []
}

export function probableName(_prepared: PreparedInput): Fault[] {
  return []
}

export function singledOut(_prepared: PreparedInput): Fault[] {
  return []
}
