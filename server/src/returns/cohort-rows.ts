/** The cohorts that a save touches, each with the rows that will be stored of it. */
import type { Cohort } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { PupilRow, SessionRow } from '../setting-reports/attendance-store.ts'
import type { Plan, Stored } from './plan.ts'

export type CohortRows = {
  urn: string
  cohort: Cohort
  pupils: PupilRow | undefined
  sessions: SessionRow[]
  /** The pupils of the setting's whole roll, of which the cohort may be a part. */
  whole: PupilRow | undefined
}

/** With the mentored cohort of each setting also where only its whole roll is given: the two tell of each other. */
export function cohortsOf(plan: Plan, stored: Stored): CohortRows[] {
  const keys = new Set(
    [...plan.sessions, ...plan.pupils].flatMap(({ urn, cohort }) => [`${urn} ${cohort}`, `${urn} mentored`]),
  )
  return [...keys].map((key) => {
    const [urn, cohort] = key.split(' ') as [string, Cohort]
    const ofCohort = (row: { urn: string; cohort: Cohort }) => row.urn === urn && row.cohort === cohort
    const written = plan.sessions.filter(ofCohort)
    const years = new Set(written.map(({ academicYear }) => academicYear))
    const others = stored.sessions.filter((row) => ofCohort(row) && !years.has(row.academicYear))
    const pupilsOf = (of: Cohort) => {
      const isIt = (row: PupilRow) => row.urn === urn && row.cohort === of
      return plan.pupils.find(isIt) ?? stored.pupils.find(isIt)
    }
    const sessions = [...written, ...others]
    return { urn, cohort, pupils: pupilsOf(cohort), sessions, whole: pupilsOf('whole') }
  })
}

/** A count that cannot be stored, at the place that says so. */
export const invalid = (field: string, message: string) =>
  new Problem('invalid-request', { errors: [{ field, message }] })
