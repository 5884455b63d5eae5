/** Clause 9, Private: the grant's own duty. */
import type { Fault, PreparedInput } from '../prepared-input.ts'

/** 9.4: personal data is processed, and no data protection impact assessment is on record. */
export function noImpactAssessment({ input: { grant } }: PreparedInput): Fault[] {
  if (!grant?.processesPersonalData || grant.dpiaOn !== null) return []
  return [
    {
      locator: null,
      part: null,
      inputs: [{ locator: '', part: 'dpiaOn', label: 'Data protection impact assessment', value: null }],
      message:
        'This grant processes personal data, and no data protection impact assessment is on record for it.',
      fix: 'Complete the assessment and tell the VRU its date. Until that is on record, only a waiver lets the return go on.',
    },
  ]
}
