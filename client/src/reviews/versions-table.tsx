import type { ReturnView } from '@inclusion/server/returns/view'
import { shortMoment } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'

type Version = ReturnView['versions'][number]

const columns: Column<Version>[] = [
  { header: 'Version', cell: ({ version }) => version },
  { header: 'Submitted', cell: ({ submittedAt }) => shortMoment(submittedAt) },
  { header: 'Certified by', cell: ({ certifiedBy }) => certifiedBy },
  {
    header: 'Receipt',
    cell: ({ reference }) => (
      <Link href={paths.receipt(reference)} about="receipt">
        {reference}
      </Link>
    ),
  },
]

/** What was filed: one line a version, each with the receipt that proves it. */
export function VersionsTable({ versions }: Pick<ReturnView, 'versions'>) {
  return (
    <Table
      caption="Versions and receipts"
      captionSize="m"
      columns={columns}
      rows={versions.toReversed()}
      rowKey={({ reference }) => reference}
      empty="This return was not submitted yet."
    />
  )
}
