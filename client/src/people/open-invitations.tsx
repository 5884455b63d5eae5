import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { roleNames, type Role } from '@inclusion/shared/roles'
import { addDays, londonDate, shortDate } from '@inclusion/shared/time'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Told } from '../outcome.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { ConfirmedButton } from './confirmed-button.tsx'
import { peopleQuery, type OpenInvitation } from './queries.ts'
import { conflictsOf } from './role-conflicts.ts'

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
  {
    header: 'Invited as',
    cell: ({ invitation }) => (
      <>
        {wordsOf(invitation)}
        <p className="app-reason">{aboutOf(invitation)}</p>
      </>
    ),
  },
  { header: 'Can be accepted', cell: ({ invitation }) => <Until {...invitation} /> },
  { header: 'Change', cell: (row) => <Changes {...row} /> },
]

const wordsOf = ({ role, scope }: OpenInvitation): string => `${roleNames[role as Role]}, ${scope}`

/** Who invited, and until when the role is held. */
function aboutOf({ invitedBy, endsBefore }: OpenInvitation): string {
  const until = endsBefore ? `the role ends after ${shortDate(addDays(endsBefore, -1))}` : null
  return [invitedBy ? `By ${invitedBy}` : null, until].filter((words) => words !== null).join('; ')
}

function Until({ expiresAt, hasRunOut }: OpenInvitation) {
  // It runs out at a moment of that day: the day before is the last whole one, as the letter says.
  const last = shortDate(addDays(londonDate(expiresAt), -1))
  if (!hasRunOut) return `Until the end of ${last}`
  return (
    <>
      <Tag colour="grey">Run out</Tag>
      <p className="app-reason">After {last}</p>
    </>
  )
}

/** Invitations that nobody has accepted yet; none, and there is nothing to do. */
export function OpenInvitations({ invitations, ...told }: Told & { invitations: readonly OpenInvitation[] }) {
  if (invitations.length === 0) return null
  return (
    <Table
      stacks
      caption="Invitations not accepted yet"
      captionSize="m"
      columns={columns}
      rows={invitations.map((invitation) => ({ invitation, ...told }))}
      rowKey={({ invitation }) => invitation.invitationId}
    />
  )
}

function Changes({ invitation, onDone, onRefused }: Row) {
  const { invitationId, name, email } = invitation
  const cache = useQueryClient()
  const words = wordsOf(invitation)
  const of = { param: { invitationId } }
  const { withdraw, 'send-again': again } = staffApi.people.api.invitations[':invitationId']
  // What was asked is over once it is done.
  const [times, setTimes] = useState(0)
  const done = (what: string) => () => {
    setTimes(times + 1)
    onDone(what)
    return cache.invalidateQueries(peopleQuery)
  }
  const withdrawal = useMutation({
    mutationFn: () => call(withdraw.$post(of)),
    onSuccess: done(`The invitation of ${name} as ${words} is withdrawn.`),
    onError: onRefused,
  })
  const sending = useMutation({
    mutationFn: (knowing: boolean) => call(again.$post({ ...of, json: { knowing } })),
    onSuccess: done(`The invitation was sent to ${email} again. It can be accepted for 14 days.`),
    // Roles that check each other are asked about in their place.
    onError: (error) => conflictsOf(error).length === 0 && onRefused(error),
  })
  const conflicts = conflictsOf(sending.error)
  const about = `the invitation of ${name} as ${words}`
  return (
    <>
      <ConfirmedButton
        key={times}
        words="Send again"
        about={about}
        question={
          conflicts.length > 0
            ? `${name} would hold two roles that check each other. ${conflicts.join(' ')} Send it all the same?`
            : `${name} gets the letter once more, and 14 days to accept.`
        }
        busy={sending.isPending}
        onConfirm={() => sending.mutate(conflicts.length > 0)}
      />{' '}
      <ConfirmedButton
        words="Withdraw"
        about={about}
        question={`${name} can no longer accept it.`}
        busy={withdrawal.isPending}
        onConfirm={() => withdrawal.mutate()}
      />
    </>
  )
}
