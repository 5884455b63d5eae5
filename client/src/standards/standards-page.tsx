import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import type { EditionView } from '@inclusion/server/standards/view'
import { periodLabel } from '@inclusion/shared/periods'
import type { Check } from '@inclusion/shared/standards/check'
import { paths } from '../routing/paths.ts'
import { sessionQuery } from '../shell/session.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { BeginEdition } from './begin-edition.tsx'
import { EditionsTable } from './editions-table.tsx'
import { editionQuery, editionsQuery, inForce } from './queries.ts'
import { SeverityWords } from './severity-words.tsx'
import { tierLabels, tiersInOrder } from './severity-names.ts'
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
  const { edition = inForce }: { edition?: string } = useSearch({ strict: false })
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
          <Introduction edition={data} />
          {may('evidence.see') && (
            <p className="govuk-body">
              <Link href={paths.scores()}>Scores of boroughs over time</Link>
            </p>
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

function Introduction({ edition }: { edition: EditionView }) {
  return (
    <>
      <InsetText>
        {edition.basedOn
          ? edition.summary || 'Written by RMEL on the ground of the reference edition.'
          : 'This is a reference edition. The VRU’s own text is not published; this is a complete set of rules in its spirit, and RMEL can replace any part of it.'}
      </InsetText>
      <p className="govuk-body">
        {edition.isInForce ? 'In force from' : 'For returns from'} {periodLabel(edition.effectiveFrom)}. What
        is certainly wrong has to be fixed; what is merely unusual is explained. How much is asked follows the
        size of the grant: light under £30,000, standard under £100,000, enhanced from there.
      </p>
      <p className="govuk-body">
        To fix: the return cannot be filed until it is put right. To explain: fix it, or give a reason and a
        sentence. To note: nothing is asked. A return keeps the edition it was filed under.
      </p>
    </>
  )
}
