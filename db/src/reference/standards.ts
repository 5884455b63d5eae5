/** The reference edition of the Monitoring Minimum Standards, in force from the first period collected. */
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import type { Insertable } from 'kysely'
import type { CheckRow, StandardRow } from '../tables/standards.ts'
import { mentoringPeriods } from './calendar.ts'

type ReferenceStandard = Insertable<StandardRow> & { publishedAt: string }

const editions = [referenceEdition1]

export const standards: ReferenceStandard[] = editions.map(({ id, name, clauses }) => ({
  id,
  name,
  status: 'published' as const,
  effectiveFrom: mentoringPeriods[0]!,
  clauses: JSON.stringify(clauses),
  publishedAt: '2022-04-01T08:00:00.000Z',
}))

export const checks: CheckRow[] = editions.flatMap(({ id, checks: ofEdition }) =>
  ofEdition.map((check, index) => ({
    standardId: id,
    code: check.code,
    position: index + 1,
    body: JSON.stringify(check),
  })),
)
