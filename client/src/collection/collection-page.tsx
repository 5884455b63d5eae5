import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { CollectionFilter } from './collection-filter.tsx'
import { CollectionMatrix } from './collection-matrix.tsx'
import { collectionQuery, type CollectionSearch } from './queries.ts'

/** Where every return of a programme and a year stands. */
export function CollectionPage() {
  const search: CollectionSearch = useSearch({ strict: false })
  const { programme, year, status } = useDeferredValue(search)
  // What was there before stays on the page, and the focus where it is, until the next has come.
  const { data: view } = useSuspenseQuery(
    collectionQuery({
      ...(programme && { programme }),
      ...(year && { year }),
      ...(status && { status }),
    }),
  )
  const { outcome, ...told } = useOutcome()
  return (
    <div className="app-collection">
      <Page
        title="Collection"
        caption={`${view.programme.name}, ${view.year}`}
        hasErrors={hasErrors(outcome)}
      >
        <OutcomeNotice {...outcome} />
        <p className="govuk-body app-screen-only">
          <Link href={staffPaths.collectionWindows(view.programme.code)}>Windows and reminders</Link>
        </p>
        <CollectionFilter view={view} status={status ?? ''} />
        <CollectionMatrix view={view} isNarrowed={status !== undefined} told={told} />
      </Page>
    </div>
  )
}
