import { useEffect, useEffectEvent, useState } from 'react'
import type { Locator } from '@inclusion/shared/locators'
import type { Edit } from './edits.ts'
import { touchedBy } from './held.ts'
import { moveFigures, typedNow } from './move-figures.ts'
import { figuresWords, leftWords, nameOf } from './step-words.ts'
import { blankHistory, dropped, endRun, record, redone, undone } from './undo.ts'
import type { Entry } from './use-entry.ts'

export type Undo = {
  /** Notes a change that is about to be made: the keys of one field are one step. */
  note: (locator: Locator, edit: Edit) => void
  /** Changes several figures, as one step. */
  paste: (changes: readonly (readonly [Locator, Edit])[]) => void
  undo: () => void
  redo: () => void
  /** Puts back what stood in the field when it was entered. */
  restore: () => void
  /** What would be undone and redone, in words; null when nothing would. */
  next: { undo: string | null; redo: string | null }
  /** What came of the last of them, to be read out. */
  said: string
}

/** Undo and redo over the figures typed and pasted on this page: each is a change like any other. */
export function useUndo(entry: Entry, isOpen: (locator: Locator) => boolean): Undo {
  const [history, setHistory] = useState(blankHistory)
  const [said, setSaid] = useState('')
  useEndOfRun(() => setHistory(endRun))
  const note = (locator: Locator, edit: Edit) => {
    const touched = touchedBy(typedNow(entry), locator, edit)
    if (!touched) return
    const part = Object.keys(edit.entries ?? {})[0] ?? 'missing'
    const words = nameOf(entry.input, locator, part)
    const run = part === 'missing' ? null : `${locator} ${part}`
    setHistory((before) => record(before, { words, touched: [touched], provenance: 'typed', run }))
  }
  const paste: Undo['paste'] = (changes) => {
    const touched = changes.flatMap(([locator, edit]) => touchedBy(typedNow(entry), locator, edit) ?? [])
    for (const [locator, edit] of changes) entry.saver.change(locator, edit, 'pasted')
    entry.saver.flush()
    const words = figuresWords(touched.length, 'pasted')
    setHistory((before) => record(before, { words, touched, provenance: 'pasted', run: null }))
    setSaid(`Put in: ${words}. Ctrl and Z takes it back.`)
  }
  const turn = (way: 'undo' | 'redo') => {
    const turned = way === 'undo' ? undone(history) : redone(history)
    if (!turned) return setSaid(`Nothing to ${way}.`)
    const left = moveFigures({ entry, isOpen }, turned.step, way === 'undo' ? 'before' : 'after')
    const moved = left < turned.step.touched.length
    const did = way === 'undo' ? 'Undone' : 'Redone'
    setSaid(`${moved ? did : `Not ${did.toLowerCase()}`}: ${turned.step.words}.${leftWords(left)}`)
    setHistory(moved ? turned.history : dropped(history, turned.history))
  }
  const restore = () => {
    const last = history.past.at(-1)
    if (!last?.run) return
    moveFigures({ entry, isOpen }, last, 'before')
    setHistory({ ...history, past: history.past.slice(0, -1) })
  }
  const next = { undo: history.past.at(-1)?.words ?? null, redo: history.future[0]?.words ?? null }
  return { note, paste, undo: () => turn('undo'), redo: () => turn('redo'), restore, next, said }
}

/** The focus went to another field: what is typed from here on is a step of its own. */
function useEndOfRun(onEnd: () => void): void {
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    const ended = () => end()
    window.addEventListener('focusin', ended)
    return () => window.removeEventListener('focusin', ended)
  }, [])
}
