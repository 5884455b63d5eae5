import type { ReturnView } from '@inclusion/server/returns/view'
import { lazy, Suspense } from 'react'

const WhatChanged = lazy(async () => ({ default: (await import('./what-changed.tsx')).WhatChanged }))

/** What changed since the last return. What works it out comes after the page: the answers can be read meanwhile. */
export function ChangesSince({ view }: { view: ReturnView }) {
  if (!view.lastFiled) return null
  return (
    <Suspense fallback={<p className="govuk-body">Working out what changed…</p>}>
      <WhatChanged view={view} />
    </Suspense>
  )
}
