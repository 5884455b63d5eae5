import type { Register } from '../register.ts'

/** Why rows are not in the register; each is shown with how many, and where the first is. */
export const reasons = {
  headings: 'headings that stand again among the rows',
  otherDays: 'rows under a second row of headings with other dates; put them in a sheet of their own',
  totals: 'totals and averages, which are no pupil',
  note: 'notes about the report, which are no pupil',
  nobody: 'no pupil is named',
  several: 'a name that more than one pupil has; add a column with a number of each',
  sharedUpn: 'a UPN that a pupil of another name, number or date of birth has too: read as two pupils',
  twoUpns:
    'a number, or a name and date of birth, that another pupil has too, with another UPN: read as two pupils',
  namesake: 'a name that a pupil with a number or date of birth has too: read as two pupils',
  noDate: 'no date',
  date: 'a date that cannot be read',
  noYear: 'a date without its year',
  session: 'neither AM nor PM is said',
  week: 'a week whose marks are neither 10 (Monday to Friday) nor 14 (seven days)',
  monday: 'a week whose date is not a Monday',
  oneForADay: 'one mark stands for a whole day: it is read as the morning’s, and the afternoon has none',
  vocabulary: 'more kinds of mark than a register has: check which columns hold marks',
} as const
export type Reason = keyof typeof reasons

type Left = { why: string; rows: number; sheet: number; firstRow: number; lastRow: number }

/** Counts rows by reason and sheet; a row counts once for a reason. */
export class LeftOut {
  readonly #left = new Map<string, Left>()

  add(reason: Reason, sheet: number, row: number): void {
    const key = `${reason} ${sheet}`
    const left = this.#left.get(key)
    if (!left) this.#left.set(key, { why: reasons[reason], rows: 1, sheet, firstRow: row, lastRow: row })
    else if (left.lastRow !== row) {
      left.rows++
      left.lastRow = row
    }
  }

  list(): Register['leftOut'] {
    return [...this.#left.values()].map(({ why, rows, sheet, firstRow }) => ({ why, rows, sheet, firstRow }))
  }
}
