import { attendanceCodes } from '@inclusion/shared/attendance/codes'
import type { Sheet } from '../sheet.ts'
import { wordsOf } from './words.ts'

const codes: ReadonlySet<string> = new Set(attendanceCodes)
const twoCharacters = attendanceCodes.filter((code) => code.length === 2)
const unit = new RegExp(`${twoCharacters.join('|')}|[/\\\\A-Z#]`, 'g')

/** Some filled cells of a column below the headings, from its beginning. */
export function samplesOf(sheet: Sheet, column: number, firstRow: number): string[] {
  const samples: string[] = []
  for (let row = firstRow; row < sheet.rows.length && row < firstRow + 2000 && samples.length < 100; row++) {
    const words = wordsOf(sheet.rows[row]?.[column])
    if (words !== '') samples.push(words)
  }
  return samples
}

/** The share of samples that a test holds for; 0 where there are none. */
export function shareOf(samples: readonly string[], test: (sample: string) => boolean): number {
  return samples.length === 0 ? 0 : samples.filter((sample) => test(sample)).length / samples.length
}

export const isMark = (cell: string) => codes.has(cell.toUpperCase())

/** Two marks together, as a day's column holds them. */
export function isPair(cell: string): boolean {
  const marks = cell.toUpperCase().replace(/[\s,;|-]/g, '')
  return (marks.match(unit) ?? []).length === 2 && marks.replace(unit, '') === ''
}

/** A week's string of marks, told from a name by its slashes or by its codes. */
export function isWeek(cell: string): boolean {
  const marks = cell.toUpperCase().replace(/[\s,;|]/g, '')
  const count = (marks.match(unit) ?? []).length
  return count >= 8 && count <= 14 && (/[/\\#]/.test(marks) || !/[AEIO][A-Z]{2,}/.test(marks))
}

const isFigure = (cell: string) => /^\d+(?:[.,]\d+)?\s?%?$/.test(cell)

/**
 * Figures of a summary, or minutes, and no mark among them; a column of 0 and 1 alone may be a tally of who
 * was there.
 */
export const areFigures = (samples: readonly string[]): boolean =>
  shareOf(samples, isFigure) > 0.5 &&
  samples.some((cell) => isFigure(cell) && !/^[01]$/.test(cell)) &&
  !samples.some((cell) => isMark(cell) || isPair(cell))
