/** A template as CSV, one line a figure: what is typed in this return, and no formula whatever somebody wrote. */
import { writeCsv } from 'hucre/csv'
import { csvColumns, type CsvColumn } from '@inclusion/shared/templates/columns'
import { guarded } from '@inclusion/shared/templates/formula-guard'
import { lineName, type Template, type TemplateLine } from '@inclusion/shared/templates/template'
import { withEntries, type FilledTemplate, type GivenEntry } from './cell-values.ts'

export function buildCsv(
  template: Template,
  { entries = [] }: { entries?: readonly GivenEntry[] } = {},
): Uint8Array {
  const filled = withEntries(template, entries)
  const editions = new Map(template.definitions.map(({ indicator, edition }) => [indicator, edition]))
  const typed = filled.template.lines.filter(({ locked }) => locked === null)
  const rows = typed.map((line) =>
    csvColumns.map((column) => {
      const edition = editions.get(line.indicator) ?? 1
      return guarded(columnText({ filled, line, edition }, column))
    }),
  )
  // Excel reads a CSV as UTF-8 only after this mark.
  return new TextEncoder().encode(writeCsv([[...csvColumns], ...rows], { bom: true }))
}

type CsvLine = { filled: FilledTemplate; line: TemplateLine; edition: number }

function columnText({ filled, line, edition }: CsvLine, column: CsvColumn): string {
  switch (column) {
    case 'return':
      return filled.template.identity.returnId
    case 'indicator':
      return line.indicator
    case 'edition':
      return String(edition)
    case 'measure':
      return lineName(line)
    case 'category':
      return categoryText(line)
    case 'reason':
      return filled.textIn(line, 'missing')
    case 'revision':
      return String(line.revision)
    case 'value':
    case 'numerator':
    case 'denominator':
    case 'people':
    case 'text':
    case 'note':
      return filled.textIn(line, column)
  }
}

function categoryText({ breakdown, category, kind }: TemplateLine): string {
  if (breakdown && category) return `${breakdown.dimension}:${category.code}`
  return kind === 'no-setting' ? 'in no setting' : ''
}
