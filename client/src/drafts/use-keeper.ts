import { useCallback, useEffect, useRef, useState } from 'react'
import { useAuthor } from './use-author.ts'

/** `typed`: what of it was typed, and `before`: what stood there. */
type Kept<Stored> = { stored: Stored; typed: unknown; before: unknown }

/** What somebody has at a place of this browser's storage; `isFound`: it stood there when the page was opened. */
type Held<Stored> = { place: string | null; stored: Stored | null; isFound: boolean }

/**
 * Keeps what is typed in this browser's storage, for whoever typed it alone, the latest last. What identifies a person
 * is never written, and takes what was kept before with it; what may break off inside an identifier waits for its
 * field, or the page, to be left.
 */
export function useKeeper<Stored>(key: string) {
  const { personId } = useAuthor()
  const place = personId && `${personId} ${key}`
  const [held, setHeld] = useState(() => read<Stored>(place))
  // Somebody else has signed in meanwhile.
  if (held.place !== place) setHeld(read(place))
  const { write, wipe } = useStorage<Stored>(place)
  return {
    stored: held.stored,
    isFound: held.isFound,
    keep: (kept: Kept<Stored>) => {
      setHeld({ ...held, stored: kept.stored })
      void write(kept)
    },
    forget: () => {
      setHeld({ place, stored: null, isFound: false })
      wipe()
    },
  }
}

function read<Stored>(place: string | null): Held<Stored> {
  const text = place && window.localStorage.getItem(place)
  return { place, stored: text ? (JSON.parse(text) as Stored) : null, isFound: Boolean(text) }
}

/** It comes after the page, and is there when the connection is not. */
const loadGuard = () => import('./may-keep.ts')

function useStorage<Stored>(place: string | null) {
  const turn = useRef(0)
  const waiting = useRef<Kept<Stored> | null>(null)
  const wipe = useCallback(() => {
    turn.current += 1
    waiting.current = null
    if (place) window.localStorage.removeItem(place)
  }, [place])
  const write = useCallback(
    async (kept: Kept<Stored>) => {
      turn.current += 1
      const mine = turn.current
      waiting.current = null
      const guard = await loadGuard().catch(() => null)
      if (!place || turn.current !== mine) return
      if (guard?.identifiesSomebody(kept.typed)) window.localStorage.removeItem(place)
      else if (!guard || guard.isBeingTyped(kept.typed, kept.before)) waiting.current = kept
      else window.localStorage.setItem(place, JSON.stringify(kept.stored))
    },
    [place],
  )
  useEffect(() => {
    loadGuard().catch(() => {})
    const settle = () => {
      const kept = waiting.current
      if (kept) void write({ ...kept, before: kept.typed })
    }
    document.addEventListener('focusout', settle)
    return () => {
      document.removeEventListener('focusout', settle)
      settle()
    }
  }, [write])
  return { write, wipe }
}
