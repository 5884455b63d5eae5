import { useCallback, useEffect, useRef, useState } from 'react'
import type * as mayKeep from './may-keep.ts'
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
      write(kept)
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

type Guard = typeof mayKeep

/** It comes after the page, and is there when the connection is not. */
let guard: Guard | null = null
const loadGuard = async (): Promise<Guard> => (guard ??= await import('./may-keep.ts'))

function useStorage<Stored>(place: string | null) {
  const waiting = useRef<Kept<Stored> | null>(null)
  const wipe = useCallback(() => {
    waiting.current = null
    if (place) window.localStorage.removeItem(place)
  }, [place])
  const write = useCallback(
    (kept: Kept<Stored>) => {
      waiting.current = kept
      const judge = ({ identifiesSomebody, isBeingTyped }: Guard) => {
        if (!place || waiting.current !== kept) return
        if (identifiesSomebody(kept.typed)) return wipe()
        if (isBeingTyped(kept.typed, kept.before)) return
        waiting.current = null
        window.localStorage.setItem(place, JSON.stringify(kept.stored))
      }
      // At once where it can be: nothing runs any more after a page that is left.
      if (guard) judge(guard)
      else loadGuard().then(judge, () => {})
    },
    [place, wipe],
  )
  useEffect(() => {
    loadGuard().catch(() => {})
    const settle = () => {
      const kept = waiting.current
      if (kept) write({ ...kept, before: kept.typed })
    }
    document.addEventListener('focusout', settle)
    window.addEventListener('pagehide', settle)
    return () => {
      document.removeEventListener('focusout', settle)
      window.removeEventListener('pagehide', settle)
      settle()
    }
  }, [write])
  return { write, wipe }
}
