import { useCallback, useEffect, useRef } from 'react'

/** `typed`: what of it was typed, and `before`: what stood there. */
type Kept<Stored> = { stored: Stored; typed: unknown; before: unknown }

/**
 * Writes what is typed to this browser's storage, the latest last. What identifies a person is never written, and takes
 * what was kept before with it; what may break off inside an identifier waits for its field, or the page, to be left.
 */
export function useKeeper<Stored>(key: string) {
  const turn = useRef(0)
  const waiting = useRef<Kept<Stored> | null>(null)
  const keep = useCallback(
    async (kept: Kept<Stored>) => {
      turn.current += 1
      const mine = turn.current
      waiting.current = null
      const { identifiesSomebody, isBeingTyped } = await import('./may-keep.ts')
      if (turn.current !== mine) return
      if (identifiesSomebody(kept.typed)) window.localStorage.removeItem(key)
      else if (isBeingTyped(kept.typed, kept.before)) waiting.current = kept
      else window.localStorage.setItem(key, JSON.stringify(kept.stored))
    },
    [key],
  )
  useEffect(() => {
    const settle = () => {
      const kept = waiting.current
      if (kept) void keep({ ...kept, before: kept.typed })
    }
    document.addEventListener('focusout', settle)
    return () => {
      document.removeEventListener('focusout', settle)
      settle()
    }
  }, [keep])
  const forget = () => {
    turn.current += 1
    waiting.current = null
    window.localStorage.removeItem(key)
  }
  return { keep, forget }
}
