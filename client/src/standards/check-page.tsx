import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { NotFoundPage } from '../routing/not-found-page.tsx'
import { paths } from '../routing/paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Page } from '../ui/page.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { examplesQuery, standardQuery } from './queries.ts'
import { SeverityWords } from './severity-words.tsx'
import { WorkedExampleCard } from './worked-example-card.tsx'

export function CheckPage() {
  const { code = '' } = useParams({ strict: false })
  const { data: standard } = useSuspenseQuery(standardQuery)
  const { data: examples } = useSuspenseQuery(examplesQuery(code))
  const check = standard.checks.find((each) => each.code === code)
  if (!check) return <NotFoundPage />
  const clause = standard.clauses.find(({ number }) => number === check.clause)
  const { light, standard: middle, enhanced } = check.severity
  return (
    <Page
      title={check.title}
      caption={`Check ${code}, ${standard.name}`}
      before={<BackLink href={paths.standards()}>All checks</BackLink>}
      width="two-thirds"
    >
      <p className="govuk-body-l">{check.rationale}</p>
      <SummaryList
        rows={[
          { key: 'Clause', value: `${check.clause}. ${clause?.name ?? ''}` },
          {
            key: 'When',
            value:
              check.stage === 'filing'
                ? 'As figures are typed, and again when the return is sent for sign-off'
                : 'When the return is signed and submitted',
          },
          { key: 'In the light tier', value: <SeverityWords severity={light} /> },
          { key: 'In the standard tier', value: <SeverityWords severity={middle} /> },
          { key: 'In the enhanced tier', value: <SeverityWords severity={enhanced} /> },
        ]}
      />
      <h2 className="govuk-heading-m">Worked examples</h2>
      <p className="govuk-body">
        Of an invented programme, in October to December 2025. Each is run as a test of the service.
      </p>
      {examples.map((example) => (
        <WorkedExampleCard key={example.title} example={example} />
      ))}
    </Page>
  )
}
