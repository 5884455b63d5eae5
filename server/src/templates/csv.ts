/** A template as CSV, one line a figure: what is typed in this return, and no formula whatever somebody wrote. */
import { writeCsv } from 'hucre/csv'
import { csvColumnOf, csvColumns, type CsvColumn } from '@inclusion/shared/templates/columns'
import { guarded } from '@inclusion/shared/templates/formula-guard'
import {
  lineName,
  templateParts,
  type Template,
  type TemplateLine,
} from '@inclusion/shared/templates/template'
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

const partUnder = new Map(templateParts.map((part) => [csvColumnOf(part), part]))

/** What says which figure a line is of. */
const aboutLine: Partial<Record<CsvColumn, (of: CsvLine) => string>> = {
  return: ({ filled }) => filled.template.identity.returnId,
  indicator: ({ line }) => line.indicator,
  edition: ({ edition }) => String(edition),
  measure: ({ line }) => lineName(line),
  category: ({ line }) => categoryText(line),
  revision: ({ line }) => String(line.revision),
}

function columnText(of: CsvLine, column: CsvColumn): string {
  const part = partUnder.get(column)
  return part === undefined ? (aboutLine[column]?.(of) ?? '') : of.filled.textIn(of.line, part)
}

function categoryText({ breakdown, category, kind }: TemplateLine): string {
  if (breakdown && category) return `${breakdown.dimension}:${category.code}`
  return kind === 'no-setting' ? 'in no setting' : ''
}
