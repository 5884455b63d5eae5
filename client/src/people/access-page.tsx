import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import type { AccessLine } from '@inclusion/server/people/access-review'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { call } from '../api.ts'
import { OutcomeNotice, useOutcome, type Told } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { staffApi } from '../staff-api.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { AccessFilterForm } from './access-filter-form.tsx'
import { AccessRoles } from './access-roles.tsx'
import { ConfirmSelected, SelectBox, useSelected } from './confirm-selected.tsx'
import { ConfirmedButton } from './confirmed-button.tsx'
import { accessOf, accessQuery, peopleQuery, type AccessPlace } from './queries.ts'

type Row = Told & { line: AccessLine; selection: ReturnType<typeof useSelected> }

const columns: Column<Row>[] = [
  { header: 'Person', cell: ({ line }) => <Who {...line} /> },
  { header: 'Can see and do', cell: ({ line }) => <AccessRoles {...line} /> },
  { header: 'Last used', cell: ({ line }) => <LastUsed {...line} /> },
  { header: 'Review', cell: (row) => <StillRight {...row} /> },
]

/** Who can see what, when they last used it, and whether somebody confirmed that it is still right. */
export function AccessPage() {
  const place: AccessPlace = useDeferredValue(useSearch({ strict: false }))
  const { data: lines } = useSuspenseQuery(accessQuery(place))
  const { data: people } = useSuspenseQuery(peopleQuery)
  const { outcome, ...told } = useOutcome()
  const selection = useSelected()
  const overdue = lines.filter(({ roles }) => roles.some(({ isOverdue }) => isOverdue)).length
  const file = `/api/people/access/export?${new URLSearchParams(accessOf(place))}`
  return (
    <Page title="Access review" before={<BackLink href={paths.people()}>People</BackLink>}>
      <OutcomeNotice {...outcome} />
      <p className="govuk-body govuk-!-width-two-thirds">
        Who can see what, and when they last used it. Every half year somebody else confirms that each
        person’s roles are still right:{' '}
        {overdue === 0 ? 'none is' : `of those below ${overdue} ${overdue === 1 ? 'is' : 'are'}`} overdue.
      </p>
      <AccessFilterForm place={place} invitable={people.invitable} />
      <output className="govuk-visually-hidden">{lines.length} people</output>
      {lines.some(({ mayConfirm }) => mayConfirm) && (
        <ConfirmSelected lines={lines} selection={selection} {...told} />
      )}
      <div className="app-access">
        <Table
          stacks
          caption={lines.length === 1 ? '1 person' : `${lines.length} people`}
          columns={columns}
          rows={lines.map((line) => ({ line, selection, ...told }))}
          rowKey={({ line }) => line.personId}
          empty="Nobody is like this."
        />
      </div>
      <p className="govuk-body">
        <Link href={file}>Download this list as CSV</Link>
        {people.invitations.length > 0 && (
          <>
            {' '}
            or see the <Link href={paths.people()}>{invitationsOpen(people.invitations.length)}</Link>
          </>
        )}
      </p>
    </Page>
  )
}

const invitationsOpen = (count: number): string =>
  count === 1 ? 'one invitation that nobody has accepted' : `${count} invitations that nobody has accepted`

function Who({ name, email, jobTitle, suspended, roles }: AccessLine) {
  return (
    <>
      {name} {suspended && <Tag colour="red">Suspended</Tag>}
      {jobTitle && <p className="app-reason">{jobTitle}</p>}
      <p className="app-reason app-break">{email}</p>
      {roles.length === 0 && <Tag colour="grey">No role</Tag>}
    </>
  )
}

function LastUsed({ lastSignInAt, lastActAt }: AccessLine) {
  if (lastSignInAt === null && lastActAt === null) return 'Never signed in'
  return (
    <>
      {lastActAt && dayOf(lastActAt)}
      <p className="app-reason">
        {lastSignInAt ? `Signed in ${dayOf(lastSignInAt)}` : 'No sign-in on record'}
      </p>
    </>
  )
}

const dayOf = (instant: string): string => shortDate(londonDate(instant))

function StillRight({ line, selection, onDone, onRefused }: Row) {
  const { personId, name, roles, mayConfirm } = line
  const cache = useQueryClient()
  const confirm = useMutation({
    mutationFn: () =>
      call(staffApi.access.api.people[':personId']['confirm-access'].$post({ param: { personId } })),
    onSuccess: () => {
      onDone(`You confirmed that the access of ${name} is still right.`)
      return cache.invalidateQueries({ queryKey: ['access'] })
    },
    onError: onRefused,
  })
  if (roles.length === 0) return <p className="app-reason">Nothing to confirm</p>
  return (
    <>
      {roles.some(({ isOverdue }) => isOverdue) && <Tag colour="orange">Overdue</Tag>}
      <p className="app-reason">{confirmedWords(line)}</p>
      {mayConfirm ? (
        <div className="govuk-body-s govuk-!-margin-bottom-0">
          <SelectBox line={line} {...selection} />
          <ConfirmedButton
            key={confirmedWords(line)}
            words="Confirm"
            isHarmless
            about={`that the access of ${name} is still right`}
            question={`You have seen what ${name} can do, and it is still right.`}
            busy={confirm.isPending}
            onConfirm={() => confirm.mutate()}
          />{' '}
          <Link href={staffPaths.leaving(personId)} about={`: ${name}`}>
            Leaves
          </Link>
        </div>
      ) : (
        <p className="app-reason">Another person confirms yours</p>
      )}
    </>
  )
}

/** The oldest confirmation counts: every role has one of its own. */
function confirmedWords({ roles }: AccessLine): string {
  const oldest = roles.toSorted((left, right) =>
    (left.reviewedAt ?? '').localeCompare(right.reviewedAt ?? ''),
  )[0]
  if (!oldest?.reviewedAt) return `Never confirmed; due ${shortDate(oldest?.dueOn ?? '')}`
  return `Confirmed ${dayOf(oldest.reviewedAt)}${oldest.reviewedBy ? ` by ${oldest.reviewedBy}` : ''}`
}
