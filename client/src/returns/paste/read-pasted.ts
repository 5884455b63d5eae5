/** What a paste comes to before it counts: what each cell would change, or why none of it is taken. */
import { readCell } from '@inclusion/shared/cell-text'
import { kindWords } from '@inclusion/shared/privacy/find-identifiers'
import { identifiersIn } from '@inclusion/shared/privacy/refuse-body'
import { listWords } from '@inclusion/shared/standards/words'
import { fieldId } from '../field-ids.ts'
import type { Clipboard } from './is-block.ts'
import { judgeCells, type Judged } from './judge-cells.ts'
import { landBlock, type Landing, type Start } from './land-block.ts'
import { rowMatcher } from './match-row.ts'
import { readClipboard } from './read-clipboard.ts'
import type { Sheet } from './sheet.ts'

export type Read =
  | { kind: 'refused'; why: string }
  | ({ kind: 'read'; judged: Judged[] } & Omit<Landing, 'cells'>)

/** The most that is read: far more than any section has figures. */
const most = { letters: 500_000, cells: 10_000 }

export function readPasted(clipboard: Clipboard, sheet: Sheet, at: string): Read {
  const start = startAt(sheet, at)
  if (!start) return refused('The field you pasted into is not there any more.')
  if (clipboard.plain.length + clipboard.html.length > most.letters * 4) return refused(tooMuch)
  const block = readClipboard(clipboard)
  if (block.reduce((so, row) => so + row.length, 0) > most.cells) return refused(tooMuch)
  const personal = personalIn(block, sheet)
  if (personal) return refused(personal)
  const { cells, ...landing } = landBlock(block, sheet, start)
  return { kind: 'read', ...landing, judged: judgeCells(cells) }
}

const refused = (why: string): Read => ({ kind: 'refused', why })

const tooMuch = 'That is far more than this table holds. Copy only the rows with its figures.'

/** Where in the table a field stands. */
function startAt({ rows }: Sheet, id: string): Start | null {
  for (const [row, { cells }] of rows.entries()) {
    for (const [column, { locator, part, closed }] of Object.entries(cells))
      if (closed === null && fieldId(locator, part) === id) return { row, column }
  }
  return null
}

/**
 * Why the block may name somebody, or null: judged cell by cell, and where words stand among its figures as a whole,
 * since a number is told for what it is by the words beside it. The table's own names name nobody.
 */
function personalIn(block: readonly (readonly string[])[], { rows }: Sheet): string | null {
  const { isName } = rowMatcher(rows, null)
  const others = block.map((row) => row.filter((text) => !isName(text)))
  const hasWords = others.flat().some((text) => readCell(text).kind === 'entry' && /\p{L}{2}/u.test(text))
  const whole = others.map((row) => row.join('\t')).join('\n')
  const judged = { entries: others, whole: hasWords ? whole : '' }
  const kinds = new Set(identifiersIn('', judged).flatMap((held) => held.kinds))
  if (kinds.size === 0) return null
  const words = listWords([...kinds].map((kind) => kindWords[kind]))
  return `What you pasted holds what looks like ${words}. None of it was put in, and none of it left this page. Copy only the counts.`
}
