import { useMutation, useQueryClient } from '@tanstack/react-query'
import { roleNames, type Role } from '@inclusion/shared/roles'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Told } from '../outcome.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { ConfirmedButton } from './confirmed-button.tsx'
import { peopleQuery, type OpenInvitation } from './queries.ts'

type Row = Told & { invitation: OpenInvitation }

const columns: Column<Row>[] = [
  {
    header: 'Person',
    cell: ({ invitation: { name, email } }) => (
      <>
        {name}
        <p className="app-reason app-break">{email}</p>
      </>
    ),
  },
  { header: 'Invited as', cell: ({ invitation }) => wordsOf(invitation) },
  { header: 'Runs out on', cell: ({ invitation: { expiresAt } }) => shortDate(londonDate(expiresAt)) },
  { header: 'Change', cell: (row) => <Withdraw {...row} /> },
]

const wordsOf = ({ role, scope }: OpenInvitation): string => `${roleNames[role as Role]}, ${scope}`

/** Invitations that nobody has accepted yet. */
export function OpenInvitations({ invitations, ...told }: Told & { invitations: readonly OpenInvitation[] }) {
  return (
    <Table
      caption="Invitations not accepted yet"
      captionSize="m"
      columns={columns}
      rows={invitations.map((invitation) => ({ invitation, ...told }))}
      rowKey={({ invitation }) => invitation.invitationId}
      empty="Every invitation was accepted, was withdrawn or has run out."
    />
  )
}

function Withdraw({ invitation, onDone, onRefused }: Row) {
  const { invitationId, name } = invitation
  const cache = useQueryClient()
  const words = wordsOf(invitation)
  const withdraw = useMutation({
    mutationFn: () =>
      call(staffApi.people.api.invitations[':invitationId'].withdraw.$post({ param: { invitationId } })),
    onSuccess: () => {
      onDone(`The invitation of ${name} as ${words} is withdrawn.`)
      return cache.invalidateQueries(peopleQuery)
    },
    onError: onRefused,
  })
  return (
    <ConfirmedButton
      words="Withdraw"
      about={`the invitation of ${name} as ${words}`}
      question={`${name} can no longer accept it.`}
      busy={withdraw.isPending}
      onConfirm={() => withdraw.mutate()}
    />
  )
}
