import { useMutation, useQueryClient } from '@tanstack/react-query'
import { roleNames } from '@inclusion/shared/roles'
import { addDays, shortDate } from '@inclusion/shared/time'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Told } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { ConfirmedButton } from './confirmed-button.tsx'
import { peopleQuery, type MembershipInScope, type PersonInScope } from './queries.ts'

type PeopleTableProps = Told & {
  people: readonly PersonInScope[]
  /** Whether suspending and restoring are this person's to do. */
  administers: boolean
}

type Row = Told & { person: PersonInScope }

const columns: Column<Row>[] = [
  { header: 'Person', cell: ({ person }) => <Who {...person} /> },
  { header: 'What they do, and for whom', cell: (row) => <Memberships {...row} /> },
]
const withAccess: Column<Row>[] = [...columns, { header: 'Access', cell: (row) => <Access {...row} /> }]

export function PeopleTable({ people, administers, ...told }: PeopleTableProps) {
  return (
    <Table
      stacks
      caption={people.length === 1 ? '1 person' : `${people.length} people`}
      columns={administers ? withAccess : columns}
      rows={people.map((person) => ({ person, ...told }))}
      rowKey={({ person }) => person.personId}
      empty="Nobody here has that name, email or place."
    />
  )
}

function Who({ name, email, jobTitle, invented }: PersonInScope) {
  return (
    <>
      {name}
      {invented && <span className="app-reason"> (invented)</span>}
      {jobTitle && <p className="app-reason">{jobTitle}</p>}
      <p className="app-reason app-break">{email}</p>
    </>
  )
}

function Memberships({ person, ...told }: Row) {
  if (person.memberships.length === 0) return <p className="app-reason">Nothing now</p>
  return (
    <ul className="govuk-list app-list-lines">
      {person.memberships.map((membership) => (
        <li key={membership.membershipId}>
          <MembershipLine name={person.name} membership={membership} {...told} />
        </li>
      ))}
      <li>
        <Link href={staffPaths.leaving(person.personId)} about={`: ${person.name}`}>
          Leaves
        </Link>
      </li>
    </ul>
  )
}

type MembershipLineProps = Told & { name: string; membership: MembershipInScope }

function MembershipLine({ name, membership, onDone, onRefused }: MembershipLineProps) {
  const { membershipId, role, scope, endsBefore } = membership
  const cache = useQueryClient()
  const words = `${roleNames[role]}, ${scope}`
  const end = useMutation({
    mutationFn: () =>
      call(staffApi.people.api.memberships[':membershipId'].end.$post({ param: { membershipId } })),
    onSuccess: () => {
      onDone(`${name} is no longer ${words}.`)
      return cache.invalidateQueries(peopleQuery)
    },
    onError: onRefused,
  })
  return (
    <>
      {words}
      {endsBefore && `, until the end of ${shortDate(addDays(endsBefore, -1))}`}{' '}
      <ConfirmedButton
        words="End"
        about={`${words} of ${name}`}
        question={`From their next click on, ${name} can no longer act as ${words}.`}
        busy={end.isPending}
        onConfirm={() => end.mutate()}
      />
    </>
  )
}

function Access({ person, onDone, onRefused }: Row) {
  const { personId, name, suspended } = person
  const cache = useQueryClient()
  const param = { personId }
  const change = useMutation({
    mutationFn: () => {
      const { suspend, restore } = staffApi.people.api.people[':personId']
      return call(suspended ? restore.$post({ param }) : suspend.$post({ param }))
    },
    onSuccess: () => {
      onDone(suspended ? `${name} can sign in again.` : `${name} is suspended and signed out.`)
      return cache.invalidateQueries(peopleQuery)
    },
    onError: onRefused,
  })
  return (
    <>
      {suspended ? <Tag colour="red">Suspended</Tag> : 'Can sign in'}{' '}
      <ConfirmedButton
        key={String(suspended)}
        words={suspended ? 'Restore' : 'Suspend'}
        about={name}
        question={
          suspended
            ? `${name} will be able to sign in again, with what they held before.`
            : `${name} will be signed out and cannot sign in until restored.`
        }
        busy={change.isPending}
        onConfirm={() => change.mutate()}
      />
    </>
  )
}
