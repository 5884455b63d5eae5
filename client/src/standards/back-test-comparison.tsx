import type {
  AuthorityComparison,
  CheckComparison,
  Comparison,
  Counts,
} from '@inclusion/server/standards/compare'
import type { EditionView } from '@inclusion/server/standards/view'
import { paths } from '../routing/paths.ts'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'

type BackTestComparisonProps = { edition: EditionView; comparison: Comparison }

const number = (count: number): string => count.toLocaleString('en-GB')

const counts = <Row extends Counts>(): Column<Row>[] => [
  { header: 'Own edition', cell: ({ present }) => number(present), numeric: true },
  { header: 'This draft', cell: ({ draft }) => number(draft), numeric: true },
  { header: 'Newly', cell: ({ added }) => number(added), numeric: true },
  { header: 'No more', cell: ({ gone }) => number(gone), numeric: true },
  { header: 'Other severity', cell: ({ moved }) => number(moved), numeric: true },
]

const differs = ({ added, gone, moved }: Counts): boolean => added + gone + moved > 0

/** In how many returns each check fires in both editions, and the same authority by authority. */
export function BackTestComparison({ edition, comparison }: BackTestComparisonProps) {
  const { returns, checks, authorities } = comparison
  const changed = checks.filter(differs)
  const others = checks.filter((check) => !differs(check) && check.draft > 0)
  const byCheck: Column<CheckComparison>[] = [
    {
      header: 'Check',
      cell: ({ code, title }) => (
        <>
          {code} <Link href={`${paths.backTest(edition.id, { check: code })}#returns`}>{title}</Link>
        </>
      ),
    },
    ...counts<CheckComparison>(),
  ]
  return (
    <>
      <h2 className="govuk-heading-m">What would be different</h2>
      <p className="govuk-body govuk-!-width-two-thirds">
        The number of returns, of {number(returns)}, in which a check fires at least once. Newly and no more:
        at a place where the other edition says nothing.
      </p>
      <Table
        caption="Checks that the draft changes the findings of"
        columns={byCheck}
        rows={changed}
        rowKey={({ code }) => code}
        empty="None: the draft finds in every return what its own edition finds."
      />
      {others.length > 0 && (
        <Details summary={`${others.length} checks that fire as before`}>
          <Table
            caption="Checks that fire as before"
            columns={byCheck}
            rows={others}
            rowKey={({ code }) => code}
          />
        </Details>
      )}
      <AuthorityTable edition={edition} authorities={authorities} />
    </>
  )
}

type AuthorityTableProps = { edition: EditionView; authorities: readonly AuthorityComparison[] }

function AuthorityTable({ edition, authorities }: AuthorityTableProps) {
  const columns: Column<AuthorityComparison>[] = [
    {
      header: 'Authority',
      cell: ({ gssCode, name }) => (
        <Link href={`${paths.backTest(edition.id, { authority: gssCode })}#returns`}>{name}</Link>
      ),
    },
    { header: 'Returns', cell: ({ returns }) => number(returns), numeric: true },
    ...counts<AuthorityComparison>(),
  ]
  return (
    <Details summary={`By authority (${authorities.length})`}>
      <Table
        caption="Returns of each authority with a finding"
        columns={columns}
        rows={authorities}
        rowKey={({ gssCode }) => gssCode}
      />
    </Details>
  )
}
