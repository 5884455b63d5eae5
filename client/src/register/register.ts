/**
 * A register in memory: every mark of every file, once. It is made in a worker of the head's own browser,
 * counted there, and forgotten when she leaves the page. Nothing of it is sent or stored.
 */
import type { LocalDate } from '@inclusion/shared/time'

export type Pupil = {
  /** One for each of the register's `identifierColumns`, as written; '' where blank. */
  identifiers: readonly string[]
}

export const sessions = ['am', 'pm'] as const

/** Marks by column, so that 250,000 of them stay small. Equal indexes belong to one mark. */
export type Marks = {
  length: number
  /** Index into `pupils`. */
  pupil: Uint32Array
  /** Days since 1 January 1970. */
  day: Int32Array
  /** 0 morning, 1 afternoon. */
  session: Uint8Array
  /** Index into `vocabulary`. */
  mark: Uint16Array
  /** Index into `sheets`, and the row there (from 0): where it was read. */
  sheet: Uint16Array
  row: Uint32Array
}

export type Register = {
  sheets: readonly { file: string; name: string | null }[]
  /** The headings of the columns that say who a pupil is. */
  identifierColumns: readonly string[]
  pupils: readonly Pupil[]
  /** Each distinct mark as written, in capitals, without spaces. */
  vocabulary: readonly string[]
  marks: Marks
  /** Cells without a mark: they count as nothing, and are said. */
  blanks: number
  /** Rows left out, by the reason, each with how many and where the first is. */
  leftOut: readonly { why: string; rows: number; sheet: number; firstRow: number }[]
}

export const dayOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000
export const dateOf = (day: number): LocalDate => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** The day of a spreadsheet's number: days since 30 December 1899. */
export const dateOfSerial = (serial: number): LocalDate => dateOf(Math.floor(serial) - 25_569)
