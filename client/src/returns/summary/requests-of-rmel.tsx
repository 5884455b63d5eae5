import type { ReturnView } from '@inclusion/server/returns/view'
import { lazy, Suspense } from 'react'

const RequestList = lazy(async () => ({ default: (await import('./request-list.tsx')).RequestList }))

/** What RMEL asked of a return that it gave back, before it is signed again. Its words come after the page. */
export function RequestsOfRmel({ view }: { view: ReturnView }) {
  const isGivenBack = view.versions.length > 0 && !['submitted', 'accepted'].includes(view.status)
  if (!isGivenBack) return null
  return (
    <Suspense fallback={<p className="govuk-body">Working out what RMEL asked…</p>}>
      <RequestList view={view} />
    </Suspense>
  )
}
