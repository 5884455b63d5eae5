/** Worked examples beside the rules: shown on the page of each check, and run as tests. */
import { accountableExamples } from './examples/accountable.ts'
import { attendanceExamples } from './examples/attendance.ts'
import { completeExamples } from './examples/complete.ts'
import { consistentExamples } from './examples/consistent.ts'
import { identityExamples } from './examples/identities.ts'
import { privateExamples } from './examples/private.ts'
import { validExamples } from './examples/valid.ts'
import type { WorkedExample } from './examples/worked-example.ts'

/** Every worked example of reference edition 1, in the order of its checks. */
export const workedExamples: readonly WorkedExample[] = [
  ...completeExamples,
  ...validExamples,
  ...consistentExamples,
  ...attendanceExamples,
  ...identityExamples,
  ...privateExamples,
  ...accountableExamples,
]
