import type { Column, ColumnRole, Shape } from '../layout.ts'

const choose = 'Choose it, or export the register with it.'

function missingMarks(shape: Shape, columns: readonly Column[], has: (role: ColumnRole) => boolean) {
  switch (shape) {
    case 'session-a-row':
      return has('mark') ? null : `No column holds the marks. ${choose}`
    case 'day-a-row':
      return has('am') || has('pm') || has('mark') ? null : `No column holds the marks of AM or PM. ${choose}`
    case 'week-a-row':
      return has('marks') ? null : `No column holds the marks of each week. ${choose}`
    case 'pupil-a-row': {
      const undated = columns.find((column) => column.role === 'marks' && column.day === null)
      if (!has('marks')) return `No column has a date in its heading and marks below. ${choose}`
      return undated
        ? `The column “${undated.heading}” has no date in its heading. Say that it is no column of marks, or ` +
            'write its date in the file and drop it again.'
        : null
    }
  }
}

/** What one column of a row holds, in each shape. */
const single: Record<Shape, readonly ColumnRole[]> = {
  'session-a-row': ['date', 'session', 'mark'],
  'day-a-row': ['date', 'am', 'pm', 'mark'],
  'week-a-row': ['week', 'marks'],
  'pupil-a-row': [],
}

const names: Partial<Record<ColumnRole, string>> = { am: 'morning mark', pm: 'afternoon mark' }

function saidTwice(shape: Shape, columns: readonly Column[]): string | null {
  for (const role of single[shape]) {
    const [one, other] = columns.filter((column) => column.role === role && column.weekday === null)
    if (!one || !other) continue
    return (
      `Two columns are said to hold the ${names[role] ?? role}: “${one.heading}” and “${other.heading}”. ` +
      'Choose one of them, and say that the other is not needed.'
    )
  }
  return null
}

/** What a layout lacks, or has twice, to be a register, in a sentence that says what to do; null where nothing is wrong. */
export function whyNot(shape: Shape, columns: readonly Column[]): string | null {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  if (!has('pupil')) return `No column says who each pupil is, by a number or a name. ${choose}`
  if ((shape === 'session-a-row' || shape === 'day-a-row') && !has('date')) {
    return `No column holds the date of each mark. ${choose}`
  }
  if (shape === 'week-a-row' && !has('week')) return `No column says when each week begins. ${choose}`
  return missingMarks(shape, columns, has) ?? saidTwice(shape, columns)
}
