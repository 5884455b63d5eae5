import { useState } from 'react'
import { blockOf, toHtml, toTsv } from '../paste/copy-block.ts'
import type { Sheet } from '../paste/sheet.ts'

/** Puts the whole table on the clipboard, with its names and headings, folded away or not. */
export function CopyTable({ name, sheet }: { name: string; sheet: () => Sheet }) {
  const [said, setSaid] = useState('')
  const copy = () => {
    const rows = blockOf(sheet())
    write(rows).then(
      () => setSaid(`Copied: ${rows.length - 1} rows with their names. Paste them into a spreadsheet.`),
      () =>
        setSaid(
          'This browser does not let a page copy. Select fields with Shift and an arrow, then press Ctrl and C.',
        ),
    )
  }
  return (
    <p className="app-grid__copy">
      <button type="button" className="app-link-button" onClick={copy}>
        Copy this section’s figures
        <span className="govuk-visually-hidden">: {name}</span>
      </button>{' '}
      <output className="app-grid__said">{said}</output>
    </p>
  )
}

/** Rejects where the browser has no clipboard for pages, or does not let this one use it. */
async function write(rows: string[][]): Promise<void> {
  const item = new ClipboardItem({
    'text/plain': new Blob([toTsv(rows)], { type: 'text/plain' }),
    'text/html': new Blob([toHtml(rows)], { type: 'text/html' }),
  })
  await navigator.clipboard.write([item])
}
