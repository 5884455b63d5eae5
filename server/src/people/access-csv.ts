/** The access review as CSV, one line a role, and one for each person without any. No cell runs as a formula. */
import { accessWords } from '@inclusion/shared/access'
import { roleNames } from '@inclusion/shared/roles'
import { addDays } from '@inclusion/shared/time'
import { csvHeader, csvLines } from '../templates/guarded-csv.ts'
import type { AccessLine, AccessRole } from './access-review.ts'

type Column = { header: string; cell: (line: AccessLine, role: AccessRole | null) => string | null }

const columns: Column[] = [
  { header: 'Name', cell: ({ name }) => name },
  { header: 'Email', cell: ({ email }) => email },
  { header: 'Job', cell: ({ jobTitle }) => jobTitle },
  { header: 'Can sign in', cell: ({ suspended }) => (suspended ? 'no, suspended' : 'yes') },
  { header: 'Last signed in', cell: ({ lastSignInAt }) => lastSignInAt },
  { header: 'Role', cell: (_, role) => role && roleNames[role.role] },
  { header: 'Over', cell: (_, role) => role && role.scope },
  { header: 'Access', cell: (_, role) => role && accessWords[role.role] },
  { header: 'From', cell: (_, role) => role && role.startsOn },
  {
    header: 'Last day',
    cell: (_, role) => (role?.endsBefore ? addDays(role.endsBefore, -1) : null),
  },
  { header: 'Last used', cell: (_, role) => role && (role.lastUsedAt ?? 'never') },
  { header: 'Confirmed on', cell: (_, role) => role && role.reviewedAt },
  { header: 'Confirmed by', cell: (_, role) => role && role.reviewedBy },
  { header: 'To confirm by', cell: (_, role) => role && role.dueOn },
  { header: 'Overdue', cell: (_, role) => role && (role.isOverdue ? 'yes' : 'no') },
  { header: 'Roles that check each other', cell: ({ conflicts }) => conflicts.join('; ') },
]

export function accessCsv(lines: readonly AccessLine[]): string {
  const rows = lines.flatMap((line) =>
    (line.roles.length === 0 ? [null] : line.roles).map((role) =>
      columns.map(({ cell }) => cell(line, role) ?? ''),
    ),
  )
  return csvHeader(columns.map(({ header }) => header)) + csvLines(rows)
}
