/** What could tell one to five pupils from each other is not kept: sessions by code, and how pupils differ. */
import { complementIsSmall, isSmallCohort } from '@inclusion/shared/attendance/small-cohort'
import { attendanceLocator, type Locator } from '@inclusion/shared/locators'
import { invalid, type CohortRows } from './cohort-rows.ts'
import type { Plan, Planned } from './plan.ts'

type Writing = { plan: Plan; planned: Planned }

/**
 * Takes them from what will be stored of a cohort. Throws `invalid-request` where the browser that counted
 * must have known that they stay with it.
 */
export function hideCodes(rows: CohortRows, { plan, planned }: Writing): void {
  const { urn, cohort, pupils, sessions } = rows
  const why = whyHidden(rows, planned)
  for (const row of sessions) {
    const locator = attendanceLocator(urn, cohort, row.academicYear)
    const sent = countedAt(planned, locator)
    const isSent = sent !== undefined && 'byCode' in sent && sent.byCode !== null
    if (isSent && (pupils?.enrolments ?? null) === null)
      throw invalid(locator, 'Give the number of pupils with their sessions by code.')
    if (isSent && why?.refused) throw invalid(locator, why.refused)
    if (why && row.byCode !== null) takeCodes({ plan, planned }, row, locator)
  }
  if (!why || !pupils || pupils.dispersion === null) return
  const locator = attendanceLocator(urn, cohort)
  if (countedAt(planned, locator) && why.refused) throw invalid(locator, why.refused)
  takeDispersion({ plan, planned }, pupils, locator)
}

const countedAt = ({ changes }: Planned, at: Locator) =>
  changes.find(({ locator }) => locator === at)?.counted

/** Null where nothing is hidden; `refused` says why it should not have been sent, null where it was not known. */
function whyHidden(
  { urn, cohort, pupils, whole }: CohortRows,
  planned: Planned,
): { refused: string | null } | null {
  const enrolments = pupils?.enrolments ?? null
  if (enrolments === null) return null
  if (isSmallCohort(enrolments))
    return { refused: 'Of 1 to 5 pupils, sessions by code stay on your computer. Count them again.' }
  const all = whole?.enrolments ?? null
  if (cohort !== 'mentored' || all === null || !complementIsSmall(enrolments, all)) return null
  // A whole that was typed or stored before is not before the eyes of the page that counts the mentored.
  const isCounted = countedAt(planned, attendanceLocator(urn, 'whole')) !== undefined
  const refused =
    'All but 1 to 5 pupils are in the programme, who could be told by subtraction: sessions by code stay on your computer. Count them again.'
  return { refused: isCounted ? refused : null }
}

function takeCodes({ plan, planned }: Writing, row: CohortRows['sessions'][number], locator: Locator): void {
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

function takeDispersion(
  { plan, planned }: Writing,
  row: NonNullable<CohortRows['pupils']>,
  locator: Locator,
): void {
  if (plan.pupils.includes(row)) {
    row.dispersion = null
    return
  }
  const { personId: changedBy, at: changedAt } = planned
  const revision = row.revision + 1
  plan.pupils.push({ ...row, dispersion: null, revision, changedBy, changedAt })
  plan.revisions[locator] = revision
  plan.trail.push([locator, revision, row.enrolments, row.persistent, row.severe, row.source])
}
