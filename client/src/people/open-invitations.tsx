import { roleNames, type Role } from '@inclusion/shared/roles'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { Table, type Column } from '../ui/table.tsx'
import type { OpenInvitation } from './queries.ts'

const columns: Column<OpenInvitation>[] = [
  {
    header: 'Person',
    cell: ({ name, email }) => (
      <>
        {name}
        <p className="app-reason app-break">{email}</p>
      </>
    ),
  },
  { header: 'Invited as', cell: ({ role, scope }) => `${roleNames[role as Role]}, ${scope}` },
  { header: 'Runs out on', cell: ({ expiresAt }) => shortDate(londonDate(expiresAt)) },
]

/** Invitations that nobody has accepted yet. */
export function OpenInvitations({ invitations }: { invitations: readonly OpenInvitation[] }) {
  return (
    <Table
      caption="Invitations not accepted yet"
      captionSize="m"
      columns={columns}
      rows={invitations}
      rowKey={({ invitationId }) => invitationId}
      empty="Every invitation was accepted or has run out."
    />
  )
}
