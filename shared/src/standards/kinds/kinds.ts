/** What each kind of check means: the one place where a rule, which is data, meets its function. */
import type { CheckRule } from '../check.ts'
import type { Fault, PreparedInput } from '../prepared-input.ts'
import { certifierIsSender, changedSinceSent, declarationMissing } from './accountable.ts'
import { absenceReasons, attendancePupils, attendanceSessions } from './attendance.ts'
import { figureMissing, figureNotAvailable, halfPair, settingNotReported } from './complete.ts'
import { breakdownTotal, numeratorOverDenominator } from './consistent.ts'
import { brokenIdentities } from './identities.ts'
import {
  notAWholeCount,
  outsideDefinition,
  unchangedAfterRedefinition,
  unknownCategory,
  unreadableEntry,
  zeroDenominator,
} from './valid.ts'

/** What a rule finds in an input, in no promised order. */
export function findFaults(rule: CheckRule, prepared: PreparedInput): Fault[] {
  switch (rule.kind) {
    case 'figure-missing':
      return figureMissing(prepared)
    case 'figure-not-available':
      return figureNotAvailable(prepared)
    case 'half-pair':
      return halfPair(prepared)
    case 'setting-not-reported':
      return settingNotReported(prepared, rule)
    case 'not-a-whole-count':
      return notAWholeCount(prepared)
    case 'outside-definition':
      return outsideDefinition(prepared)
    case 'unknown-category':
      return unknownCategory(prepared)
    case 'zero-denominator':
      return zeroDenominator(prepared)
    case 'unchanged-after-redefinition':
      return unchangedAfterRedefinition(prepared)
    case 'unreadable-entry':
      return unreadableEntry(prepared)
    case 'numerator-over-denominator':
      return numeratorOverDenominator(prepared)
    case 'breakdown-total':
      return breakdownTotal(prepared, rule)
    case 'identity':
      return brokenIdentities(prepared, rule)
    case 'attendance-pupils':
      return attendancePupils(prepared)
    case 'absence-reasons':
      return absenceReasons(prepared, rule)
    case 'attendance-sessions':
      return attendanceSessions(prepared)
    case 'certifier-is-sender':
      return certifierIsSender(prepared)
    case 'declaration-missing':
      return declarationMissing(prepared)
    case 'changed-since-sent':
      return changedSinceSent(prepared)
  }
  return rule satisfies never
}
