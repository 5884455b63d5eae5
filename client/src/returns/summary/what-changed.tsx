import type { ReturnView } from '@inclusion/server/returns/view'
import { sinceLast } from '@inclusion/shared/movements/since-last'
import { useMemo } from 'react'
import { addressOf } from '../return-news.tsx'
import { Moved } from './moved.tsx'

/** What changed since the last accepted return, what stands out first, each with its cause and a way to its field. */
export function WhatChanged({ view }: { view: ReturnView }) {
  const { checkInput, findings, lastFiled } = view
  const since = useMemo(() => sinceLast(checkInput, findings, lastFiled), [checkInput, findings, lastFiled])
  if (!since) return null
  return (
    <section aria-labelledby="what-changed" className="app-changed">
      <h2 className="govuk-heading-m" id="what-changed">
        What changed since {since.before.when.replace(/^in /, '')}
      </h2>
      <Moved view={view} since={since} address={(locator) => addressOf(view, locator)} />
    </section>
  )
}
