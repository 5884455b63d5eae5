/** Findings counted and grouped, for lists, task states and the gate before sign-off. */
import { isLocator } from '../locators.ts'
import { isOutstanding, type Finding } from './finding.ts'

/** The findings that still stand in the way of filing. */
export const outstanding = (findings: readonly Finding[]): Finding[] => findings.filter(isOutstanding)

/** Findings by the place they stand at, in their order; the whole return under ''. */
export const byLocator = (findings: readonly Finding[]): Map<string, Finding[]> =>
  Map.groupBy(findings, ({ locator }) => locator ?? '')

/** How many findings there are of each severity, waived ones aside, and how many still stand in the way. */
export function countFindings(
  findings: readonly Finding[],
): Record<Finding['severity'] | 'outstanding', number> {
  const counts = { block: 0, explain: 0, note: 0, outstanding: 0 }
  for (const finding of findings) {
    if (!finding.waiver) counts[finding.severity] += 1
    if (isOutstanding(finding)) counts.outstanding += 1
  }
  return counts
}

/**
 * The figures that blocking findings name. In a return that is open on some figures only, these are open
 * too: what was asked about cannot be put right while a figure it must agree with stays shut.
 */
export function openedBy(findings: readonly Finding[]): Set<string> {
  const blocking = findings.filter((finding) => finding.severity === 'block' && isOutstanding(finding))
  return new Set(
    blocking
      .flatMap(({ locator, inputs }) => [locator ?? '', ...inputs.map((input) => input.locator)])
      // A finding may stand beside a setting's whole report, which is no figure.
      .filter(isLocator),
  )
}
