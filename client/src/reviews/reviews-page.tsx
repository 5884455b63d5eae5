import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { addressWith, chosenText, filterOf, type ChosenReturn } from './queue/address.ts'
import { HowToRead } from './queue/how-to-read.tsx'
import { PageLinks } from './queue/page-links.tsx'
import { QueueFilters } from './queue/queue-filters.tsx'
import { QueueTable } from './queue/queue-table.tsx'
import { QueueViews } from './queue/queue-views.tsx'
import { queueQuery } from './queue/queries.ts'
import { serviceLevelWords } from './queue/words.ts'

/** Every return of the collection: who holds it, how old it is, and which need thought. */
export function ReviewsPage() {
  const filter = filterOf(useSearch({ strict: false }))
  // What was shown stays on the page, and the focus where it is, until the next has come.
  const { data: view } = useSuspenseQuery(queueQuery(useDeferredValue(filter)))
  const { selected, selection, selectAll } = useSelection()
  const navigate = useNavigate()
  const chosen = [...selected.values()]
  return (
    <Page title="Review queue">
      <p className="govuk-body">{serviceLevelWords(view)}</p>
      <HowToRead />
      <QueueViews view={view} filter={filter} />
      <QueueFilters view={view} filter={filter} />
      {view.lines.some(({ mayAcceptTogether }) => mayAcceptTogether) && (
        <div className="app-queue-acts">
          <Button look="secondary" onClick={() => selectAll(view.lines)}>
            Select all clean returns here
          </Button>
          <Button
            unavailable={chosen.length === 0 ? 'Select clean returns to accept them together.' : null}
            onClick={() => void navigate({ href: staffPaths.acceptTogether(chosenText(chosen)) })}
          >
            {chosen.length < 2
              ? 'Accept the selected return'
              : `Accept the ${chosen.length} selected returns`}
          </Button>
        </div>
      )}
      <output className="govuk-visually-hidden">{foundWords(view)}</output>
      <QueueTable
        caption={foundWords(view)}
        lines={view.lines}
        selection={selection}
        empty="No return is like that."
      />
      <PageLinks {...view} address={(page) => addressWith(filter, { page: String(page) })} />
    </Page>
  )
}

function foundWords({ counts, page, pages }: QueueView): string {
  const found = counts.found === 1 ? '1 return' : `${counts.found} returns`
  return pages > 1 ? `${found}, page ${page} of ${pages}` : found
}

const chosenOf = ({ id, filed }: QueueLine) => [id, { returnId: id, version: filed?.version ?? 0 }] as const

/** The clean returns chosen so far: in the version that was seen, whatever happens to them meanwhile. */
function useSelection() {
  const [selected, setSelected] = useState<ReadonlyMap<string, ChosenReturn>>(new Map())
  return {
    selected,
    selection: {
      has: (id: string) => selected.has(id),
      toggle: (line: QueueLine) => {
        const next = new Map(selected)
        if (!next.delete(line.id)) next.set(...chosenOf(line))
        setSelected(next)
      },
    },
    selectAll: (lines: readonly QueueLine[]) =>
      setSelected(new Map(lines.filter(({ mayAcceptTogether }) => mayAcceptTogether).map(chosenOf))),
  }
}
