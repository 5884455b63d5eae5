/** What says which return a template is of, as it stands in a file and as it is read from one. */
import type { IndicatorDefinition } from '../framework/indicators.ts'
import type { FilledSheet } from './filled-file.ts'
import { lineMark } from './line-marks.ts'
import type { Template, TemplateIdentity } from './template.ts'

/** The name of its sheet. It is hidden in a workbook that can hide one. */
export const identitySheet = 'Identity'

const title = 'Inclusion Returns template'
const cellsHeader = ['key', 'part', 'revision', 'given'] as const

export const definitionsText = (
  definitions: readonly Pick<IndicatorDefinition, 'indicator' | 'edition'>[],
): string => definitions.map(({ indicator, edition }) => `${indicator}.${edition}`).join(' ')

/** The edition of each indicator that a text of definitions names. */
export function editionsIn(definitions: string): Map<string, number> {
  return new Map(
    definitions.split(/\s+/).flatMap((each) => {
      const [indicator, edition] = each.split('.')
      return indicator && edition && /^\d{1,4}$/.test(edition) ? [[indicator, Number(edition)] as const] : []
    }),
  )
}

/** What stood in a cell when the file was made, and the revision of its figure then. */
export type GivenCell = { given: string; revision: number }

export type KnownFile = {
  identity: TemplateIdentity
  cells: ReadonlyMap<string, GivenCell>
  /** Whether a mark stands for each new line in the texts of the file. */
  marksLines: boolean
}

export const cellKey = (key: string, part: string): string => `${key}#${part}`

/** The rows of the identity sheet: which return, which definitions, and what stood in each cell. */
export function identityRows({ identity, lines }: Template, marksLines = false): string[][] {
  return [
    [title, String(identity.version)],
    ['return', identity.returnId],
    ['definitions', identity.definitions],
    ...(marksLines ? [['new line', lineMark]] : []),
    [...cellsHeader],
    ...lines.flatMap(({ key, cells, revision }) =>
      cells.map(({ part, given }) => [key, part, String(revision), given]),
    ),
  ]
}

/** Reads the identity sheet, wherever it stands; null in a file that has none. */
export function readIdentity(sheets: readonly FilledSheet[]): KnownFile | null {
  const rows = sheets.find(({ rows: [first] }) => first?.[0] === title)?.rows
  if (!rows) return null
  const named = (name: string) => rows.slice(0, 10).find(([first]) => first === name)?.[1] ?? ''
  const start = rows.findIndex((row) => cellsHeader.every((header, at) => row[at] === header))
  const cells = start < 0 ? [] : rows.slice(start + 1)
  return {
    identity: {
      version: Number(rows[0]?.[1] ?? ''),
      returnId: named('return').trim(),
      definitions: named('definitions'),
    },
    marksLines: named('new line').trim() === lineMark,
    cells: new Map(
      cells.map(([key = '', part = '', revision = '', given = '']) => [
        cellKey(key, part),
        { given, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0 },
      ]),
    ),
  }
}
