/**
 * Cohorts so small that their counts could tell one pupil from another: kept for the setting, its borough,
 * RMEL and the VRU's programme team, and shown alone nowhere outside.
 */

/** There is no one threshold of DfE's; 1 to 5 is the widest that its publications use (domain facts 2.8). */
export const smallCohort = {
  fewest: 1,
  most: 5,
  source: 'Department for Education, children in need: counts of 1 to 5 are not published',
} as const

/** Whether a count of pupils (with possible sessions) makes a small cohort; none at all does not. */
export function isSmallCohort(pupils: number): boolean {
  return pupils >= smallCohort.fewest && pupils <= smallCohort.most
}

/** What stands beside the figures of a small cohort: who may read a report (`report.see`). */
export const smallCohortWords =
  'Small cohort (1 to 5 pupils): for the setting, its borough, RMEL and the VRU’s programme team, and never shown alone outside'

/**
 * Whether the pupils who are not mentored are so few that they could be told by subtraction: whole minus
 * mentored is 1 to 5.
 */
export function complementIsSmall(mentored: number, whole: number): boolean {
  return isSmallCohort(whole - mentored)
}
