import { Suspense, useState, type RefObject } from 'react'
import { toHtml, toTsv } from '../paste/copy-block.ts'
import { isBlock, type Clipboard } from '../paste/is-block.ts'
import { afterPage } from './after-page.ts'
import { textOfCell } from './cell-range.ts'
import { CopyTable } from './copy-table.tsx'
import { enter, fieldOf } from './field-moves.ts'
import type { SheetSource } from './spreadsheet.tsx'
import { useBoxEvents } from './use-box-events.ts'
import { useCellRange, type Selecting } from './use-cell-range.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useKeptFocus } from './use-kept-focus.ts'

// What reads a clipboard comes with the first field that is entered.
const loadPreview = () => import('../paste/paste-preview.tsx')
const PastePreview = afterPage(async () => (await loadPreview()).PastePreview)

/** What was pasted, the id of the field it was pasted into, and which paste of this page it is. */
type Pasted = Clipboard & { at: string; turn: number }

type SheetWorkProps = { box: RefObject<HTMLDivElement | null>; name: string; sheet: SheetSource }

/** The keys and the clipboard of a table, and what it says of them below it. */
export function SheetWork({ box, name, sheet }: SheetWorkProps) {
  const selecting = useCellRange(box)
  const keys = useGridKeys(selecting)
  useKeptFocus(box)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const [said, setSaid] = useState('')
  useBoxEvents(box, {
    ...keys,
    paste: (event) => {
      const block = blockIn(event)
      if (!block) return
      event.preventDefault()
      loadPreview().then(
        () => setPasted({ ...block, turn: (pasted?.turn ?? 0) + 1 }),
        () =>
          setSaid(
            'Not connected, so what you pasted cannot be shown. Paste it again when you are back online.',
          ),
      )
    },
    focusin: ({ target }) => {
      if (!fieldOf(target)) return
      // Fetched ahead of the first paste; without a connection the paste says so.
      loadPreview().catch(() => {})
      selecting.clear()
      setSaid('')
    },
    input: selecting.clear,
    copy: (event) => {
      if (copyRange(event, selecting)) setSaid(`Copied: ${selecting.words.replace(' selected', '')}`)
    },
  })
  const end = (at: string) => {
    setPasted(null)
    const field = fieldOf(document.getElementById(at))
    if (field) enter(field)
  }
  return (
    <>
      {pasted && (
        <Suspense fallback={null}>
          <PastePreview key={pasted.turn} {...{ pasted, sheet }} onEnd={() => end(pasted.at)} />
        </Suspense>
      )}
      <CopyTable name={name} sheet={sheet} />
      <output className="app-grid__said">{said || selecting.words}</output>
    </>
  )
}

/** What was pasted into a number field, where it is more than one cell. */
function blockIn({ target, clipboardData }: ClipboardEvent): (Clipboard & { at: string }) | null {
  const field = fieldOf(target)
  const clipboard = {
    plain: clipboardData?.getData('text/plain') ?? '',
    html: clipboardData?.getData('text/html') ?? '',
  }
  return field && isBlock(clipboard) ? { ...clipboard, at: field.id } : null
}

/** Puts the cells that are selected together on the clipboard; false where none are. */
function copyRange(event: ClipboardEvent, selecting: Selecting): boolean {
  const rows = selecting.cells().map((row) => row.map(textOfCell))
  if (rows.length === 0) return false
  event.preventDefault()
  event.clipboardData?.setData('text/plain', toTsv(rows))
  event.clipboardData?.setData('text/html', toHtml(rows))
  return true
}
