/**
 * A template as an OpenDocument spreadsheet: the same sheets and values as the workbook. What writes it knows no locks,
 * no validations and no names, so lines are found by their key column, and the first sheet says what it cannot do.
 */
import { writeOds } from 'hucre/ods'
import type { WriteSheet } from 'hucre/xlsx'
import { identityRows, identitySheet } from '@inclusion/shared/templates/identity'
import { markLines } from '@inclusion/shared/templates/line-marks'
import type { Template } from '@inclusion/shared/templates/template'
import { withEntries, type GivenEntry } from './cell-values.ts'
import { definitionsSheet } from './definitions-sheet.ts'
import { layoutOf } from './layout.ts'
import { readMeOf } from './read-me-sheet.ts'
import { sectionSheet } from './section-sheet.ts'

export function buildOpenDocument(
  template: Template,
  { entries = [] }: { entries?: readonly GivenEntry[] } = {},
): Promise<Uint8Array> {
  const filled = withEntries(template, entries)
  const sections = layoutOf(template).map((section) => sectionSheet(section, { filled, faults: new Map() }))
  const sheets = [readMeOf(template, 'ods'), ...sections, definitionsSheet(template)]
  const identity = identityRows(filled.template, true).map((row) => row.map(markLines))
  return writeOds({
    sheets: [...sheets.map(plainSheet), { name: identitySheet, rows: identity }],
    properties: {
      title: `${template.authority.name}, ${template.programme.name}, ${template.period.label}`,
      creator: 'Inclusion Returns',
    },
  })
}

/** Values and looks alone, with a mark where a text has a new line: OpenDocument would make a space of it. */
function plainSheet({ name, rows = [], cells = new Map() }: WriteSheet): WriteSheet {
  const marked = [...cells].map(([at, cell]): [string, typeof cell] => [
    at,
    typeof cell.value === 'string' ? { ...cell, value: markLines(cell.value) } : cell,
  ])
  // What writes it looks for a cell only as far as the rows reach.
  const width = 1 + Math.max(...[...cells.keys()].map((at) => Number(at.split(',')[1])))
  return { name, rows: rows.map(() => Array.from({ length: width }, () => null)), cells: new Map(marked) }
}
