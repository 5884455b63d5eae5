/** Where everything stands in a template's sheets: one sheet a section, one row a line. The same in XLSX and ODS. */
import { partsOf } from '@inclusion/shared/figure-changes'
import { evidenceFields, isPair } from '@inclusion/shared/framework/indicators'
import { columnOf, headings, shownHeadings } from '@inclusion/shared/templates/columns'
import type { CellPlace } from '@inclusion/shared/templates/filled-file'
import { cellKey } from '@inclusion/shared/templates/identity'
import type { Template, TemplateLine, TemplatePart } from '@inclusion/shared/templates/template'

export type ColumnName =
  | keyof typeof headings
  | 'measure'
  | 'about'
  | 'rate'
  | 'last'
  | 'baseline'
  | 'profile'

export type SheetColumn = { name: ColumnName; heading: string; width: number }

/** `row` counts from 0; the first row is that of the headings. */
export type PlacedLine = { line: TemplateLine; row: number }

export type SectionLayout = { name: string; columns: SheetColumn[]; lines: PlacedLine[] }

export const readMeSheet = 'Read me'
export const referenceSheet = 'Definitions'
export const whatToFixSheet = 'What to fix'

const taken = [readMeSheet, referenceSheet, whatToFixSheet, 'Identity']

export function layoutOf(template: Template): SectionLayout[] {
  const names = new Set(taken.map((name) => name.toLowerCase()))
  const bySection = Map.groupBy(template.lines, ({ section }) => section)
  return [...bySection].map(([section, lines]) => ({
    name: sheetName(section, names),
    columns: columnsOf(template, lines),
    lines: lines.map((line, index) => ({ line, row: index + 1 })),
  }))
}

/** A name that Excel takes for a sheet: 31 characters, none of `: * ? / \ [ ]`, and no two alike. */
function sheetName(section: string, used: Set<string>): string {
  const plain = section.replaceAll(/[:*?/\\[\]']+/g, ' ').trim() || 'Section'
  const fits = (ending: string) => plain.slice(0, 31 - ending.length).trim() + ending
  let name = fits('')
  for (let nth = 2; used.has(name.toLowerCase()); nth += 1) name = fits(` ${nth}`)
  used.add(name.toLowerCase())
  return name
}

/** Only the columns that a line of the section has something in. */
function columnsOf(template: Template, lines: readonly TemplateLine[]): SheetColumn[] {
  const has = (...parts: TemplatePart[]) =>
    lines.some(({ cells }) => cells.some(({ part }) => parts.includes(part)))
  const pairs = lines.some(({ measure }) => isPair(measure))
  const period = template.period.id.startsWith('FY') ? shownHeadings.lastQuarter : shownHeadings.lastTerm
  const columns: [ColumnName, string, number, boolean][] = [
    ['measure', shownHeadings.measure, 42, true],
    ['about', shownHeadings.about, 52, true],
    ['figure', headings.figure, 14, has('value', 'numerator')],
    ['denominator', headings.denominator, 14, pairs],
    ['people', headings.people, 12, has('people')],
    ['rate', shownHeadings.rate, 14, pairs],
    ['text', headings.text, 90, has('text')],
    ['missing', headings.missing, 18, true],
    ['last', period, 26, lines.some(({ last }) => last !== null)],
    ['baseline', shownHeadings.baseline, 14, lines.some(({ baseline }) => baseline !== null)],
    ['profile', shownHeadings.profile, 24, lines.some(({ profile }) => profile !== null)],
    ['note', headings.note, 40, has('note')],
    ...evidenceFields.map((field): [ColumnName, string, number, boolean] => [
      field,
      headings[field],
      24,
      has(field),
    ]),
    ['key', headings.key, 34, true],
  ]
  return columns.flatMap(([name, heading, width, shown]) => (shown ? [{ name, heading, width }] : []))
}

export const columnAt = ({ columns }: SectionLayout, name: ColumnName): number =>
  columns.findIndex((column) => column.name === name)

/** Where each cell that is typed stands, by line and part. */
export function placesOf(layout: readonly SectionLayout[]): Map<string, CellPlace> {
  return new Map(
    layout.flatMap((section) =>
      section.lines.flatMap(({ line: { key, cells, locked }, row }) =>
        (locked === null ? cells : []).map(({ part }): [string, CellPlace] => [
          cellKey(key, part),
          { sheet: section.name, row, column: columnAt(section, columnOf(part)) },
        ]),
      ),
    ),
  )
}

/** What a row is called in its first column. */
export function measureWords({ label, breakdown, category, kind, setting }: TemplateLine): string {
  if (setting !== null) return `At ${setting}`
  if (kind === 'no-setting') return 'In no setting (optional)'
  return breakdown && category ? `${breakdown.label}: ${category.label}` : label
}

/** What is wanted in a line, and where it comes from if nothing is. Of a category nothing is said again. */
export function aboutWords({ locked, hint, cells, measure, kind, label: measured }: TemplateLine): string {
  if (kind === 'category' || kind === 'setting') return locked ?? ''
  const named = (part: TemplatePart) => cells.find((cell) => cell.part === part)?.label
  const parts = partsOf({ measure, people: 'beside' }).flatMap((part) => {
    const label = named(part)
    return label && label !== measured ? [`${headings[columnOf(part)]}: ${label}.`] : []
  })
  return [locked, ...parts, hint].filter((words) => words !== null && words !== '').join(' ')
}
