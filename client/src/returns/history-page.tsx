import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { HistoryEvent } from '@inclusion/server/returns/history'
import type { ReturnView } from '@inclusion/server/returns/view'
import { isLocator, type Locator } from '@inclusion/shared/locators'
import { prepareInput, type PreparedInput } from '@inclusion/shared/standards/prepared-input'
import { londonDate, londonTime, shortDate } from '@inclusion/shared/time'
import { provenancePaths } from '../routing/provenance-paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { Button } from '../ui/button.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Timeline, type TimelineEvent } from '../ui/timeline.tsx'
import { FigureChoice } from './figure-choice.tsx'
import { FigureHistory } from './figure-history.tsx'
import { figureLines, nameInHistory, titleWithCount, type TrailWords } from './history-words.ts'
import { historyQuery, returnQuery } from './queries.ts'
import { ReturnTrail } from './return-header.tsx'
import { returnCaption } from './return-words.ts'

const step = 40

export function HistoryPage() {
  const returnId = useRouteParam('returnId')
  const { figure }: { figure?: unknown } = useSearch({ strict: false })
  const { data: view } = useSuspenseQuery(returnQuery(returnId))
  const { data: events } = useSuspenseQuery(historyQuery(returnId))
  const prepared = prepareInput(view.checkInput)
  const chosen = typeof figure === 'string' && isLocator(figure) ? figure : null
  return (
    <Page
      title="History"
      caption={returnCaption(view)}
      before={<ReturnTrail view={view} />}
      width="two-thirds"
    >
      <FigureChoice
        key={chosen}
        returnId={returnId}
        figure={chosen}
        figures={figuresOf(view, chosen, prepared)}
      />
      {chosen === null ? (
        <WholeHistory {...{ returnId, events, prepared }} />
      ) : (
        <FigureHistory returnId={returnId} locator={chosen} prepared={prepared} />
      )}
    </Page>
  )
}

/** Every figure that was ever saved, in the order of their names. */
function figuresOf({ marks }: ReturnView, chosen: Locator | null, prepared: PreparedInput) {
  const locators = new Set([...Object.keys(marks), ...(chosen === null ? [] : [chosen])])
  return [...locators]
    .map((value) => ({ value, label: nameInHistory(prepared, value) }))
    .toSorted((left, right) => left.label.localeCompare(right.label))
}

type WholeHistoryProps = { returnId: string; events: readonly HistoryEvent[]; prepared: PreparedInput }

function WholeHistory({ returnId, events, prepared }: WholeHistoryProps) {
  const [shown, setShown] = useState(step)
  return (
    <>
      <h2 className="govuk-heading-m">Everything done to this return, latest first</h2>
      {events.length === 0 && <InsetText>Nothing has happened yet.</InsetText>}
      <Timeline
        events={events.slice(0, shown).map((event, index) => toldOf(returnId, event, index, prepared))}
      />
      {shown < events.length && (
        <Button look="secondary" onClick={() => setShown(shown + step)}>
          Show more
        </Button>
      )}
    </>
  )
}

function toldOf(
  returnId: string,
  event: HistoryEvent,
  index: number,
  prepared: PreparedInput,
): TimelineEvent {
  const { at, by } = event
  const lines = figureLines(event, prepared)
  return {
    id: `${at} ${index}`,
    title: titleWithCount(event),
    by: by ?? 'the service',
    at,
    when: `${shortDate(londonDate(at))}, ${londonTime(at)}`,
    detail: lines.length > 0 && <Lines returnId={returnId} lines={lines} />,
  }
}

function Lines({ returnId, lines }: { returnId: string; lines: readonly TrailWords[] }) {
  const list = (
    <ul className="govuk-list govuk-list--bullet app-history">
      {lines.map((line) => (
        <li key={line.locator}>
          <Link href={provenancePaths.figure(returnId, line.locator)}>{line.name}</Link>: {line.words}
        </li>
      ))}
    </ul>
  )
  if (lines.length <= 5) return list
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">The {lines.length} figures</span>
      </summary>
      {list}
    </details>
  )
}
