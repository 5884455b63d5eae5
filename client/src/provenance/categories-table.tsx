import type { FigureProvenance } from '@inclusion/server/provenance/figure-provenance'
import { provenancePaths } from '../routing/provenance-paths.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'

type Category = FigureProvenance['categories'][number]

const columnsOf = (returnId: string): Column<Category>[] => [
  {
    header: 'Figure',
    cell: ({ locator, name }) => (
      <Link href={provenancePaths.figure(returnId, locator)} about="where it comes from">
        {name}
      </Link>
    ),
  },
  { header: 'What it says', cell: ({ shown }) => shown ?? 'Blank' },
]

/** The breakdowns of a total, folded away: each comes from somewhere of its own. */
export function CategoriesTable({ figure: { categories, returnId, name } }: { figure: FigureProvenance }) {
  if (categories.length === 0) return null
  return (
    <Details summary={`Its breakdowns: ${categories.length} figures`}>
      <Table
        caption={`${name}, broken down`}
        captionSize="hidden"
        columns={columnsOf(returnId)}
        rows={categories}
        rowKey={({ locator }) => locator}
      />
    </Details>
  )
}
