import { lazy, Suspense } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Locator } from '@inclusion/shared/locators'
import type { Saver } from './saver.ts'
import type { SaverState } from './saver-state.ts'

/** Few pages need it, and none goes wrong for want of it. */
const Words = lazy(async () => {
  try {
    return { default: (await import('./not-saved.tsx')).KeptWords }
  } catch {
    return { default: NoWords }
  }
})

function NoWords() {
  return <></>
}

type KeptChangesProps = {
  saver: Saver
  state: SaverState
  input: CheckInput
  /** Whether a figure has a field on this page, where it is said what became of it. */
  isShown: (locator: Locator) => boolean
  view?: ReturnView
}

/** What was kept on this computer from an earlier page, and what could not be saved and is not seen here. */
export function KeptChanges({ isShown, ...kept }: KeptChangesProps) {
  const { unsent, conflicts, refusals, phase, inherited } = kept.state
  const stuck = [...unsent].filter(
    (locator) => !isShown(locator) && (phase === 'refused' || locator in conflicts || locator in refusals),
  )
  if (inherited.size === 0 && stuck.length === 0) return null
  return (
    <Suspense fallback={null}>
      <Words {...kept} stuck={stuck} />
    </Suspense>
  )
}
