/** Worked examples beside the rules: shown on the page of each check, and run as tests. */
import { accountableExamples } from './examples/accountable.ts'
import { attendanceExamples } from './examples/attendance.ts'
import { belowProfileExamples } from './examples/below-profile.ts'
import { brokenDownExamples } from './examples/broken-down.ts'
import { completeExamples } from './examples/complete.ts'
import { consistentExamples } from './examples/consistent.ts'
import { dutyExamples } from './examples/duties.ts'
import { evidencedExamples } from './examples/evidenced.ts'
import { identityExamples } from './examples/identities.ts'
import { measuredExamples } from './examples/measured.ts'
import { onTimeExamples } from './examples/on-time.ts'
import { privateExamples } from './examples/private.ts'
import { ladderExamples } from './examples/ladder.ts'
import { slipExamples } from './examples/plausible.ts'
import { validExamples } from './examples/valid.ts'
import { valueExamples } from './examples/value.ts'
import type { WorkedExample } from './examples/worked-example.ts'

/** Every worked example of reference edition 1, in the order of its checks. */
export const workedExamples: readonly WorkedExample[] = [
  ...completeExamples,
  ...onTimeExamples,
  ...validExamples,
  ...consistentExamples,
  ...attendanceExamples,
  ...identityExamples,
  ...slipExamples,
  ...ladderExamples,
  ...measuredExamples,
  ...belowProfileExamples,
  ...brokenDownExamples,
  ...evidencedExamples,
  ...privateExamples,
  ...dutyExamples,
  ...accountableExamples,
  ...valueExamples,
]
