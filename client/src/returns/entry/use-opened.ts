import { useRef } from 'react'
import type { Finding } from '@inclusion/shared/standards/finding'
import { openedBy } from '@inclusion/shared/standards/summary'

/** Figures that a blocking finding has opened since the page came; they stay open while it is put right. */
export function useOpened(findings: readonly Finding[]): ReadonlySet<string> {
  const opened = useRef(new Set<string>())
  for (const locator of openedBy(findings)) opened.current.add(locator)
  return opened.current
}
