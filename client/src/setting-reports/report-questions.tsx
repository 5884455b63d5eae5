import { useMemo } from 'react'
import type { QueryView } from '@inclusion/server/reviews/queries'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { figureLocator, readLocator, type Locator } from '@inclusion/shared/locators'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import { QuestionThread, threadId } from '../returns/grid/question-thread.tsx'
import { useGrid } from '../returns/grid/grid-context.ts'
import { NotificationBanner } from '../ui/notification-banner.tsx'
import { cohortsOf } from './attendance-columns.ts'

/**
 * What RMEL and the borough ask about this report, said at its top. A thread stands beside its figure; one on a
 * figure that this page works out, and so does not show, stands here whole.
 */
export function ReportQuestions({ view }: { view: ReportView }) {
  const { threads } = useGrid()
  const prepared = useMemo(() => prepareInput(view.checkInput), [view.checkInput])
  const asked = view.queries.filter(({ status }) => status !== 'closed')
  if (asked.length === 0) return null
  const open = asked.filter(({ status }) => status === 'open').length
  const { shown, unseen } = Object.groupBy(asked, ({ locator }) =>
    isShown(view, locator) ? 'shown' : 'unseen',
  )
  return (
    <>
      <NotificationBanner>
        <p className="govuk-notification-banner__heading">
          {asked.length === 1 ? 'One figure is asked about' : `${asked.length} figures are asked about`}
          {open < asked.length && `; ${asked.length - open} answered`}.
        </p>
        {shown && <QuestionLinks queries={shown} nameOf={(locator) => placeName(prepared, locator)} />}
      </NotificationBanner>
      {(unseen ?? []).map((query) => (
        <div key={query.id}>
          <h2 className="govuk-heading-s govuk-!-margin-bottom-1">{placeName(prepared, query.locator)}</h2>
          <QuestionThread query={query} threads={threads} />
        </div>
      ))}
    </>
  )
}

type QuestionLinksProps = { queries: readonly QueryView[]; nameOf: (locator: Locator) => string }

function QuestionLinks({ queries, nameOf }: QuestionLinksProps) {
  return (
    <ul className="govuk-list">
      {queries.map(({ id, locator, messages }) => (
        <li key={id}>
          <a className="govuk-notification-banner__link" href={`#${threadId(id)}`}>
            {nameOf(locator)}
          </a>
          : {messages[0]?.text}
        </li>
      ))}
    </ul>
  )
}

/** Whether the page has a place for the thread: the counts of a reported cohort, or a figure that is typed. */
function isShown({ checkInput, urn }: ReportView, locator: Locator): boolean {
  const place = readLocator(locator)
  if (place.kind === 'attendance') return cohortsOf(checkInput).some((cohort) => cohort === place.cohort)
  return checkInput.asked.some(
    ({ indicator, derivation }) => derivation === null && locator === figureLocator(indicator, { urn }),
  )
}
