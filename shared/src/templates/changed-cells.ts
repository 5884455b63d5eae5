/** Which cells of a file say something else than they did when it was made, and which of those can be taken. */
import { cleanCell, dashWords, isDash, readCell } from '../cell-text.ts'
import { readClaimStrength } from '../evidence-words.ts'
import { readEntry } from '../figures.ts'
import type { Measure } from '../framework/indicators.ts'
import type { Standing } from './definitions-changed.ts'
import type { Locator } from '../locators.ts'
import { notAsked } from './find-in-sheets.ts'
import type { FoundCell } from './found-cell.ts'
import { cellKey, type KnownFile } from './identity.ts'
import { unmarkLines } from './line-marks.ts'
import { oneAnswer, type ReadCell } from './one-answer.ts'
import type { IgnoredCell, TemplateRead } from './outcome.ts'
import { isNumberPart, isRemark, type Template, type TemplateLine, type TemplatePart } from './template.ts'

type Comparison = {
  cells: readonly FoundCell[]
  expected: Template
  /** What the file says it was given with; null where it does not: then what stands in the return now. */
  known: KnownFile | null
  /** Figures that the sender of this file saved last, from a file: the newer file takes their place. */
  own: ReadonlySet<Locator>
  standingIn: (key: string, edition: number | null) => Standing
}

export function changedCells(
  comparison: Comparison,
): Omit<TemplateRead, 'kind' | 'migrated' | 'moved' | 'moreIgnored'> {
  const { cells, expected } = comparison
  const lines = new Map(expected.lines.map((line) => [line.key, line]))
  const ignored: IgnoredCell[] = []
  const read: ReadCell[] = []
  const so: SoFar = { seen: new Map(), reasoned: reasonedIn(cells) }
  for (const cell of cells) {
    const line = lines.get(cell.key)
    const key = cellKey(cell.key, cell.part)
    const judged = judge(comparison, cell, line, so)
    if (!isBlank(cell.text) && !so.seen.has(key)) so.seen.set(key, cell.text)
    if (typeof judged === 'string') ignored.push(leaveOut(cell, line, judged))
    else if (judged && line) read.push(judged)
  }
  const { entries, leftOut } = oneAnswer(read)
  return {
    entries,
    ignored: [...ignored, ...leftOut],
    ...countCells(comparison, so),
  }
}

const leaveOut = ({ at, text, part }: FoundCell, line: TemplateLine | undefined, why: string): IgnoredCell =>
  line ? { at, text, why, of: { key: line.key, part } } : { at, text: '', why }

/** How many of the cells that are typed in this return the file has, has blank, and has not. */
function countCells(
  { cells, expected }: Comparison,
  so: SoFar,
): Pick<TemplateRead, 'matched' | 'blank' | 'absent'> {
  const open = new Set(
    expected.lines.flatMap(({ key, locked, cells: own }) =>
      locked === null ? own.map(({ part }) => cellKey(key, part)) : [],
    ),
  )
  const found = cells.filter(({ key, part }) => open.has(cellKey(key, part)))
  const matched = countKeys(found)
  const given = countKeys(found.filter((cell) => !isBlank(cell.text) || isToldDash(cell, so)))
  return { matched, blank: matched - given, absent: open.size - matched }
}

const countKeys = (cells: readonly FoundCell[]): number =>
  new Set(cells.map(({ key, part }) => cellKey(key, part))).size

type SoFar = {
  /** What was said first of each cell. */
  seen: Map<string, string>
  /** Lines that say why they have no figure: their blank cells need no word. */
  reasoned: ReadonlySet<string>
}

const reasonedIn = (cells: readonly FoundCell[]): ReadonlySet<string> =>
  new Set(
    cells
      .filter(({ part, text }) => !isRemark(part) && readCell(text).kind === 'missing')
      .map(({ key }) => key),
  )

/** A cell as it is read; a sentence where it is left out; null where there is nothing to say of it. */
function judge(
  { known, own: mine, standingIn }: Comparison,
  cell: FoundCell,
  line: TemplateLine | undefined,
  so: SoFar,
): ReadCell | string | null {
  const own = line?.cells.find(({ part }) => part === cell.part)
  const key = cellKey(cell.key, cell.part)
  const file = known?.cells.get(key)
  const given = file?.given ?? own?.given ?? ''
  // Of what is not asked nothing is compared but as it stands: a file can name such figures without end.
  if (!line || !own) return cell.text === given || isBlank(cell.text) ? null : notAsked
  const says = (text: string) => sameCell(line.measure, cell.part, cell.text, text)
  // One that was typed on the page is handed out as it is kept there.
  if (isToldDash(cell, so) && cell.text !== given && line.locked === null) return dashWords
  if (isBlank(cell.text)) return isBlank(given) || so.reasoned.has(cell.key) ? null : blankWords(line)
  const first = so.seen.get(key)
  // A sheet that was copied and not touched says nothing new.
  if (first !== undefined && (cell.text === first || cell.text === given)) return null
  if (first !== undefined) return 'This figure stands twice in the file. The first one is taken.'
  const isOwn = mine.has(line.locator)
  const differs = !says(own.given)
  const isNew = differs && (isOwn || !says(given))
  if (differs && !isNew && line.locked === null) return overtaken
  const said = isOwn ? line.revision : (cell.revision ?? file?.revision ?? null)
  const read = { line, cell, isNew, revision: said ?? line.revision, saysRevision: said !== null }
  if (!isNew) return read
  if (line.locked !== null) return line.locked
  const standing = standingIn(cell.key, cell.edition)
  if (standing.kind === 'changed') return standing.why
  return read
}

const overtaken =
  'This figure was changed on its page since the file was made, and the file still says what stood there before. What stands in the return is kept.'

const isBlank = (text: string): boolean => readCell(text).kind === 'blank'

/** A dash in the place of a number may stand for one, where its line does not say why there is none. */
const isToldDash = ({ key, part, text }: FoundCell, { reasoned }: SoFar): boolean =>
  isNumberPart(part) && isDash(text) && !reasoned.has(key)

const blankWords = ({ locked }: TemplateLine): string | null =>
  locked === null ? 'A blank cell changes nothing. To clear this figure, clear it on its page.' : null

/** A file may hold a new line as a mark, and a text that holds the mark itself comes back with a new line. */
const comparable = (text: string): string => cleanCell(unmarkLines(text).replaceAll(/\r\n?/g, '\n'))

/** What cannot be read as a strength is like no other text. */
const strengthIn = (text: string): string => readClaimStrength(text) ?? text

/** Whether two texts of a cell say the same: `1,234.50` is `1234.5`, and "n/a" is "Not applicable". */
function sameCell(measure: Measure, part: TemplatePart, left: string, right: string): boolean {
  if (comparable(left) === comparable(right)) return true
  if (part === 'claimStrength') return strengthIn(left) === strengthIn(right)
  if (isRemark(part) || part === 'text') return false
  const [one, other] = [readCell(left), readCell(right)]
  if (one.kind === 'missing') return other.kind === 'missing' && one.reason === other.reason
  if (one.kind !== 'entry' || other.kind !== 'entry' || part === 'missing') return false
  const of = part === 'people' ? 'count' : measure
  const [first, second] = [readEntry(one.entered, of), readEntry(other.entered, of)]
  return first.kind === 'number' && second.kind === 'number' && first.number === second.number
}
