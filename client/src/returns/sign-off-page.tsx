import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReturnView } from '@inclusion/server/returns/view'
import { refusals } from '@inclusion/shared/refusals'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Declaration } from './declaration.tsx'
import { returnQuery } from './queries.ts'
import { ReturnTrail } from './return-header.tsx'
import { OpenQuestions } from './return-news.tsx'
import { returnCaption, whoAndWhen } from './return-words.ts'
import { SendBack } from './send-back.tsx'
import { findingsElsewhere } from './sections.ts'
import { ExplanationsGiven } from './summary/explanations-given.tsx'
import { OpenFindings } from './summary/open-findings.tsx'
import { RequestsOfRmel } from './summary/requests-of-rmel.tsx'
import { ReturnSummary } from './summary/return-summary.tsx'
import { ChangesSince } from './summary/changes-since.tsx'

export function SignOffPage() {
  const { data: view } = useSuspenseQuery(returnQuery(useRouteParam('returnId')))
  const title = view.tier === 'light' ? 'Declare and submit' : 'Sign off'
  return (
    <Page title={title} caption={returnCaption(view)} before={<ReturnTrail view={view} />}>
      {view.sent && <p className="govuk-body">Sent for sign-off by {whoAndWhen(view.sent)}.</p>}
      <RequestsOfRmel view={view} />
      <OpenFindings view={view} />
      <OpenQuestions view={view} />
      <ChangesSince view={view} />
      <ReturnSummary view={view} />
      <ExplanationsGiven findings={findingsElsewhere(view.findings)} view={view} />
      <Decision view={view} />
    </Page>
  )
}

function Decision({ view }: { view: ReturnView }) {
  const { submit, decline } = view.actions
  if (submit !== null)
    return (
      <InsetText>
        You cannot sign this return now. {refusals[submit].title}{' '}
        <Link href={paths.return(view.id)}>Go to the return</Link>
      </InsetText>
    )
  return (
    <>
      <Declaration view={view} />
      {decline === null && <SendBack view={view} />}
    </>
  )
}
