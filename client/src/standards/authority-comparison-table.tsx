import type { AuthorityComparison } from '@inclusion/server/standards/compare'
import { staffPaths } from '../routing/staff-paths.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { countColumns } from './count-columns.ts'

const columnsFor = (standardId: string): Column<AuthorityComparison>[] => [
  {
    header: 'Authority',
    cell: ({ gssCode, name }) => (
      <Link href={`${staffPaths.backTest(standardId, { authority: gssCode })}#returns`}>{name}</Link>
    ),
  },
  { header: 'Returns', cell: ({ returns }) => returns.toLocaleString('en-GB'), numeric: true },
  ...countColumns<AuthorityComparison>(),
]

type AuthorityComparisonTableProps = { standardId: string; authorities: readonly AuthorityComparison[] }

/** The returns of each authority with a finding, in both editions. In the order of their names: this is no ranking. */
export function AuthorityComparisonTable({ standardId, authorities }: AuthorityComparisonTableProps) {
  return (
    <Details summary={`By authority (${authorities.length})`}>
      <Table
        caption="Returns of each authority with a finding"
        columns={columnsFor(standardId)}
        rows={authorities}
        rowKey={({ gssCode }) => gssCode}
      />
    </Details>
  )
}
