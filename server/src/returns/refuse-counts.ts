/** What a save may not hold of a cohort: judged over all of the save, and what is stored beside it. */
import { baselineYears } from '@inclusion/shared/attendance/count-faults'
import { isSmallCohort } from '@inclusion/shared/attendance/small-cohort'
import { attendanceLocator, type Cohort, type Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import { pupilsOf, type PupilRow, type SessionRow } from '../setting-reports/attendance-store.ts'
import type { Plan, Planned, Stored } from './plan.ts'

/** Throws `invalid-request`; takes from what is stored the codes of a cohort that is small now. */
export function refuseCounts(plan: Plan, stored: Stored, planned: Planned): void {
  for (const rows of cohortsOf(plan, stored)) {
    refuseOtherYears(rows, planned)
    hideCodes(rows, plan, planned)
  }
}

type CohortRows = { urn: string; cohort: Cohort; pupils: PupilRow | undefined; sessions: SessionRow[] }

/** The cohorts that a save touches, as they will be stored. */
function cohortsOf(plan: Plan, stored: Stored): CohortRows[] {
  const keys = new Set([...plan.sessions, ...plan.pupils].map(({ urn, cohort }) => `${urn} ${cohort}`))
  return [...keys].map((key) => {
    const ofCohort = (row: { urn: string; cohort: Cohort }) => `${row.urn} ${row.cohort}` === key
    const [urn, cohort] = key.split(' ') as [string, Cohort]
    const written = plan.sessions.filter(ofCohort)
    const years = new Set(written.map(({ academicYear }) => academicYear))
    const others = stored.sessions.filter((row) => ofCohort(row) && !years.has(row.academicYear))
    const pupils = plan.pupils.find(ofCohort) ?? stored.pupils.find(ofCohort)
    return { urn, cohort, pupils, sessions: [...written, ...others] }
  })
}

/** Sessions of another window than the baseline's would be added to its own. */
function refuseOtherYears(
  { urn, cohort, pupils, sessions }: CohortRows,
  { periodId, changes }: Planned,
): void {
  const locator = attendanceLocator(urn, cohort)
  const { window } = pupilsOf(pupils)
  if (!window || !changes.some((change) => change.locator === locator && change.counted)) return
  const years = baselineYears(window, periodId)
  const other = sessions.find((row) => !years.includes(row.academicYear) && (row.possible ?? row.attended))
  if (!other) return
  throw invalid(
    locator,
    `Sessions of ${other.academicYear} were given before, outside these dates. Clear them with this count.`,
  )
}

/** Sessions by code could tell so few pupils from each other: they stay on the head's own computer. */
function hideCodes({ urn, cohort, pupils, sessions }: CohortRows, plan: Plan, planned: Planned): void {
  const enrolments = pupils?.enrolments ?? null
  const isSmall = enrolments !== null && isSmallCohort(enrolments)
  for (const row of sessions) {
    const locator = attendanceLocator(urn, cohort, row.academicYear)
    const isSent = planned.changes.some(
      ({ locator: at, counted }) => at === locator && counted && 'byCode' in counted && counted.byCode,
    )
    if (isSent && enrolments === null)
      throw invalid(locator, 'Give the number of pupils with their sessions by code.')
    if (isSent && isSmall)
      throw invalid(locator, 'Of 1 to 5 pupils, sessions by code stay on your computer. Count them again.')
    if (isSmall && row.byCode !== null) takeCodes(plan, row, { locator, planned })
  }
}

function takeCodes(
  plan: Plan,
  row: SessionRow,
  { locator, planned }: { locator: Locator; planned: Planned },
): void {
  if (plan.sessions.includes(row)) {
    row.byCode = null
    return
  }
  const { personId: changedBy, at: changedAt } = planned
  const revision = row.revision + 1
  plan.sessions.push({ ...row, byCode: null, revision, changedBy, changedAt })
  plan.revisions[locator] = revision
  const { possible, attended, authorised, unauthorised } = row
  plan.trail.push([locator, revision, possible, attended, authorised, unauthorised, row.source])
}

const invalid = (field: string, message: string) =>
  new Problem('invalid-request', { errors: [{ field, message }] })
