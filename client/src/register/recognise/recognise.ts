import type { Column, Correction, DateOrder, Layout, Recognised } from '../layout.ts'
import type { Sheet } from '../sheet.ts'
import { dateOrderOf } from './date-order.ts'
import { headingCells } from './heading-cells.ts'
import { headingRows, type HeadingRows } from './heading-rows.ts'
import { whyNot } from './missing.ts'
import { isWeekOf, weekStart } from './moment.ts'
import { rolesOf } from './roles.ts'
import { shapeColumns } from './shape-columns.ts'
import { shapeOf } from './shape.ts'
import { wordsOf } from './words.ts'
import { titleOf } from './title.ts'

type Order = { order: DateOrder; isCertain: boolean }

type Understood = { layout: Layout; why: string | null }

const noHeadings =
  'No row of this sheet heads its columns: none has words like “Name”, “UPN” or “Date”. ' +
  'Choose the row of headings, or export the register with its headings.'

const noShape =
  'No column of this sheet holds marks with their dates. Choose what each column is, or export the ' +
  'register with its dates.'

function headingOrder(sheet: Sheet, { first, last }: HeadingRows): Order {
  const words = sheet.rows.slice(first, last + 1).flatMap((row) => row.map((cell) => wordsOf(cell)))
  const titles = sheet.rows.slice(0, first).flatMap((row) => row.map((cell) => wordsOf(cell)))
  return dateOrderOf(new Set([...words, ...titles.filter(isWeekOf)]))
}

/** The order of the dates in columns: all of them are asked, each once. */
function columnOrder(sheet: Sheet, firstRow: number, columns: readonly Column[]): Order {
  const texts = new Set<string>()
  for (const { index, role } of columns) {
    if (role !== 'date' && role !== 'week') continue
    for (let row = firstRow; row < sheet.rows.length; row++) texts.add(sheet.rows[row]?.[index] ?? '')
  }
  return dateOrderOf(
    [...texts].map((text) => weekStart(wordsOf(text))),
    columns.some(({ role }) => role === 'week'),
  )
}

function firstRowAfter(sheet: Sheet, headingRow: number): number {
  let row = headingRow + 1
  while (row < sheet.rows.length && !sheet.rows[row]?.some((cell) => wordsOf(cell) !== '')) row++
  return row
}

function understand(sheet: Sheet, rows: HeadingRows, correction: Correction, headed: Order): Understood {
  const cells = headingCells(sheet, rows, headed.order)
  const roles = rolesOf(cells, correction.roles)
  const shape = correction.shape ?? shapeOf(cells, roles)
  const title = titleOf(sheet, rows.first)
  const around = { title, order: headed.order, correction }
  const { columns, why } = shapeColumns(shape ?? 'session-a-row', cells, roles, around)
  const firstRow = firstRowAfter(sheet, rows.last)
  const found = shape === 'pupil-a-row' ? headed : columnOrder(sheet, firstRow, columns)
  const layout: Layout = {
    shape: shape ?? 'session-a-row',
    headingRow: rows.last,
    firstRow,
    columns,
    dateOrder: correction.dateOrder ?? found.order,
    isOrderCertain: correction.dateOrder !== undefined || found.isCertain,
  }
  return { layout, why: shape === null ? noShape : (why ?? whyNot(layout.shape, columns)) }
}

/** Headings that name weekdays prove an order where they fit it and not the other. */
function provenByWeekdays(understood: Understood, other: Understood): Understood {
  const isByDays = understood.layout.shape === 'pupil-a-row' && other.layout.shape === 'pupil-a-row'
  if (!isByDays || (understood.why === null) === (other.why === null)) return understood
  const fitting = understood.why === null ? understood : other
  return { ...fitting, layout: { ...fitting.layout, isOrderCertain: true } }
}

/**
 * What a sheet is understood to be: where its headings stand, its shape, what each column holds, and the
 * order of its dates. What she corrects is taken as said, and the rest is understood anew with it.
 * Where it is no register the sentence says what to do, and a layout shows how far the reader came.
 */
export function recognise(sheet: Sheet, correction: Correction = {}): Recognised {
  const rows = headingRows(sheet, correction.headingRow)
  if (!rows) return { isRegister: false, why: noHeadings, layout: null }
  const headed = correction.dateOrder
    ? { order: correction.dateOrder, isCertain: true }
    : headingOrder(sheet, rows)
  const understood = understand(sheet, rows, correction, headed)
  const flipped: DateOrder = headed.order === 'day-first' ? 'month-first' : 'day-first'
  const { layout, why } = headed.isCertain
    ? understood
    : provenByWeekdays(understood, understand(sheet, rows, correction, { order: flipped, isCertain: false }))
  return why === null ? { isRegister: true, layout } : { isRegister: false, why, layout }
}
