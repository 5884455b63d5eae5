/** What a count of a register asks for and answers. */
import type { BaselineWindows } from '@inclusion/shared/attendance/counted'
import type { AttendanceCode } from '@inclusion/shared/attendance/codes'
import type { LocalDate } from '@inclusion/shared/time'

/** What each mark as written means; a mark that is no code and has no meaning here waits to be resolved. */
export type Meanings = Readonly<Record<string, AttendanceCode | 'no-mark'>>

/** Which of two different marks of one pupil and session counts; null while she has not said. */
export type Duplicates = 'first' | 'last' | null

export type Window = { startsOn: LocalDate; endsBefore: LocalDate }

/** A mentored pupil: where she stands in the register, and when her mentoring began, where it is known. */
export type Member = { pupil: number; startsOn: LocalDate | null }

/** `date` cannot be read; `early` is years before the period, as a date of birth is. */
export type LineFault = 'nobody' | 'several' | 'date' | 'early' | 'twice'

/** What was pasted, line by line: found once, or why not. */
export type CohortMatch = {
  members: Member[]
  /** Lines that name nobody in the register, or more than one pupil, or no start that can be. */
  faults: { line: number; text: string; why: LineFault; candidates: number[] }[]
  /** Lines that name one pupil, and whom. */
  lines: { text: string; pupil: number }[]
  /** The identifying columns that lines were found in. */
  columns: number[]
}

export type ByCode = Partial<Record<AttendanceCode, number>>

/** Sessions of one academic year: how many pupils had possible ones, and how many had any mark. */
export type YearCounts = { academicYear: string; byCode: ByCode; pupils: number; marked: number }

export type CohortCounts = {
  sessions: YearCounts[]
  enrolments: number
  persistent: number
  severe: number
  dispersion: number | null
}

export type BaselineCounts = CohortCounts & {
  window: Window & { kind: BaselineWindows }
  /** Members without a possible session in their window. */
  without: number
}

/** Two different marks for one pupil and session. */
export type Conflict = { pupil: number; day: number; session: 0 | 1; marks: string[] }

export type Tally = {
  /**
   * Every mark as written that counts, or waits to: how many there are in the period and in the windows of
   * baselines, and the code it counts as; null: unresolved. Unresolved ones first, then by code.
   */
  marks: { written: string; count: number; code: AttendanceCode | 'no-mark' | null }[]
  /** Of all marks, inside the period or not. */
  firstDay: LocalDate | null
  lastDay: LocalDate | null
  /** Marks before and after the period, and in no baseline: left out. */
  before: number
  after: number
  /** School weeks of the period without any mark: closed, or a file that was not dropped. */
  weeksWithout: Window[]
  /** Marks given twice alike: counted once. */
  repeated: number
  /** Settled or not, as they were read. */
  conflicts: Conflict[]
}

export type Counts = {
  tally: Tally
  /** Null while a mark or a conflict is unresolved. */
  whole: CohortCounts | null
  mentored: CohortCounts | null
  baseline: BaselineCounts | null
  /** Members who start after the period: not in this period's cohort. */
  startLater: number
}

export type CountRequest = {
  /** The reporting period. */
  period: Window
  meanings: Meanings
  duplicates: Duplicates
  /** Null while no cohort was given. */
  members: readonly Member[] | null
  baseline: { kind: BaselineWindows; window: Window }
}
