import { useCallback, useEffect, useRef, useState } from 'react'

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
  const [kept, setKept] = useState<Kept<Value> | null>(() => read<Value>(key))
  const [found, setFound] = useState<Typed<Value>['found']>(() => foundIn(kept, base))
  const keeper = useKeeper<Value>(key)
  return {
    typed: kept?.value ?? saved,
    change: (value) => {
      const next = { base: kept?.base ?? base, value }
      setKept(next)
      void keeper.keep(next, kept?.value ?? saved)
    },
    forget: () => {
      setFound('nothing')
      setKept(null)
      keeper.forget()
    },
    found,
  }
}

function foundIn(kept: Kept<unknown> | null, base: string): Typed<unknown>['found'] {
  if (kept === null || JSON.stringify(kept.value) === base) return 'nothing'
  return kept.base === base ? 'unsaved' : 'outdated'
}

function read<Value>(key: string): Kept<Value> | null {
  const text = window.localStorage.getItem(key)
  return text === null ? null : (JSON.parse(text) as Kept<Value>)
}

/** Writes to the browser's storage what may be written there, the latest last. */
function useKeeper<Value>(key: string) {
  const turn = useRef(0)
  const waiting = useRef<Kept<Value> | null>(null)
  const write = useCallback(
    async (kept: Kept<Value>, before: unknown) => {
      turn.current += 1
      const mine = turn.current
      waiting.current = null
      const { identifiesSomebody, isBeingTyped } = await import('./may-keep.ts')
      if (turn.current !== mine) return
      if (identifiesSomebody(kept.value)) window.localStorage.removeItem(key)
      else if (isBeingTyped(kept.value, before)) waiting.current = kept
      else window.localStorage.setItem(key, JSON.stringify(kept))
    },
    [key],
  )
  useEffect(() => {
    const settle = () => {
      const kept = waiting.current
      if (kept) void write(kept, kept.value)
    }
    document.addEventListener('focusout', settle)
    return () => document.removeEventListener('focusout', settle)
  }, [write])
  return {
    keep: write,
    forget: () => {
      turn.current += 1
      waiting.current = null
      window.localStorage.removeItem(key)
    },
  }
}
