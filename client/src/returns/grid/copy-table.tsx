import { useState } from 'react'
import { blockOf, toHtml, toTsv } from '../paste/copy-block.ts'
import { useGrid } from './grid-context.ts'
import type { SheetSource } from './spreadsheet.tsx'

/** Puts the whole table on the clipboard, with its names and headings, folded away or not. */
export function CopyTable({ name, sheet }: { name: string; sheet: SheetSource }) {
  const grid = useGrid()
  const [said, setSaid] = useState('')
  const copy = () => {
    write(sheet(grid).then(blockOf)).then(
      (rows) => setSaid(`Copied: ${rows} rows with their names. Paste them into a spreadsheet.`),
      () =>
        setSaid(
          'This browser does not let a page copy. Select fields with Shift and an arrow, then press Ctrl and C.',
        ),
    )
  }
  return (
    <>
      <button type="button" className="app-link-button" onClick={copy}>
        Copy this section’s figures
        <span className="govuk-visually-hidden">: {name}</span>
      </button>
      <output className="app-grid__said">{said}</output>
    </>
  )
}

/** Answers how many rows it was. Rejects where the browser has no clipboard for pages, or does not let this one use it. */
async function write(block: Promise<string[][]>): Promise<number> {
  const as = (type: string, text: (rows: string[][]) => string) =>
    block.then((rows) => new Blob([text(rows)], { type }))
  // Begun while the press of the button still counts as one.
  const item = new ClipboardItem({
    'text/plain': as('text/plain', toTsv),
    'text/html': as('text/html', toHtml),
  })
  await navigator.clipboard.write([item])
  return (await block).length - 1
}
