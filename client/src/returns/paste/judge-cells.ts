/** What each pasted cell would change, before it does: pure. */
import { cleanCell, dashWords, readCell } from '@inclusion/shared/cell-text'
import { entryText, readEntry, type MissingReason } from '@inclusion/shared/figures'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { typing, type Edit } from '../entry/edits.ts'
import { readsAlike } from '../entry/held.ts'
import { missingWords } from '@inclusion/shared/figure-words'
import type { Landed } from './land-block.ts'
import type { SheetCell } from './sheet.ts'

type Put = { kind: 'entry'; entered: string } | { kind: 'missing'; reason: MissingReason }

export type Judged = { row: string; column: string; now: string; pasted: string } & (
  | { outcome: 'change'; cell: SheetCell; put: Put; what: string }
  | { outcome: 'same' }
  | { outcome: 'ignored'; why: string }
)

export function judgeCells(landed: readonly Landed[]): Judged[] {
  const before = new Map<string, Judged>()
  return landed.map((each) => {
    const judged = judge(each)
    if (!each.cell || judged.outcome === 'ignored') return judged
    return afterOthers(judged, each.cell, before)
  })
}

function judge(landed: Landed): Judged {
  const { row, column, text, cell } = landed
  const pasted = cleanCell(text)
  if (!cell) return { row, column, now: '–', pasted, outcome: 'ignored', why: landed.why }
  const now = cell.missing ? missingWords[cell.missing] : cell.now
  const shown = { row, column, now, pasted }
  const read = readCell(text)
  const { measure, closed } = cell
  if (read.kind === 'blank' && (pasted === '' || closed !== null)) return { ...shown, outcome: 'same' }
  if (read.kind === 'blank') return { ...shown, outcome: 'ignored', why: dashWords }
  if (read.kind === 'missing') return judgeReason(shown, cell, read.reason)
  const entry = readEntry(read.entered, measure)
  const isSame =
    cell.missing === null &&
    (read.entered === cleanCell(cell.now) || readsAlike(read.entered, cell.now, measure))
  if (isSame) return { ...shown, outcome: 'same' }
  if (closed !== null) return { ...shown, outcome: 'ignored', why: closed }
  if (entry.kind !== 'number')
    return { ...shown, outcome: 'ignored', why: entry.kind === 'unreadable' ? `${entry.why}.` : '' }
  const entered = entryText(entry.number, measure)
  const what = now === '' ? 'Goes in' : cell.missing ? `Takes the place of “${now}”` : 'Changes'
  return { ...shown, outcome: 'change', cell, put: { kind: 'entry', entered }, what }
}

type Shown = Pick<Judged, 'row' | 'column' | 'now' | 'pasted'>

function judgeReason(shown: Shown, cell: SheetCell, reason: MissingReason): Judged {
  if (readLocator(cell.locator).kind === 'attendance' || cell.part === 'people')
    return { ...shown, outcome: 'ignored', why: 'A count has no reason for none: leave its cell blank.' }
  if (cell.missing === reason) return { ...shown, outcome: 'same' }
  if (cell.closed !== null) return { ...shown, outcome: 'ignored', why: cell.closed }
  const what = `The whole figure becomes “${missingWords[reason]}”`
  return { ...shown, outcome: 'change', cell, put: { kind: 'missing', reason }, what }
}

/** A cell given twice, or both a figure and a reason for none: the first stands. */
function afterOthers(judged: Judged, { locator, part }: SheetCell, before: Map<string, Judged>): Judged {
  const ignored = (why: string): Judged => {
    const { row, column, now, pasted } = judged
    return { row, column, now, pasted, outcome: 'ignored', why }
  }
  const at = `${locator} ${part}`
  if (before.has(at)) return ignored('A cell before it gives this figure already.')
  const kind = judged.outcome === 'change' ? judged.put.kind : null
  const first = before.get(locator)
  if (kind && first?.outcome === 'change' && first.put.kind !== kind)
    return ignored('Another cell of this row says otherwise: give a figure, or why there is none.')
  before.set(at, judged)
  if (kind && !first) before.set(locator, judged)
  return judged
}

export type Counts = { matched: number; ignored: number; changes: number }

export function countsOf(judged: readonly Judged[]): Counts {
  const ignored = judged.filter(({ outcome }) => outcome === 'ignored').length
  const changes = judged.filter(({ outcome }) => outcome === 'change').length
  return { matched: judged.length - ignored, ignored, changes }
}

/** The changes that putting them in comes to, one a figure. */
export function editsOf(judged: readonly Judged[]): [Locator, Edit][] {
  const edits = new Map<Locator, Edit>()
  for (const each of judged) {
    if (each.outcome !== 'change') continue
    const { locator, part, missing } = each.cell
    if (each.put.kind === 'missing') edits.set(locator, { missing: each.put.reason })
    else {
      const entries = { ...edits.get(locator)?.entries, [part]: each.put.entered }
      edits.set(locator, typing({ entries }, missing))
    }
  }
  return [...edits]
}
