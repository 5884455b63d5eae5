import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { NotFoundPage } from '../routing/not-found-page.tsx'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { CheckFacts } from './check-facts.tsx'
import { CheckHistory } from './check-history.tsx'
import { KindExamples } from './kind-examples.tsx'
import { editionQuery, inForce } from './queries.ts'
import { TrackRecord } from './track-record.tsx'

export function CheckPage() {
  const { code = '' } = useParams({ strict: false })
  const { edition }: { edition?: string | number } = useSearch({ strict: false })
  const { data: standard } = useSuspenseQuery(editionQuery(String(edition ?? inForce)))
  const check = standard.checks.find((each) => each.code === code)
  if (!check) return <NotFoundPage />
  const list =
    standard.status === 'published'
      ? paths.standards(edition === undefined ? edition : String(edition))
      : staffPaths.edition(standard.id)
  return (
    <Page
      title={check.title}
      caption={`Check ${code}, ${standard.name}`}
      before={<BackLink href={list}>All checks</BackLink>}
      width="two-thirds"
    >
      {check.rationale && <p className="govuk-body-l">{check.rationale}</p>}
      <CheckFacts standard={standard} check={check} />
      {standard.status === 'draft' && standard.actions.edit === null && (
        <p className="govuk-body">
          <Link href={staffPaths.editCheck(standard.id, code)}>Change this check in the draft</Link>
        </p>
      )}
      {standard.status === 'published' && <TrackRecord standardId={standard.id} check={code} />}
      <CheckHistory code={code} shown={standard.id} />
      <KindExamples standard={standard} of={{ code, kind: check.rule.kind }} />
    </Page>
  )
}
