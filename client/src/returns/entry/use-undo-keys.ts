import { useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Undo } from './use-undo.ts'

type UndoKey = { key: string; shift: boolean; act: 'undo' | 'redo' }

const undoKeys: readonly UndoKey[] = [
  { key: 'z', shift: false, act: 'undo' },
  { key: 'z', shift: true, act: 'redo' },
  { key: 'y', shift: false, act: 'redo' },
]

/** What a browser's own menu asks for. */
const inputTypes: Readonly<Record<string, 'undo' | 'redo'>> = { historyUndo: 'undo', historyRedo: 'redo' }

/**
 * The keys of undo, anywhere on the page. In a number field they are ours, not the browser's: its own memory
 * knows nothing of a paste, of another field or of a colleague. A text keeps the browser's.
 */
export function useUndoKeys({ undo, redo }: Pick<Undo, 'undo' | 'redo'>): void {
  const act = useEffectEvent((event: Event, wanted: 'undo' | 'redo' | undefined) => {
    if (!wanted || isOfText(event.target)) return
    event.preventDefault()
    flushSync(wanted === 'undo' ? undo : redo)
    // As on arriving: what is typed next takes the place of what stands there now.
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') event.target.select()
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey: shift, isComposing } = event
      if (altKey || isComposing || !(ctrlKey || metaKey)) return
      const key = event.key.toLowerCase()
      act(event, undoKeys.find((each) => each.key === key && each.shift === shift)?.act)
    }
    const ask = (event: InputEvent) => act(event, inputTypes[event.inputType])
    window.addEventListener('keydown', press)
    window.addEventListener('beforeinput', ask)
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener('beforeinput', ask)
    }
  }, [])
}

/** Where words are written: notes, texts, answers. */
const isOfText = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.matches('textarea, input:not([type="checkbox"], [type="radio"])') &&
  !target.matches('.app-grid__input')
