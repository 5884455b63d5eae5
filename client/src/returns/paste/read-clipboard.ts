/** The rows and cells of what was copied, whatever program it came from. */
import type { Clipboard } from './is-block.ts'
import { readTsv } from './read-tsv.ts'

/** Plain text first: it holds what the cells show. A page's table comes as HTML alone. */
export function readClipboard({ plain, html }: Clipboard): string[][] {
  const rows = plain.trim() === '' ? readHtml(html) : readTsv(plain)
  return rows.filter((row, at) => !isBlank(row) || rows.slice(at).some((later) => !isBlank(later)))
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')

/** Read without being drawn: nothing in it is fetched or run. */
function readHtml(html: string): string[][] {
  const read = new DOMParser().parseFromString(html, 'text/html')
  const table = read.querySelector('table')
  return [...(table?.rows ?? [])].map((row) =>
    [...row.cells].flatMap((cell) => [
      cell.textContent.trim(),
      ...Array.from({ length: Math.min(cell.colSpan, 100) - 1 }, () => ''),
    ]),
  )
}
