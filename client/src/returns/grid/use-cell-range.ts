import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { cellsWithin, rangeWords, type CellRange, type Cells } from './cell-range.ts'
import { neighbour, spotsIn } from './field-moves.ts'
import type { Move } from './keyboard-map.ts'

export type Selecting = {
  /** "3 rows, 2 columns selected"; '' where nothing is. */
  words: string
  cells: () => Cells
  /** From the field with the focus, one further. */
  extend: (of: HTMLInputElement, move: Move) => void
  reach: (anchor: string, head: string) => void
  clear: () => void
}

type Selected = { range: CellRange; words: string }

/** Fields that are selected together, to be copied. The focus stays where the range began. */
export function useCellRange(box: RefObject<HTMLDivElement | null>): Selecting {
  const [selected, setSelected] = useState<Selected | null>(null)
  const cellsOf = (range: CellRange | undefined): Cells => {
    const table = box.current?.querySelector('table')
    return range && table ? cellsWithin(table, range) : []
  }
  const mark = useEffectEvent((range: CellRange | undefined) => {
    const cells = cellsOf(range).flat()
    for (const cell of cells) cell.dataset['selected'] = ''
    return () => {
      for (const cell of cells) delete cell.dataset['selected']
    }
  })
  useEffect(() => mark(selected?.range), [selected])
  const reach = (anchor: string, head: string) => {
    const range = { anchor, head }
    const words = `${rangeWords(cellsOf(range))} selected`
    setSelected(anchor === head ? null : { range, words })
    document.getElementById(head)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const extend = (of: HTMLInputElement, move: Move) => {
    const head = document.getElementById(selected?.range.head ?? of.id)
    const table = of.closest('table')
    const next = table && head && neighbour(spotsIn(table), head as HTMLInputElement, move)
    if (next) reach(of.id, next.field.id)
  }
  return {
    words: selected?.words ?? '',
    cells: () => cellsOf(selected?.range),
    extend,
    reach,
    clear: () => setSelected(null),
  }
}
