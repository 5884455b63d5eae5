import { useState } from 'react'
import { useKeeper } from '../drafts/use-keeper.ts'

export type Typed<Value> = {
  typed: Value
  change: (next: Value) => void
  /** What is saved stands on the page again, and what was typed is forgotten. */
  forget: () => void
  /** What stood typed and unsaved when the page was opened: against the draft as it is, or as it was before. */
  found: 'nothing' | 'unsaved' | 'outdated'
}

/** `base`: what was saved when the typing began. */
type Kept<Value> = { base: string; value: Value }

/**
 * What is typed on a page of an amendment, kept on this computer until it is saved, so that leaving loses nothing.
 * What identifies a person is on the page only; what may break off inside an identifier waits for its field to be left.
 */
export function useTyped<Value>(key: string, saved: Value): Typed<Value> {
  const base = JSON.stringify(saved)
  const { stored, keep, forget } = useKeeper<Kept<Value>>(key)
  const [found, setFound] = useState<Typed<Value>['found']>(() => foundIn(stored, base))
  const typed = stored?.value ?? saved
  return {
    typed,
    change: (value) => keep({ stored: { base: stored?.base ?? base, value }, typed: value, before: typed }),
    forget: () => {
      setFound('nothing')
      forget()
    },
    found,
  }
}

function foundIn(kept: Kept<unknown> | null, base: string): Typed<unknown>['found'] {
  if (kept === null || JSON.stringify(kept.value) === base) return 'nothing'
  return kept.base === base ? 'unsaved' : 'outdated'
}
