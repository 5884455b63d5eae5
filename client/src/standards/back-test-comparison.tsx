import type { CheckComparison, Comparison, Counts } from '@inclusion/server/standards/compare'
import type { EditionView } from '@inclusion/server/standards/view'
import { staffPaths } from '../routing/staff-paths.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { AuthorityComparisonTable } from './authority-comparison-table.tsx'
import { countColumns } from './count-columns.ts'

type BackTestComparisonProps = { edition: EditionView; comparison: Comparison }

const differs = ({ added, gone, moved }: Counts): boolean => added + gone + moved > 0

const columnsFor = (standardId: string): Column<CheckComparison>[] => [
  {
    header: 'Check',
    cell: ({ code, title }) => (
      <>
        {code} <Link href={`${staffPaths.backTest(standardId, { check: code })}#returns`}>{title}</Link>
      </>
    ),
  },
  ...countColumns<CheckComparison>(),
]

const rowKey = ({ code }: CheckComparison): string => code

/** In how many returns each check fires in both editions, and the same authority by authority. */
export function BackTestComparison({ edition, comparison }: BackTestComparisonProps) {
  const { returns, checks, authorities } = comparison
  const changed = checks.filter(differs)
  const others = checks.filter((check) => !differs(check) && check.draft > 0)
  const columns = columnsFor(edition.id)
  const asBefore = 'Checks that fire as before'
  return (
    <>
      <h2 className="govuk-heading-m">What would be different</h2>
      <p className="govuk-body govuk-!-width-two-thirds">
        The number of returns, of {returns.toLocaleString('en-GB')}, in which a check fires at least once.
        Newly and no more: at a place where the other edition says nothing.
      </p>
      <Table
        caption="Checks that the draft changes the findings of"
        columns={columns}
        rows={changed}
        rowKey={rowKey}
        empty="None: the draft finds in every return what its own edition finds."
      />
      {others.length > 0 && (
        <Details summary={`${asBefore} (${others.length})`}>
          <Table caption={asBefore} columns={columns} rows={others} rowKey={rowKey} />
        </Details>
      )}
      <AuthorityComparisonTable standardId={edition.id} authorities={authorities} />
    </>
  )
}
