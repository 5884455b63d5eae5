import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { BackTestView } from '@inclusion/server/standards/back-test-view'
import type { EditionView } from '@inclusion/server/standards/view'
import { shortMoment } from '@inclusion/shared/time'
import { api, call } from '../api.ts'
import { cache } from '../cache.ts'
import { hasErrors, OutcomeNotice, useOutcome, type Told } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { BackTestComparison } from './back-test-comparison.tsx'
import { backTestQuery, editionQuery } from './queries.ts'
import { whyNotWords } from './edition-decision.tsx'
import { TestedReturns } from './tested-returns.tsx'
import { useEditionAct } from './use-edition-act.ts'

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
      before={<BackLink href={paths.edition(edition.id)}>{edition.name}</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} />
      <p className="govuk-body govuk-!-width-two-thirds">
        A back-test tries the draft on every return that was ever submitted, as it was filed, and sets what it
        would have fired on beside what the return’s own edition fires on. It changes no return.
      </p>
      <Progress edition={edition} backTest={backTest} />
      <Begin edition={edition} backTest={backTest} {...told} />
      {backTest?.comparison && (
        <>
          <BackTestComparison edition={edition} comparison={backTest.comparison} />
          <TestedReturns edition={edition} backTest={backTest} of={of} />
        </>
      )}
    </Page>
  )
}

/** Once it is finished, what the edition's own page says of it has changed too. */
function useFreshEdition({ id, backTest }: EditionView, now: BackTestView | undefined): void {
  const hasMoved = backTest?.id === now?.id && now !== undefined && backTest?.status !== now.status
  useEffect(() => {
    if (hasMoved) void cache.invalidateQueries(editionQuery(id))
  }, [hasMoved, id])
}

type StateProps = { edition: EditionView; backTest: BackTestView | undefined }

function Progress({ edition, backTest }: StateProps) {
  return (
    <output className="app-progress">
      {backTest?.status === 'running' && (
        <progress
          className="app-progress__bar"
          max={backTest.total}
          value={backTest.done}
          aria-label="Returns tried"
        />
      )}
      <p className="govuk-body">{progressWords(edition, backTest)}</p>
    </output>
  )
}

function progressWords(edition: EditionView, backTest: BackTestView | undefined): string {
  if (!backTest) return edition.backTest ? 'Looking how far it is…' : 'It has not been back-tested yet.'
  const { status, done, total, startedBy, startedAt, finishedAt } = backTest
  const when = shortMoment(finishedAt ?? startedAt)
  if (status === 'running')
    return `${done} of ${total} returns are done. You can leave this page: it goes on without you.`
  if (status === 'failed')
    return `The back-test that ${startedBy} began did not come to its end (${when}). Run it again.`
  const moved = backTest.isOfThisDraft ? '' : ' It is of an earlier draft: the edition was changed since.'
  return `Finished ${when}, on ${total} returns; begun by ${startedBy}.${moved}`
}

function Begin({ edition, backTest, ...told }: Told & StateProps) {
  const { id: standardId } = edition
  const begin = useEditionAct(
    standardId,
    {
      send: () => call(api.editions[':standardId']['back-tests'].$post({ param: { standardId } })),
      done: null,
    },
    told,
  )
  if (edition.status === 'published') return null
  // The button stays in its place, and the focus on it, while the work goes on.
  const isRunning = backTest?.status === 'running' && backTest.isOfThisDraft
  const isDone = backTest?.status === 'finished' && backTest.isOfThisDraft
  return (
    <Button
      look={isDone ? 'secondary' : 'primary'}
      busy={begin.isPending || isRunning}
      unavailable={whyNotWords(edition, 'back-test')}
      onClick={() => begin.mutate()}
    >
      {isRunning ? 'Running' : backTest ? 'Run it again' : 'Run the back-test'}
    </Button>
  )
}
