import type { ProgrammeView } from '@inclusion/server/programmes/view'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { Table, type Column } from '../ui/table.tsx'

type BoroughReturn = ProgrammeView['completeness'][number]

const day = (instant: string | null) => (instant ? shortDate(londonDate(instant)) : 'Not yet')

const columns: Column<BoroughReturn>[] = [
  {
    header: 'Borough',
    cell: ({ name, returnId }) => <Link href={paths.review(returnId)}>{name}</Link>,
  },
  { header: 'Status', cell: ({ status }) => <StatusTag status={status} /> },
  { header: 'Due', cell: ({ dueOn }) => shortDate(dueOn) },
  { header: 'Submitted', cell: ({ submittedAt }) => day(submittedAt) },
  {
    header: 'Accepted',
    cell: ({ acceptedAt, version, newerUnderWay }) =>
      newerUnderWay && version !== null ? `Version ${version}; the newer one not yet` : day(acceptedAt),
  },
  {
    header: 'In the figures below',
    cell: ({ version, newerUnderWay }) => {
      if (version === null) return 'No'
      return newerUnderWay
        ? `Version ${version}: as last accepted, while a newer one is under way`
        : `Version ${version}`
    },
  },
]

/** Who is in: how many boroughs have accepted figures, and how far each return is. */
export function Completeness({ completeness }: Pick<ProgrammeView, 'completeness'>) {
  const standing = completeness.filter(({ hasAccepted }) => hasAccepted)
  const reopened = standing.filter(({ status }) => status !== 'accepted')
  return (
    <>
      <p className="govuk-body">
        Accepted figures so far: <strong>{`${standing.length} of ${completeness.length}`}</strong>{' '}
        {completeness.length === 1 ? 'borough' : 'boroughs'}.
        {reopened.length > 0 && ` ${standingWords(reopened)}`}
      </p>
      <Details summary="Each borough’s return">
        <Table
          caption="Returns by borough"
          captionSize="hidden"
          columns={columns}
          rows={completeness}
          rowKey={({ returnId }) => returnId}
          empty="No return was opened for this period."
        />
      </Details>
    </>
  )
}

/** Says which boroughs are in with figures of a return that is open again. */
function standingWords(boroughs: readonly BoroughReturn[]): string {
  const names = new Intl.ListFormat('en-GB').format(boroughs.map(({ name }) => name))
  const open = boroughs.length === 1 ? 'is open again; its' : 'are open again; their'
  return `${names} ${open} accepted figures stand until others are accepted in their place.`
}
