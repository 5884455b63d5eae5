import { flushSync } from 'react-dom'
import { enter, fieldOf, neighbour, spotsIn } from './field-moves.ts'
import { useGrid } from './grid-context.ts'
import { actOf, caretOf } from './keyboard-map.ts'
import type { Selecting } from './use-cell-range.ts'

/** What the keys and the mouse do in the number fields of a table. */
export function useGridKeys(selecting: Selecting) {
  const { undo } = useGrid()
  const keydown = (event: KeyboardEvent) => {
    const field = fieldOf(event.target)
    const { key, shiftKey: shift, ctrlKey: ctrl, metaKey, altKey } = event
    if (!field || metaKey || altKey || event.isComposing) return
    const caret = caretOf(field.value, field.selectionStart ?? 0, field.selectionEnd ?? 0)
    const act = actOf({ key, shift, ctrl }, caret)
    if (!act) return
    event.preventDefault()
    if (act.kind === 'extend') return selecting.extend(field, act.move)
    selecting.clear()
    if (act.kind === 'restore') {
      flushSync(() => undo.current?.restore())
      return enter(field)
    }
    const next = neighbour(spotsIn(field.closest('table')!), field, act.move)
    if (next) enter(next.field)
  }
  /** A click with Shift selects from the field with the focus to this one. */
  const mousedown = (event: MouseEvent) => {
    const field = fieldOf(event.target)
    const from = fieldOf(document.activeElement)
    const isRange = event.shiftKey && field && from && from.closest('table') === field.closest('table')
    if (!isRange || from === field) return selecting.clear()
    event.preventDefault()
    selecting.reach(from.id, field.id)
  }
  return { keydown, mousedown }
}
