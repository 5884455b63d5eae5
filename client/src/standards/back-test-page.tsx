import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Page } from '../ui/page.tsx'
import { BackTestComparison } from './back-test-comparison.tsx'
import { BackTestProgress } from './back-test-progress.tsx'
import { BeginBackTest } from './begin-back-test.tsx'
import { backTestQuery, editionQuery } from './queries.ts'
import { TestedReturns } from './tested-returns.tsx'
import { useFreshEdition } from './use-fresh-edition.ts'

export function BackTestPage() {
  const { data: edition } = useSuspenseQuery(editionQuery(useRouteParam('standardId')))
  const { check, authority }: { check?: string; authority?: string } = useSearch({ strict: false })
  const { outcome, ...told } = useOutcome()
  const backTestId = edition.backTest?.id ?? ''
  const { data: backTest } = useQuery({ ...backTestQuery(backTestId), enabled: backTestId !== '' })
  useFreshEdition(edition, backTest)
  const of = { ...(check && { check: check.replace('-', '.') }), ...(authority && { authority }) }
  return (
    <Page
      title="Back-test"
      caption={edition.name}
      before={<BackLink href={staffPaths.edition(edition.id)}>{edition.name}</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} />
      <p className="govuk-body govuk-!-width-two-thirds">
        A back-test tries the draft on every return that was ever submitted, as it was filed, and sets what it
        would have fired on beside what the return’s own edition fires on. It changes no return.
      </p>
      <BackTestProgress edition={edition} backTest={backTest} />
      <BeginBackTest edition={edition} backTest={backTest} {...told} />
      {backTest?.comparison && (
        <>
          <BackTestComparison edition={edition} comparison={backTest.comparison} />
          <TestedReturns edition={edition} backTest={backTest} of={of} />
        </>
      )}
    </Page>
  )
}
