/** Everything that is wrong with an amendment, held against what is there today: errors first. Pure. */
import type { AmendmentContent, AmendmentFault } from './amendment.ts'
import { baselineFaults } from './faults/baselines.ts'
import { changedFaults } from './faults/changed.ts'
import { decisionFaults } from './faults/decisions.ts'
import { grantFaults } from './faults/grants.ts'
import { identityFaults } from './faults/identities.ts'
import { indicatorFaults } from './faults/indicators.ts'
import { otherFaults } from './faults/others.ts'
import { profileFaults } from './faults/profiles.ts'
import { programmeFaults } from './faults/programme.ts'
import { windowFaults } from './faults/windows.ts'
import type { Ground } from './ground.ts'

export function faultsOf(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  const faults = [
    ...programmeFaults(content, ground),
    ...windowFaults(content, ground),
    ...decisionFaults(content, ground),
    ...grantFaults(content, ground),
    ...indicatorFaults(content, ground),
    ...changedFaults(content, ground),
    ...identityFaults(content, ground),
    ...profileFaults(content, ground),
    ...baselineFaults(content, ground),
    ...otherFaults(content, ground),
  ]
  return errorsFirst(faults)
}

/** In their order, but what is in the way comes before what is not. */
export const errorsFirst = (faults: readonly AmendmentFault[]): AmendmentFault[] => [
  ...faults.filter(({ severity }) => severity === 'error'),
  ...faults.filter(({ severity }) => severity === 'warning'),
]

export const hasErrors = (faults: readonly AmendmentFault[]): boolean =>
  faults.some(({ severity }) => severity === 'error')
