import { useSuspenseQuery } from '@tanstack/react-query'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { EditionChanges } from './edition-changes.tsx'
import { EditionDecision } from './edition-decision.tsx'
import { EditionHeadForm } from './edition-head-form.tsx'
import { headField } from './head-fields.tsx'
import { EditionFacts } from './edition-facts.tsx'
import { editionQuery } from './queries.ts'
import { SeverityForm } from './severity-form.tsx'

export function EditionPage() {
  const { data: edition } = useSuspenseQuery(editionQuery(useRouteParam('standardId')))
  const { outcome, ...told } = useOutcome()
  const { status, basedOn, refused, actions } = edition
  const mayEdit = actions.edit === null
  return (
    <Page
      title={edition.name}
      caption="Monitoring Minimum Standards"
      before={<BackLink href={paths.standards()}>All editions</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} fieldId={headField} />
      <EditionFacts edition={edition} />
      {refused && status === 'draft' && (
        <InsetText>
          {refused.by} did not approve it: {refused.reason}
        </InsetText>
      )}
      {status !== 'published' && <EditionDecision edition={edition} {...told} />}
      {basedOn && <EditionChanges edition={edition} basedOn={basedOn} />}
      {mayEdit && (
        <>
          <EditionHeadForm key={edition.revision} edition={edition} outcome={outcome} {...told} />
          <SeverityForm key={`severities-${edition.revision}`} edition={edition} {...told} />
        </>
      )}
      {!mayEdit && (
        <p className="govuk-body">
          <Link href={paths.standards(edition.id)}>All checks of {edition.name}</Link>
        </p>
      )}
    </Page>
  )
}
