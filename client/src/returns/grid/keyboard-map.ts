/** The keys of a number field, as data: what each does, and when it is the caret's instead. Pure. */

export const moves = ['up', 'down', 'left', 'right', 'first', 'last'] as const
export type Move = (typeof moves)[number]

export type KeyAct =
  | { kind: 'go'; move: Move }
  /** The range that is selected grows or shrinks by one. */
  | { kind: 'extend'; move: Move }
  | { kind: 'restore' }

/** Where the caret stands. An empty text is all of it at once. */
export type Caret = { atStart: boolean; atEnd: boolean; isWhole: boolean }

type Press = { key: string; shift?: boolean; ctrl?: boolean }
type Binding = Press & {
  /** Only then; otherwise the key is the caret's own. */
  when?: keyof Caret
  act: KeyAct
}

const go = (move: Move): KeyAct => ({ kind: 'go', move })
const extend = (move: Move): KeyAct => ({ kind: 'extend', move })

const bindings: readonly Binding[] = [
  { key: 'ArrowUp', act: go('up') },
  { key: 'ArrowDown', act: go('down') },
  { key: 'ArrowLeft', when: 'atStart', act: go('left') },
  { key: 'ArrowRight', when: 'atEnd', act: go('right') },
  { key: 'Enter', act: go('down') },
  { key: 'Enter', shift: true, act: go('up') },
  { key: 'Home', ctrl: true, act: go('first') },
  { key: 'End', ctrl: true, act: go('last') },
  { key: 'ArrowUp', shift: true, when: 'isWhole', act: extend('up') },
  { key: 'ArrowDown', shift: true, when: 'isWhole', act: extend('down') },
  { key: 'ArrowLeft', shift: true, when: 'isWhole', act: extend('left') },
  { key: 'ArrowRight', shift: true, when: 'isWhole', act: extend('right') },
  { key: 'Escape', act: { kind: 'restore' } },
]

/** What a key does; null when it is the browser's. */
export function actOf({ key, shift = false, ctrl = false }: Press, caret: Caret): KeyAct | null {
  const bound = bindings.find(
    (each) => each.key === key && (each.shift ?? false) === shift && (each.ctrl ?? false) === ctrl,
  )
  return bound && (bound.when === undefined || caret[bound.when]) ? bound.act : null
}

/** Where the caret stands in a text. Selected as a whole, it is at both ends. */
export function caretOf(text: string, start: number, end: number): Caret {
  const isWhole = start === 0 && end === text.length
  return {
    isWhole,
    atStart: isWhole || (start === 0 && end === 0),
    atEnd: isWhole || (start === text.length && end === text.length),
  }
}

/** The same, to read: Undo and Copy are the browser's keys everywhere. */
export const keyWords: readonly (readonly [keys: string, does: string])[] = [
  ['Up and down arrows', 'The field above or below'],
  ['Left and right arrows', 'The field beside it, once the caret is at the end of what is typed'],
  ['Enter, Shift and Enter', 'The field below, the field above'],
  ['Tab', 'The next thing on the page'],
  ['Ctrl and Home, Ctrl and End', 'The first field, the last field'],
  ['Escape', 'Puts back what stood in the field'],
  ['Shift and an arrow, Shift and a click', 'Selects several fields, for Ctrl and C to copy'],
  ['Ctrl and V', 'Puts in figures copied from a spreadsheet. You see what would change first'],
  ['Ctrl and Z, Ctrl and Y', 'Undoes the last change, does it again'],
]
