/** What the page asks of the worker that holds the register, and what it is told: no more than it shows. */
import type { BaselineWindows } from '@inclusion/shared/attendance/counted'
import type { LocalDate } from '@inclusion/shared/time'
import type { CohortMatch, Counts, CountRequest, LineFault, Window } from './counts.ts'
import type { Correction, Layout } from './layout.ts'

/** One sheet, and what was understood of it. */
export type SheetReading = {
  /** As it was called, or `register.csv (2)` where another is called so. */
  file: string
  /** Of a sheet in a workbook. */
  name: string | null
  /** Rows that hold something, below the headings. */
  rows: number
  /** Why it is not read as a register; null when it is. */
  why: string | null
  layout: Layout | null
  /** What she has corrected of it. */
  correction: Correction
  /** The first three values of each column, by its index. */
  samples: Readonly<Record<number, readonly string[]>>
  /** The first rows as written, to find the headings among. */
  firstRows: readonly string[]
}

export type Understood = {
  pupils: number
  marks: number
  blanks: number
  identifierColumns: readonly string[]
  firstDay: LocalDate | null
  lastDay: LocalDate | null
  leftOut: readonly { why: string; rows: number; where: string }[]
}

export type Reading = {
  sheets: readonly SheetReading[]
  /** Files that could not be read at all, each with a sentence. */
  unread: readonly { file: string; why: string }[]
  /** All sheets together; null while none is a register. */
  register: Understood | null
}

/** What she answered, with the cohort as she pasted it. */
export type Answers = Omit<CountRequest, 'members' | 'baseline'> & {
  pasted: string
  /** `kind` is null until she chooses: what fits then, `mayBeOwn` where each may have a window of her own. */
  baseline: { kind: BaselineWindows | null; mayBeOwn: boolean; window: Window }
}

export type CohortFault = {
  line: number
  text: string
  why: LineFault
  /** Pupils that the line may mean. */
  candidates: readonly string[]
}

export type Counted = {
  counts: Counts
  conflicts: number
  /** The first of them. */
  shownConflicts: readonly { pupil: string; date: LocalDate; session: string; marks: readonly string[] }[]
  cohort: {
    members: number
    /** How many of them have a start date. */
    dated: number
    faults: readonly CohortFault[]
    /** Lines that name one pupil, and whom. */
    lines: CohortMatch['lines']
    columns: readonly string[]
  } | null
  /** How the baseline is chosen: as she said, or as fits. */
  windows: BaselineWindows
  /** Members whose mentoring began before the end of the one window. */
  begunBefore: number
}

/** A pupil of the register: the identifier that names this one alone, and how the others read. */
export type FoundPupil = { pupil: number; identifier: string; words: string }

export type Found = { pupils: readonly FoundPupil[]; total: number }

/** What can be asked, and what is told. */
export type Acts = {
  read: { asked: readonly File[]; told: Reading }
  correct: { asked: { sheet: number; correction: Correction }; told: Reading }
  remove: { asked: string; told: Reading }
  /** Null where a correction has left no register to count. */
  count: { asked: Answers; told: Counted | null }
  find: { asked: string; told: Found }
}
export type Act = keyof Acts

export type Progress = {
  doing: string
  /** From 0 to 1; null while it cannot be said. */
  done: number | null
}

export type Request = { [A in Act]: { id: number; act: A; asked: Acts[A]['asked'] } }[Act]

export type Report =
  | { id: number; kind: 'progress'; progress: Progress }
  | { id: number; kind: 'told'; told: Acts[Act]['told'] }
  | { id: number; kind: 'failed'; why: string }
