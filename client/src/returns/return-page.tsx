import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReturnView } from '@inclusion/server/returns/view'
import { londonDate, shortDate } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { ScoreList } from '../standards/score-list.tsx'
import { BackLink } from '../ui/back-link.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { TaskList } from '../ui/task-list.tsx'
import { closedWords } from './closed-words.ts'
import { CopyForward } from './copy-forward.tsx'
import { KeptHere } from './entry/kept-here.tsx'
import { JustDone } from './just-done.tsx'
import { returnQuery } from './queries.ts'
import { ReturnActions } from './return-actions.tsx'
import { dueWords, heldWords, whoAndWhen } from './return-words.ts'
import { ReturnNews } from './return-news.tsx'
import { tasksOf } from './return-tasks.tsx'
import { progressOf, progressWords } from './sections.ts'
import { UploadLink } from './upload-link.tsx'
import { WholeReturn } from './whole-return.tsx'

const tierWords = { light: 'Light tier', standard: 'Standard tier', enhanced: 'Enhanced tier' }

export function ReturnPage() {
  const { data: view } = useSuspenseQuery(returnQuery(useRouteParam('returnId')))
  return (
    <Page
      title={`${view.programme.name}, ${view.authority.name}`}
      caption={view.period.label}
      before={<BackLink href={paths.home()}>Your work</BackLink>}
    >
      <JustDone />
      <SummaryList rows={factsOf(view)} />
      <KeptHere view={view} />
      <ReturnNews view={view} />
      <h2 className="govuk-heading-m">
        What is asked
        <span className="govuk-caption-m">
          {progressWords(progressOf(view.checkInput.asked, view.checkInput))}
        </span>
      </h2>
      <TaskList tasks={tasksOf(view)} />
      <UploadLink view={view} />
      <CopyForward view={view} />
      <WholeReturn view={view} />
      <NextStep view={view} />
      <ReturnActions view={view} />
      <ScoreList returnId={view.id} />
    </Page>
  )
}

function factsOf(view: ReturnView) {
  const { submitted, accepted, versions } = view
  const held = view.status === 'accepted' ? '' : `, ${heldWords(view.heldForDays)}`
  return [
    { key: 'Status', value: <StatusTag status={view.status} /> },
    { key: 'With', value: `${view.holder === 'Nobody' ? 'Nobody: it is done' : view.holder}${held}` },
    { key: 'Due', value: dueWords(view) },
    ...(view.extension ? [{ key: 'Extended', value: extensionWords(view.extension) }] : []),
    ...(submitted ? [{ key: 'Submitted', value: whoAndWhen(submitted) }] : []),
    ...(accepted ? [{ key: 'Accepted', value: whoAndWhen(accepted) }] : []),
    {
      key: 'Checked against',
      value: (
        <>
          <Link href={paths.standards()}>VRU Monitoring Minimum Standards, {view.standard.name}</Link>,{' '}
          {tierWords[view.tier].toLowerCase()}
        </>
      ),
    },
    {
      key: 'Records',
      value: (
        <>
          <Link href={paths.returnHistory(view.id)}>History</Link>
          {versions.length > 0 && (
            <>
              {' and '}
              <Link href={paths.returnReceipt(view.id)}>receipt</Link>
            </>
          )}
        </>
      ),
    },
  ]
}

/** Since when it has another due day, and why. */
const extensionWords = ({ dueOnBefore, reason, by, at }: NonNullable<ReturnView['extension']>): string =>
  `From ${shortDate(dueOnBefore)}, by ${by} on ${shortDate(londonDate(at))}: ${reason}`

/** What to do next, for whoever it is for. */
function NextStep({ view }: { view: ReturnView }) {
  const { actions, id, tier } = view
  const light = tier === 'light'
  if (actions.submit === null && !light)
    return (
      <ButtonGroup>
        <ButtonLink href={paths.returnSignOff(id)}>Read it and sign</ButtonLink>
      </ButtonGroup>
    )
  if (view.mayEdit)
    return (
      <ButtonGroup>
        <ButtonLink href={paths.returnCheck(id)}>Check your answers</ButtonLink>
        <p className="govuk-hint">
          {light ? 'Then make the declaration and submit.' : 'Then send it for sign-off.'}
        </p>
      </ButtonGroup>
    )
  // A wish to have it opened again is told above, with its reason.
  const isTold = actions.edit === 'not-yours-to-do' || view.reopenRequest !== null
  const why = isTold ? null : closedWords(view)
  return (
    <>
      {why && <InsetText>{why}</InsetText>}
      <p className="govuk-body">
        <Link href={paths.returnCheck(id)}>Read the whole return on one page</Link>
      </p>
    </>
  )
}
