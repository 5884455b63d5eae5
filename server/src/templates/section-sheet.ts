/** One section of a return as a sheet of the workbook: its figures down, and what to hold them against across. */
import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx'
import { isPair, type IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { headings, partIn, type EntryColumn } from '@inclusion/shared/templates/columns'
import { cellKey } from '@inclusion/shared/templates/identity'
import { columnLetters } from '@inclusion/shared/templates/outcome'
import type { TemplateCell, TemplateLine, TemplatePart } from '@inclusion/shared/templates/template'
import { cellValue, type FilledTemplate } from './cell-values.ts'
import {
  aboutWords,
  columnAt,
  measureWords,
  type ColumnName,
  type PlacedLine,
  type SectionLayout,
} from './layout.ts'
import { numberFormat, rateFormat } from './number-formats.ts'
import { pageOf, protection } from './sheet-setup.ts'
import * as styles from './styles.ts'
import { validationsOf, type CheckedCell } from './validations.ts'

export type SectionSheetParts = {
  filled: FilledTemplate
  /** What is wrong with a cell, by line and part: it becomes the comment of the cell. */
  faults: ReadonlyMap<string, readonly string[]>
}

/** Points: a few paragraphs can be seen as they are typed. */
const roomForWords = 150

export function sectionSheet(section: SectionLayout, parts: SectionSheetParts): WriteSheet {
  const { template } = parts.filled
  const definitions = new Map(template.definitions.map((each) => [each.indicator, each]))
  const cells = new Map<string, Partial<Cell>>()
  const checked: CheckedCell[] = []
  for (const [column, { heading }] of section.columns.entries())
    cells.set(`0,${column}`, { value: heading, type: 'string', style: styles.heading })
  for (const placed of section.lines) {
    const definition = definitions.get(placed.line.indicator)!
    for (const [column, { name }] of section.columns.entries()) {
      const cell = cellAt({ section, placed, definition, parts }, name)
      if (cell) cells.set(`${placed.row},${column}`, cell)
      const typed = typedCell(placed.line, name)
      const address = columnLetters(column) + String(placed.row + 1)
      if (typed) checked.push({ definition, line: placed.line, cell: typed, address })
    }
  }
  return {
    name: section.name,
    rows: Array.from({ length: section.lines.length + 1 }, () => []),
    columns: section.columns.map(({ name, width }) => ({ width, hidden: name === 'key' })),
    cells,
    rowDefs: new Map(
      section.lines.flatMap(({ row, line }) =>
        line.measure === 'text' ? [[row, { height: roomForWords }]] : [],
      ),
    ),
    dataValidations: validationsOf(checked),
    freezePane: { rows: 1, columns: 1 },
    protection,
    ...pageOf(
      `${template.authority.name}, ${template.programme.name}, ${template.period.label}: ${section.name}`,
    ),
    a11y: { headerRow: 0, summary: `${section.name}: type in the yellow cells.` },
  }
}

const isEntry = (name: ColumnName): name is EntryColumn => name in headings && name !== 'key'

const partAt = (line: TemplateLine, name: ColumnName): TemplatePart | null =>
  isEntry(name) ? partIn(name, line) : null

/** The cell of a line that is typed in a column; undefined where nothing is. */
function typedCell(line: TemplateLine, name: ColumnName): TemplateCell | undefined {
  const part = line.locked === null ? partAt(line, name) : null
  return line.cells.find((cell) => cell.part === part)
}

type At = {
  section: SectionLayout
  placed: PlacedLine
  definition: IndicatorDefinition
  parts: SectionSheetParts
}

const text = (value: string | null, style: CellStyle): Partial<Cell> | null =>
  value === null || value === '' ? null : { value, type: 'string', style }

function cellAt(at: At, name: ColumnName): Partial<Cell> | null {
  const { line } = at.placed
  if (isEntry(name)) return entryCell(at, name)
  switch (name) {
    case 'measure':
      return text(measureWords(line), line.kind === 'total' ? styles.total : styles.category)
    case 'about':
      return text(aboutWords(line), styles.beside)
    case 'last':
    case 'baseline':
    case 'profile':
      return text(line[name], styles.beside)
    case 'key':
      return text(line.key, styles.beside)
    case 'rate':
      return isPair(line.measure) ? rateCell(at) : null
  }
}

function entryCell({ placed: { line }, definition, parts }: At, name: ColumnName): Partial<Cell> | null {
  const part = partAt(line, name)
  if (part === null) return null
  const value = cellValue(parts.filled.textIn(line, part), part, line.measure)
  const numFmt = numberFormat(definition, part, value)
  const type = value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string'
  if (line.locked !== null) return { value, type, style: { ...styles.shown, numFmt } }
  const faults = parts.faults.get(cellKey(line.key, part)) ?? []
  const style = styles.input(numFmt, faults.length > 0)
  if (faults.length === 0) return { value, type, style }
  return { value, type, style, comment: { author: 'Inclusion Returns', text: faults.join('\n') } }
}

function rateCell({ section, placed: { line, row }, parts }: At): Partial<Cell> {
  const at = (name: ColumnName) => columnLetters(columnAt(section, name)) + String(row + 1)
  const [numerator, denominator] = [at('figure'), at('denominator')]
  const scale = line.measure === 'rate' ? '*100' : ''
  const isReady = `AND(ISNUMBER(${numerator}),ISNUMBER(${denominator}),N(${denominator})<>0)`
  const read = (part: TemplatePart) => cellValue(parts.filled.textIn(line, part), part, line.measure)
  const [above, below] = [read('numerator'), read('denominator')]
  const isKnown = typeof above === 'number' && typeof below === 'number' && below !== 0
  return {
    type: 'formula',
    value: null,
    formula: `IF(${isReady},${numerator}/${denominator}${scale},"")`,
    formulaResult: isKnown ? (above / below) * (scale === '' ? 1 : 100) : '',
    style: { ...styles.shown, numFmt: rateFormat(line) },
  }
}
