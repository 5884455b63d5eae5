import { useSuspenseQuery } from '@tanstack/react-query'
import { periodLabel } from '@inclusion/shared/periods'
import type { Check } from '@inclusion/shared/standards/check'
import { paths } from '../routing/paths.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { standardQuery, type PublishedStandard } from './queries.ts'
import { SeverityWords } from './severity-words.tsx'

const columns: Column<Check>[] = [
  {
    header: 'Check',
    cell: ({ code, title }) => (
      <>
        {code} <Link href={paths.check(code)}>{title}</Link>
      </>
    ),
  },
  { header: 'Light tier', cell: ({ severity }) => <SeverityWords severity={severity.light} /> },
  { header: 'Standard tier', cell: ({ severity }) => <SeverityWords severity={severity.standard} /> },
  { header: 'Enhanced tier', cell: ({ severity }) => <SeverityWords severity={severity.enhanced} /> },
]

export function StandardsPage() {
  const { data } = useSuspenseQuery(standardQuery)
  const later = data.clauses.filter(({ number }) => checksOf(data, number).length === 0)
  return (
    <Page title="Monitoring Minimum Standards" caption={data.name}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <InsetText>
            This is a reference edition. The VRU’s own text is not published; this is a complete set of rules
            in its spirit, and RMEL can replace any part of it.
          </InsetText>
          <p className="govuk-body">
            In force from {periodLabel(data.effectiveFrom)}. What is certainly wrong has to be fixed; what is
            merely unusual is explained. How much is asked follows the size of the grant: its tier.
          </p>
          <p className="govuk-body">
            To fix: the return cannot be filed until it is put right. To explain: fix it, or give a reason and
            a sentence. To note: nothing is asked.
          </p>
        </div>
      </div>
      {data.clauses.map(({ number, name }) => {
        const checks = checksOf(data, number)
        if (checks.length === 0) return null
        return (
          <Table
            key={number}
            caption={`${number}. ${name}`}
            captionSize="m"
            columns={columns}
            rows={checks}
            rowKey={({ code }) => code}
          />
        )
      })}
      <h2 className="govuk-heading-m">Clauses without checks yet</h2>
      <p className="govuk-body">{later.map(({ number, name }) => `${number}. ${name}`).join(', ')}.</p>
    </Page>
  )
}

const checksOf = ({ checks }: PublishedStandard, clause: string) =>
  checks.filter((check) => check.clause === clause)
