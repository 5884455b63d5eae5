import type { DateOrder } from '../layout.ts'
import type { Sheet } from '../sheet.ts'
import { headingRole } from './heading-role.ts'
import { isWeekOf, readMoment, readMonth, readSession, readWeekday } from './moment.ts'
import { wordsOf } from './words.ts'

/** Title rows and headings stand within the first of these. */
const searched = 60

/** The rows of headings, from the first to the last, both inside. */
export type HeadingRows = { first: number; last: number }

type Feature = {
  filled: number
  pupils: number
  roles: number
  days: number
  months: number
  /** Words that head nothing known stand only after the last day, as over totals. */
  isDaysFirst: boolean
}

/** Either order serves to see that a cell is a date. */
const anyOrder: DateOrder = 'day-first'

const isDay = (cell: string) =>
  readMoment(cell, anyOrder) !== null ||
  readMoment(cell, 'month-first') !== null ||
  readWeekday(cell) !== null

function featureOf(row: readonly string[]): Feature {
  const feature: Feature = { filled: 0, pupils: 0, roles: 0, days: 0, months: 0, isDaysFirst: true }
  let hasOther = false
  for (const cell of row) {
    const words = wordsOf(cell)
    if (words === '') continue
    feature.filled++
    const role = headingRole(words)
    if (role === 'pupil') feature.pupils++
    if (role !== null || readSession(words) !== null) feature.roles++
    else if (isDay(words)) {
      feature.days++
      feature.isDaysFirst &&= !hasOther
    } else {
      hasOther = true
      if (readMonth(words)) feature.months++
    }
  }
  return feature
}

/** All its cells are headings: words that head columns, days, sessions. */
const isHeading = ({ filled, roles, days }: Feature) => filled > 0 && roles + days === filled

/** Days of the month under the row that names the month. */
function isUnderMonth(sheet: Sheet, row: number): boolean {
  const cells = (sheet.rows[row] ?? []).map((cell) => wordsOf(cell)).filter((words) => words !== '')
  const areDays = cells.every((words) => /^(?:[1-9]|[12]\d|3[01])$/.test(words))
  return cells.length > 0 && areDays && (sheet.rows[row - 1] ?? []).some((cell) => readMonth(wordsOf(cell)))
}

/** A row of data also has dates and names; what heads the columns names a pupil's or has days across. */
const worth = ({ pupils, roles, days }: Feature) =>
  (pupils > 0 ? 40 : 0) + roles * 2 + (days > 1 ? Math.min(days, 20) : 0)

/** How many cells of a row head columns: most where the text is parted into its columns rightly. */
export function headedColumns(row: readonly string[]): number {
  const { roles, days } = featureOf(row)
  return roles + days
}

function strongest(features: readonly Feature[]): number | null {
  let best: number | null = null
  for (const [row, feature] of features.entries()) {
    const least = feature.pupils > 0 || feature.roles + feature.days > 1
    if (least && (best === null || worth(feature) > worth(features[best] as Feature))) best = row
  }
  return best
}

/** Where the headings stand under the title rows; null where no row of the sheet heads columns. */
export function headingRows(sheet: Sheet, corrected: number | undefined): HeadingRows | null {
  const end = Math.min(sheet.rows.length, corrected === undefined ? searched : corrected + 1)
  const features = sheet.rows.slice(0, end).map((row) => featureOf(row))
  const main = corrected ?? strongest(features)
  if (main === null || main >= sheet.rows.length) return null
  let last = main
  while (
    last + 1 < features.length &&
    (isHeading(features[last + 1] as Feature) || isUnderMonth(sheet, last + 1))
  )
    last++
  let first = main
  while (first > 0 && main - first < 3) {
    const isMonths =
      isOfMonths(features[first - 1] as Feature) && !namesDates(sheet.rows.slice(first, last + 1))
    if (!isMonths && !isUpper(sheet.rows[first - 1] ?? [], features[first - 1] as Feature)) break
    first--
  }
  return { first, last }
}

/** One week that the whole sheet is of. */
function isWeekTitle(row: readonly string[]): boolean {
  const words = new Set(row.map((cell) => wordsOf(cell)).filter((cell) => cell !== ''))
  const [only = ''] = words
  return words.size === 1 && isWeekOf(only)
}

/** Above the headings: days over several columns, not a title with a date in it. */
function isUpper(row: readonly string[], feature: Feature): boolean {
  if (isWeekTitle(row)) return false
  const { days, roles, isDaysFirst } = feature
  return isHeading(feature) ? days > 0 || roles > 1 : days > 1 && isDaysFirst
}

const isOfMonths = ({ filled, roles, months }: Feature) => months > 0 && roles + months === filled

/** Days that name their month have no use for a row of months: it is a title. */
const namesDates = (rows: readonly (readonly string[])[]) =>
  rows.some((row) => row.some((cell) => readMoment(wordsOf(cell), anyOrder) !== null))
