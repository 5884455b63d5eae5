/** An edition in a list: what it is, how far it is, and who had a hand in it. */
import type { PeriodId } from '@inclusion/shared/periods'
import type { EditionStatus } from '@inclusion/shared/standards/editions'
import { statusOf, type Edition } from './store.ts'

type Moment = { by: string; at: string }

export type EditionLine = {
  id: string
  name: string
  summary: string
  status: EditionStatus
  /** Whether returns that are opened today are judged by it. */
  isInForce: boolean
  effectiveFrom: PeriodId
  publishedAt: string | null
  basedOn: string | null
  revision: number
  checks: number
  created: Moment | null
  proposed: Moment | null
  approvedBy: string | null
}

/** Everybody whose name stands beside an edition. */
export const peopleOf = ({ createdBy, proposedBy, approvedBy, refusedBy }: Edition): (string | null)[] => [
  createdBy,
  proposedBy,
  approvedBy,
  refusedBy,
]

/** The row of an edition as people see it. `inForce`: the id of the one that is. */
export function lineOf(
  edition: Edition,
  names: Record<string, string>,
  inForce: string | null,
): Omit<EditionLine, 'checks'> {
  const { id, name, summary, effectiveFrom, publishedAt, basedOn, revision, approvedBy } = edition
  const moment = (person: string | null, at: string | null) =>
    person && at ? { by: names[person] ?? '', at } : null
  return {
    id,
    name,
    summary,
    effectiveFrom,
    publishedAt,
    basedOn,
    revision,
    status: statusOf(edition),
    isInForce: id === inForce,
    created: moment(edition.createdBy, edition.createdAt),
    proposed: moment(edition.proposedBy, edition.proposedAt),
    approvedBy: approvedBy ? (names[approvedBy] ?? '') : null,
  }
}
