import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import type { Check } from '@inclusion/shared/standards/check'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { sessionQuery } from '../shell/session.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { BeginEdition } from './begin-edition.tsx'
import { EditionsTable } from './editions-table.tsx'
import { editionQuery, editionsQuery, inForce } from './queries.ts'
import { SeverityWords } from './severity-words.tsx'
import { tierLabels, tiersInOrder } from './severity-names.ts'
import { StandardIntroduction } from './standard-introduction.tsx'
import { useTrackColumns } from './track-record.tsx'

const columnsOf = (edition?: string): Column<Check>[] => [
  {
    header: 'Check',
    cell: ({ code, title }) => (
      <>
        {code} <Link href={paths.check(code, edition)}>{title}</Link>
      </>
    ),
  },
  ...tiersInOrder.map((tier): Column<Check> => ({
    header: tierLabels[tier],
    cell: ({ severity }) => <SeverityWords severity={severity[tier]} />,
  })),
]

export function StandardsPage() {
  const { edition = inForce }: { edition?: string | number } = useSearch({ strict: false })
  const { data } = useSuspenseQuery(editionQuery(useDeferredValue(String(edition))))
  const { data: editions } = useSuspenseQuery(editionsQuery)
  const { data: session } = useQuery(sessionQuery)
  const trackColumns = useTrackColumns(data.id)
  const columns = [...columnsOf(data.isInForce ? undefined : data.id), ...trackColumns]
  const may = (capability: string) => session?.capabilities.some((each) => each === capability) ?? false
  return (
    <Page title="Monitoring Minimum Standards" caption={data.name}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <StandardIntroduction edition={data} />
          {may('evidence.see') && (
            <ul className="govuk-list">
              <li>
                <Link href={staffPaths.scores()}>Scores of boroughs over time</Link>
              </li>
              {may('framework.see') && (
                <li>
                  <Link href={staffPaths.framework()}>What programmes ask: the framework</Link>
                </li>
              )}
              {may('waiver.see') && (
                <li>
                  <Link href={paths.waivers()}>Waivers</Link>
                </li>
              )}
            </ul>
          )}
        </div>
      </div>
      {(editions.length > 1 || may('standard.edit')) && <EditionsTable editions={editions} shown={data.id} />}
      {may('standard.edit') && <BeginEdition editions={editions} />}
      <div className="app-checks">
        {data.clauses.map(({ number, name }) => (
          <Table
            key={number}
            caption={`${number}. ${name}`}
            captionSize="m"
            columns={columns}
            rows={data.checks.filter((check) => check.clause === number)}
            rowKey={({ code }) => code}
            empty="No check of this clause."
          />
        ))}
      </div>
    </Page>
  )
}
