/** 12.4, Value: the lines of a money table come to the total stated beside them. */
import type { Fault, PreparedInput } from '../prepared-input.ts'
import { brokenBreakdowns } from './consistent.ts'

/** Single-choice breakdowns of money; a difference that rounding to whole pounds explains is none. */
export function moneyLinesDiffer(prepared: PreparedInput): Fault[] {
  return brokenBreakdowns(prepared, ({ measure }, { choice }) => measure === 'money' && choice === 'single')
}
