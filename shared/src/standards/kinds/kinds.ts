/** What each kind of check means: the one place where a rule, which is data, meets its function. */
import type { CheckKind, CheckRule } from '../check.ts'
import type { Fault, PreparedInput } from '../prepared-input.ts'
import type { RuleOf } from './rule-of.ts'
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
import { beforeAfterDiffers } from './before-after.ts'
import { belowProfileUnexplained } from './below-profile.ts'
import { breakdownIncomplete, unknownShare } from './broken-down.ts'
import { claimWithoutComparison } from './claims.ts'
import { evidenceMissing, followUpSoon, surveyThin } from './evidenced.ts'
import { groupDiffers } from './group-differs.ts'
import { noImpactAssessment } from './impact-assessment.ts'
import { noLearningRecorded } from './learning.ts'
import { baselineMissing, profileMissing } from './measured.ts'
import { moneyLinesDiffer } from './money-lines.ts'
import { changedSinceAccepted, submittedLate } from './on-time.ts'
import { farFromPeers, outsideOwnHistory } from './plausible-ladder.ts'
import { digitsSwapped, flowsRepeated, wrongScale } from './plausible-slips.ts'
import { personalIdentifier, probableName, singledOut } from './private.ts'
import { overspent, spendAndDeliveryApart, spendOffProfile } from './value.ts'

type Meaning<Kind extends CheckKind> = (prepared: PreparedInput, rule: RuleOf<Kind>) => Fault[]

/** A kind without a meaning does not compile. */
const meanings: { [Kind in CheckKind]: Meaning<Kind> } = {
  'figure-missing': figureMissing,
  'figure-not-available': figureNotAvailable,
  'half-pair': halfPair,
  'setting-not-reported': settingNotReported,
  'submitted-late': submittedLate,
  'changed-since-accepted': changedSinceAccepted,
  'not-a-whole-count': notAWholeCount,
  'outside-definition': outsideDefinition,
  'unknown-category': unknownCategory,
  'zero-denominator': zeroDenominator,
  'unchanged-after-redefinition': unchangedAfterRedefinition,
  'unreadable-entry': unreadableEntry,
  'numerator-over-denominator': numeratorOverDenominator,
  'breakdown-total': breakdownTotal,
  identity: brokenIdentities,
  'attendance-pupils': attendancePupils,
  'absence-reasons': absenceReasons,
  'attendance-sessions': attendanceSessions,
  'wrong-scale': wrongScale,
  'digits-swapped': digitsSwapped,
  'flows-repeated': flowsRepeated,
  'outside-own-history': outsideOwnHistory,
  'far-from-peers': farFromPeers,
  'baseline-missing': baselineMissing,
  'profile-missing': profileMissing,
  'below-profile-unexplained': belowProfileUnexplained,
  'before-after-differs': beforeAfterDiffers,
  'breakdown-incomplete': breakdownIncomplete,
  'unknown-share': unknownShare,
  'group-differs': groupDiffers,
  'evidence-missing': evidenceMissing,
  'survey-thin': surveyThin,
  'follow-up-soon': followUpSoon,
  'claim-without-comparison': claimWithoutComparison,
  'personal-identifier': personalIdentifier,
  'probable-name': probableName,
  'singled-out': singledOut,
  'no-impact-assessment': noImpactAssessment,
  'certifier-is-sender': certifierIsSender,
  'declaration-missing': declarationMissing,
  'changed-since-sent': changedSinceSent,
  'no-learning-recorded': noLearningRecorded,
  overspent,
  'spend-off-profile': spendOffProfile,
  'spend-and-delivery-apart': spendAndDeliveryApart,
  'money-lines-differ': moneyLinesDiffer,
}

/** What a rule finds in an input, in no promised order. Throws for a kind that there is not. */
export function findFaults(rule: CheckRule, prepared: PreparedInput): Fault[] {
  const meaning = meanings[rule.kind] as Meaning<CheckKind>
  return meaning(prepared, rule)
}
