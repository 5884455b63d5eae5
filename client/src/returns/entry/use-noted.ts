import { useRef, type RefObject } from 'react'
import type { Entry } from './use-entry.ts'
import type { Undo } from './use-undo.ts'

type Noted = { entry: Entry; undo: RefObject<Undo | null> }

/** Typing, with each change noted for undo before it is made, once what keeps it has come. */
export function useNoted(entry: Entry): Noted {
  const undo = useRef<Undo | null>(null)
  const change: Entry['change'] = (locator, edit) => {
    undo.current?.note(locator, edit)
    entry.change(locator, edit)
  }
  return { entry: { ...entry, change }, undo }
}
