import type { Layout } from '../layout.ts'
import type { Register } from '../register.ts'
import type { Sheet } from '../sheet.ts'
import { wordsOf } from '../recognise/words.ts'
import { joinPupils, type Joined } from './join-pupils.ts'
import { LeftOut } from './left-out.ts'
import { MarkCollector } from './mark-collector.ts'
import { pupilRows, type PupilRows } from './pupil-rows.ts'
import { rowReader, type Put } from './row-readers.ts'

export type SheetWithLayout = { sheet: Sheet; layout: Layout }

type Reading = {
  collector: MarkCollector
  leftOut: LeftOut
  /** Of each named one, over all sheets in turn. */
  joined: Joined
  onRow: () => void
}

const isFilled = (row: readonly string[]) => row.some((cell) => wordsOf(cell) !== '')

/** Reads a sheet's rows into the collector. `before` is how many were named in the sheets before. */
function readSheet(
  { sheet, layout }: SheetWithLayout,
  found: PupilRows,
  before: number,
  reading: Reading,
): void {
  const { collector, leftOut, joined, onRow } = reading
  const readRow = rowReader(layout)
  let pupil = 0
  const put: Put = (day, session, mark) => {
    if (!collector.put(pupil, day, session, mark)) leftOut.add('vocabulary', collector.sheet, collector.row)
  }
  const noted = new Map([...joined.notes].map(([at, note]) => [at - before, note]))
  for (const [at, number] of found.rows.entries()) {
    const row = sheet.rows[layout.firstRow + at] ?? []
    collector.row = layout.firstRow + at
    onRow()
    const reason = number < 0 ? (found.reasons[-number - 1] ?? 'nobody') : null
    const note = noted.get(number)
    if (note) leftOut.add(note, collector.sheet, collector.row)
    noted.delete(number)
    pupil = joined.pupilOf[before + number] ?? -1
    const why = reason ?? (pupil < 0 ? 'several' : readRow(row, put))
    if (why !== null && isFilled(row)) leftOut.add(why, collector.sheet, collector.row)
  }
}

/** The columns that say who a pupil is, over all sheets: each once, by its first heading. */
function unionOf(found: readonly PupilRows[]): { key: string; heading: string }[] {
  const union = new Map<string, string>()
  for (const { columns } of found) {
    for (const { key, heading } of columns) if (!union.has(key)) union.set(key, heading)
  }
  return [...union].map(([key, heading]) => ({ key, heading }))
}

/** Told every so many rows, as a worker's messages cost time. */
function progressOf(sheets: readonly SheetWithLayout[], onProgress: (share: number) => void): () => void {
  const rows = sheets.reduce((total, { sheet }) => total + sheet.rows.length, 0)
  let done = 0
  return () => {
    if (++done % 8192 === 0) onProgress(done / rows)
  }
}

/**
 * One register of all sheets: every mark of every pupil, by who is who over the files. Marks given twice,
 * alike or not, are all in it: whoever counts says so. What cannot be read is left out with its reason;
 * nothing is guessed. `onProgress` is told the share that is done, 0 to 1.
 */
export function readRegister(
  sheets: readonly SheetWithLayout[],
  onProgress: (share: number) => void = () => {},
): Register {
  const found = sheets.map((sheet) => pupilRows(sheet))
  const joined = joinPupils(
    found.flatMap(({ named }, sheet) => named.map((one) => ({ ...one, sheet }))),
    new Set(found.flatMap(({ sharedNames }) => sharedNames)),
  )
  const collector = new MarkCollector()
  const leftOut = new LeftOut()
  const reading = { collector, leftOut, joined, onRow: progressOf(sheets, onProgress) }
  let before = 0
  for (const [at, sheet] of sheets.entries()) {
    collector.sheet = at
    readSheet(sheet, found[at] as PupilRows, before, reading)
    before += found[at]?.named.length ?? 0
  }
  onProgress(1)
  const columns = unionOf(found)
  return {
    sheets: sheets.map(({ sheet }) => ({ file: sheet.file, name: sheet.name })),
    identifierColumns: columns.map(({ heading }) => heading),
    pupils: joined.pupils.map((cells) => ({ identifiers: columns.map(({ key }) => cells.get(key) ?? '') })),
    vocabulary: collector.vocabulary,
    marks: collector.marks,
    blanks: collector.blanks,
    leftOut: leftOut.list(),
  }
}
