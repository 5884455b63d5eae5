import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import type { QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import type { QueueFilter } from '@inclusion/shared/review-queue'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'
import { addressWith, chosenText, filterOf, unknownIn, type ChosenReturn } from './queue/address.ts'
import { HowToRead } from './queue/how-to-read.tsx'
import { PageLinks } from './queue/page-links.tsx'
import { QueueFilters } from './queue/queue-filters.tsx'
import { QueueTable } from './queue/queue-table.tsx'
import { QueueViews } from './queue/queue-views.tsx'
import { queueQuery } from './queue/queries.ts'
import { useSelection } from './queue/use-selection.ts'
import { serviceLevelWords } from './queue/words.ts'

/** Every return of the collection: first what waits for RMEL, then all others, with who holds them. */
export function ReviewsPage() {
  const search = useSearch({ strict: false })
  const filter = filterOf(search)
  // What was shown stays on the page, and the focus where it is, until the next has come.
  const { data: view } = useSuspenseQuery(queueQuery(useDeferredValue(filter)))
  const { selected, selection, selectAll } = useSelection()
  const unknown = unknownIn(search)
  return (
    <Page title="Review queue">
      <a href="#returns" className="govuk-skip-link">
        Skip to the returns
      </a>
      {unknown.length > 0 && (
        <InsetText>
          This address asks for {unknown.join(' and ')}, which is not known. It is left out.
        </InsetText>
      )}
      <QueueViews view={view} filter={filter} />
      <QueueFilters view={view} filter={filter} />
      <output className="govuk-visually-hidden">{foundWords(view)}</output>
      <div id="returns" tabIndex={-1}>
        {view.lines.some(({ mayAcceptTogether }) => mayAcceptTogether) && (
          <AcceptSelected chosen={[...selected.values()]} onSelectAll={() => selectAll(view.lines)} />
        )}
        {partsOf(view, filter).map(({ caption, lines }) => (
          <QueueTable
            key={caption}
            caption={caption}
            lines={lines}
            selection={selection}
            empty="No return is like that."
          />
        ))}
      </div>
      <PageLinks {...view} address={(page) => addressWith(filter, { page: String(page) })} />
      <p className="govuk-body">
        {serviceLevelWords(view)} <Link href={staffPaths.serviceLevels()}>Service levels</Link>
      </p>
      <HowToRead />
    </Page>
  )
}

type AcceptSelectedProps = { chosen: readonly ChosenReturn[]; onSelectAll: () => void }

function AcceptSelected({ chosen, onSelectAll }: AcceptSelectedProps) {
  const navigate = useNavigate()
  return (
    <div className="app-queue-acts">
      <Button look="secondary" onClick={onSelectAll}>
        Select all clean returns here
      </Button>
      <Button
        unavailable={chosen.length === 0 ? 'Select clean returns to accept them together.' : null}
        onClick={() => void navigate({ href: staffPaths.acceptTogether(chosenText(chosen)) })}
      >
        {chosen.length < 2 ? 'Accept the selected return' : `Accept the ${chosen.length} selected returns`}
      </Button>
    </div>
  )
}

function foundWords({ counts, page, pages }: QueueView): string {
  const found = counts.found === 1 ? '1 return' : `${counts.found} returns`
  return pages > 1 ? `${found}, page ${page} of ${pages}` : found
}

/** What waits for RMEL before all others; all together where another order was chosen. */
function partsOf(view: QueueView, { sort }: QueueFilter): { caption: string; lines: QueueLine[] }[] {
  if (sort) return [{ caption: foundWords(view), lines: view.lines }]
  const { 0: waiting = [], 1: others = [] } = Object.groupBy(view.lines, (line) => (isWithRmel(line) ? 0 : 1))
  const of = (words: string, lines: QueueLine[]) =>
    lines.length === 0
      ? []
      : [{ caption: `${words}: ${lines.length}${view.pages > 1 ? ' here' : ''}`, lines }]
  const parts = [...of('Waiting for RMEL', waiting), ...of('With boroughs, or accepted', others)]
  return parts.length === 0 ? [{ caption: foundWords(view), lines: [] }] : parts
}

const isWithRmel = ({ status, reopenAsked }: QueueLine): boolean => status === 'submitted' || reopenAsked
