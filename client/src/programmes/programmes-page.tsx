import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { staffPaths } from '../routing/staff-paths.ts'
import { sessionQuery } from '../shell/session.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { programmesQuery } from './queries.ts'

export function ProgrammesPage() {
  const { data } = useSuspenseQuery(programmesQuery)
  const { data: session } = useQuery(sessionQuery)
  const mayFramework = session?.capabilities.includes('framework.see') ?? false
  return (
    <Page title="Programmes" width="two-thirds">
      <p className="govuk-body">What was accepted, rolled up over boroughs and over the year.</p>
      {data.map(({ code, name, summary }) => (
        <section key={code}>
          <h2 className="govuk-heading-m">
            <Link href={staffPaths.programme(code)}>{name}</Link>
          </h2>
          <p className="govuk-body">{summary}</p>
        </section>
      ))}
      {mayFramework && (
        <p className="govuk-body">
          <Link href={staffPaths.framework()}>What programmes ask: the framework</Link>
        </p>
      )}
      {data.length === 0 && <p className="govuk-body">No programme is yours to see yet.</p>}
    </Page>
  )
}
