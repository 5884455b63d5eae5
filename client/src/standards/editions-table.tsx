import type { EditionLine } from '@inclusion/server/standards/edition-line'
import { periodLabel } from '@inclusion/shared/periods'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { EditionTag } from './edition-tag.tsx'

const on = (instant: string): string => shortDate(londonDate(instant))

function historyOf({ created, proposed, approvedBy, publishedAt }: EditionLine): string {
  const published = publishedAt ? `published ${on(publishedAt)}` : null
  if (!created) return published ? 'Came with the service' : ''
  const parts = [
    `begun by ${created.by} ${on(created.at)}`,
    proposed && `proposed by ${proposed.by} ${on(proposed.at)}`,
    approvedBy && `approved by ${approvedBy}`,
    published,
  ].filter(Boolean)
  const words = parts.join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const columnsFor = (shown: string): Column<EditionLine>[] => [
  {
    header: 'Edition',
    cell: ({ id, name, status }) =>
      status === 'published' ? (
        id === shown ? (
          name
        ) : (
          <Link href={paths.standards(id)}>{name}</Link>
        )
      ) : (
        <Link href={staffPaths.edition(id)}>{name}</Link>
      ),
  },
  { header: 'Status', cell: (edition) => <EditionTag edition={edition} /> },
  { header: 'For returns from', cell: ({ effectiveFrom }) => periodLabel(effectiveFrom) },
  { header: 'Checks', cell: ({ checks }) => checks, numeric: true },
  {
    header: 'Who and when',
    cell: (edition) => (
      <>
        {historyOf(edition)}
        {edition.basedOn && edition.status === 'published' && (
          <>
            .{' '}
            <Link href={staffPaths.edition(edition.id)} about={`in ${edition.name}`}>
              What it changed
            </Link>
          </>
        )}
      </>
    ),
  },
]

/** Every edition this person may see. */
export function EditionsTable({ editions, shown }: { editions: readonly EditionLine[]; shown: string }) {
  return (
    <Table
      caption="Editions"
      captionSize="m"
      columns={columnsFor(shown)}
      rows={editions}
      rowKey={({ id }) => id}
    />
  )
}
