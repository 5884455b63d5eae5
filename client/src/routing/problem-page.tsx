import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { NotConnected, ProblemError } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** What stands in the place of a page that could not be shown. */
export function ProblemPage({ error }: ErrorComponentProps) {
  const router = useRouter()
  const { reset } = useQueryErrorResetBoundary()
  const tryAgain = () => {
    // Without it a query that failed once is not asked again on the same page.
    reset()
    void router.invalidate()
  }
  const again = <Button onClick={tryAgain}>Try again</Button>
  if (error instanceof ProblemError && error.problem.status === 404)
    return <NotFoundPage detail={error.problem.detail} />
  if (error instanceof ProblemError)
    return (
      <Page title="This page cannot be shown" width="two-thirds" hasErrors>
        <ProblemNotice problem={error.problem} />
        {again}
      </Page>
    )
  const lost = error instanceof NotConnected
  return (
    <Page title={lost ? 'Not connected' : 'Something went wrong on this page'} width="two-thirds">
      <p className="govuk-body">
        {lost
          ? 'The service could not be reached. Check your connection, then try again.'
          : 'What you had saved is safe. Try again, or reload the page.'}
      </p>
      {again}
    </Page>
  )
}
