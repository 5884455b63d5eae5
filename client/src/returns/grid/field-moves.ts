/** Where the fields of a table stand, and which is beside which. Rows that are folded away are passed over. */
import type { Move } from './keyboard-map.ts'

export const fieldSelector = 'input.app-grid__input'

/** The number field that an event is about; null for anything else. */
export const fieldOf = (target: EventTarget | null): HTMLInputElement | null =>
  target instanceof HTMLInputElement && target.matches(fieldSelector) ? target : null

/** A field, its row, and the columns its cell takes. */
export type Spot = {
  field: HTMLInputElement
  cell: HTMLTableCellElement
  row: HTMLTableRowElement
  from: number
  to: number
}

/** Every field that can be seen, in the order of the page. */
export function spotsIn(table: HTMLTableElement): Spot[] {
  return [...table.querySelectorAll<HTMLInputElement>(fieldSelector)].flatMap((field) => {
    const cell = field.closest('td')
    const row = cell?.closest('tr')
    return cell && row && !row.hidden ? [{ field, cell, row, ...columnsOfCell(cell) }] : []
  })
}

export function columnsOfCell(cell: HTMLTableCellElement): { from: number; to: number } {
  const before = [...(cell.parentElement?.children ?? [])].slice(0, cell.cellIndex)
  const from = before.reduce((so, each) => so + (each as HTMLTableCellElement).colSpan, 0)
  return { from, to: from + cell.colSpan - 1 }
}

/** The field that a move leads to; undefined at the edge. */
export function neighbour(spots: readonly Spot[], of: HTMLInputElement, move: Move): Spot | undefined {
  const at = spots.findIndex(({ field }) => field === of)
  const here = spots[at]
  if (!here) return undefined
  const inColumn = ({ row, from, to }: Spot) => row !== here.row && from <= here.to && here.from <= to
  const inRow = ({ row }: Spot) => row === here.row
  const found: Record<Move, () => Spot | undefined> = {
    up: () => spots.slice(0, at).findLast(inColumn),
    down: () => spots.slice(at + 1).find(inColumn),
    left: () => spots.slice(0, at).findLast(inRow),
    right: () => spots.slice(at + 1).find(inRow),
    first: () => spots[0],
    last: () => spots.at(-1),
  }
  return found[move]()
}

/** Arriving by key: what is typed next takes the place of what stands there. */
export function enter(field: HTMLInputElement): void {
  field.focus()
  field.select()
}
