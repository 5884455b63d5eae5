import { useState } from 'react'
import type { Finding } from '@inclusion/shared/standards/finding'
import { openedBy } from '@inclusion/shared/standards/summary'

/** Figures that a blocking finding has opened since the page came; they stay open while it is put right. */
export function useOpened(findings: readonly Finding[]): ReadonlySet<string> {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const more = [...openedBy(findings)].filter((locator) => !opened.has(locator))
  if (more.length > 0) setOpened(new Set([...opened, ...more]))
  return opened
}
