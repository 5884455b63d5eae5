/** The definitions of what a return asks, in words: what counts, from where, and what it cannot show. */
import type { Cell, WriteSheet } from 'hucre/xlsx'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Template } from '@inclusion/shared/templates/template'
import { referenceSheet } from './layout.ts'
import { pageOf, protection } from './sheet-setup.ts'
import * as styles from './styles.ts'

const columns: [heading: string, width: number, words: (definition: IndicatorDefinition) => string][] = [
  ['Measure', 40, ({ label }) => label],
  ['Code', 12, ({ indicator }) => indicator],
  ['Edition of its definition', 12, ({ edition }) => String(edition)],
  ['Why it is asked', 50, (definition) => definition.referenceSheet.purpose],
  ['What counts', 70, (definition) => definition.referenceSheet.counts],
  ['Where it comes from', 40, (definition) => definition.referenceSheet.source],
  ['What it cannot show', 50, (definition) => definition.referenceSheet.limits],
]

export function definitionsSheet({ definitions, authority, programme, period }: Template): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  for (const [column, [heading, , words]] of columns.entries()) {
    cells.set(`0,${column}`, { value: heading, type: 'string', style: styles.heading })
    for (const [index, definition] of definitions.entries()) {
      const style = column === 0 ? styles.total : styles.prose
      cells.set(`${index + 1},${column}`, { value: words(definition), type: 'string', style })
    }
  }
  return {
    name: referenceSheet,
    rows: Array.from({ length: definitions.length + 1 }, () => []),
    columns: columns.map(([, width]) => ({ width })),
    cells,
    freezePane: { rows: 1, columns: 1 },
    protection,
    ...pageOf(`Definitions: ${authority.name}, ${programme.name}, ${period.label}`),
    a11y: { headerRow: 0, summary: 'What each measure counts.' },
  }
}
