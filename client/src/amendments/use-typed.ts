import { useState } from 'react'
import { useKept } from '../reviews/use-kept.ts'

export type Typed<Value> = {
  typed: Value
  change: (next: Value) => void
  /** What is saved stands on the page again, and what was typed is forgotten. */
  forget: () => void
  /** What stood typed and unsaved when the page was opened: against the draft as it is, or as it was before. */
  found: 'nothing' | 'unsaved' | 'outdated'
}

type Kept<Value> = { base: string; value: Value } | null

/** What is typed on a page of an amendment: kept on this computer until it is saved, so that leaving loses nothing. */
export function useTyped<Value>(key: string, saved: Value): Typed<Value> {
  const base = JSON.stringify(saved)
  const [kept, keep, forget] = useKept<Kept<Value>>(key, null)
  const [found, setFound] = useState<Typed<Value>['found']>(
    kept === null ? 'nothing' : kept.base === base ? 'unsaved' : 'outdated',
  )
  return {
    typed: kept?.value ?? saved,
    change: (value) => keep({ base: kept?.base ?? base, value }),
    forget: () => {
      setFound('nothing')
      forget()
    },
    found,
  }
}
