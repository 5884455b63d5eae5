import { lazy, Suspense, useRef, useState, type ClipboardEvent, type FocusEvent, type ReactNode } from 'react'
import { toHtml, toTsv } from '../paste/copy-block.ts'
import { isBlock, type Clipboard } from '../paste/is-block.ts'
import type { Sheet } from '../paste/sheet.ts'
import { textOfCell } from './cell-range.ts'
import { CopyTable } from './copy-table.tsx'
import { enter } from './field-moves.ts'
import { useCellRange, type Selecting } from './use-cell-range.ts'
import { fieldOf, useGridKeys } from './use-grid-keys.ts'

// What reads a clipboard comes with the first field that is entered: nobody waits for it to type.
const loadPreview = () => import('../paste/paste-preview.tsx')
const PastePreview = lazy(async () => ({ default: (await loadPreview()).PastePreview }))

/** What was pasted, the id of the field it was pasted into, and which paste of this page it is. */
type Pasted = Clipboard & { at: string; turn: number }

type SpreadsheetProps = {
  /** What the table holds, after "Copy". */
  name: string
  /** The table as a block of cells is laid over it: worked out when one is. */
  sheet: () => Sheet
  children: ReactNode
}

/** A table whose number fields work as cells do: moved between by key, selected together, copied and pasted. */
export function Spreadsheet({ name, sheet, children }: SpreadsheetProps) {
  const box = useRef<HTMLDivElement>(null)
  const selecting = useCellRange(box)
  const keys = useGridKeys(selecting)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const [copied, setCopied] = useState('')
  const onPaste = (event: ClipboardEvent) => {
    const block = blockIn(event)
    if (!block) return
    event.preventDefault()
    setPasted({ ...block, turn: (pasted?.turn ?? 0) + 1 })
  }
  const onFocus = (event: FocusEvent) => {
    if (!fieldOf(event.target)) return
    void loadPreview()
    selecting.clear()
    setCopied('')
  }
  const onCopy = (event: ClipboardEvent) => {
    if (copyRange(event, selecting)) setCopied(`Copied: ${selecting.words.replace(' selected', '')}`)
  }
  const end = (at: string) => {
    setPasted(null)
    const field = document.getElementById(at)
    if (field instanceof HTMLInputElement) enter(field)
  }
  return (
    <>
      <div
        className="app-grid-box"
        ref={box}
        {...{ ...keys, onPaste, onFocus, onCopy }}
        onInput={selecting.clear}
      >
        {children}
      </div>
      <output className="app-grid__said">{copied || selecting.words}</output>
      {pasted && (
        <Suspense fallback={null}>
          <PastePreview key={pasted.turn} pasted={pasted} sheet={sheet} onEnd={() => end(pasted.at)} />
        </Suspense>
      )}
      <CopyTable name={name} sheet={sheet} />
    </>
  )
}

/** What was pasted into a number field, where it is more than one cell. */
function blockIn({ target, clipboardData }: ClipboardEvent): Omit<Pasted, 'turn'> | null {
  const field = fieldOf(target)
  const clipboard = {
    plain: clipboardData.getData('text/plain'),
    html: clipboardData.getData('text/html'),
  }
  return field && isBlock(clipboard) ? { ...clipboard, at: field.id } : null
}

/** Puts the cells that are selected together on the clipboard; false where none are. */
function copyRange(event: ClipboardEvent, selecting: Selecting): boolean {
  const rows = selecting.cells().map((row) => row.map(textOfCell))
  if (rows.length === 0) return false
  event.preventDefault()
  event.clipboardData.setData('text/plain', toTsv(rows))
  event.clipboardData.setData('text/html', toHtml(rows))
  return true
}
