/**
 * Reads a template that came back: what in it differs from what it was given with. A blank cell changes nothing and
 * never clears a figure, so a file may be filled in by half, and by several people. Nothing is saved here. Pure.
 */
import { changedCells } from './changed-cells.ts'
import { standingOf, type Standing } from './definitions-changed.ts'
import type { FilledFile } from './filled-file.ts'
import { csvHeader, findInCsv, returnsIn } from './find-in-csv.ts'
import { findInSheets } from './find-in-sheets.ts'
import type { Found } from './found-cell.ts'
import { editionsIn, readIdentity, type KnownFile } from './identity.ts'
import { unmarkLines } from './line-marks.ts'
import type { Locator } from '../locators.ts'
import { toldOf, type TemplateOutcome } from './outcome.ts'
import { refuseEmpty, refuseOther, refuseUnmarked, refuseVersion } from './recognise.ts'
import type { Template } from './template.ts'

type Against = {
  expected: Template
  own: ReadonlySet<Locator>
}

/**
 * @param expected the template of the return as it stands now.
 * @param own figures that the sender saved last, and from a file: the next file of theirs takes their place.
 */
export function readTemplate(
  file: FilledFile,
  expected: Template,
  own: ReadonlySet<Locator> = new Set(),
): TemplateOutcome {
  const against = { expected, own }
  return file.format === 'csv' ? readCsv(file, against) : readSheets(file, against)
}

function readSheets(file: FilledFile, against: Against): TemplateOutcome {
  const { expected } = against
  const known = readIdentity(file.sheets)
  if (!known) return { kind: 'refused', why: refuseUnmarked() }
  const why = refuseVersion(known.identity) ?? refuseOther([known.identity.returnId], expected)
  if (why !== null) return { kind: 'refused', why }
  if (!known.marksLines) return outcomeOf(findInSheets(file, expected), against, known)
  const plain = withLines(file)
  return outcomeOf(findInSheets(plain, expected), against, readIdentity(plain.sheets))
}

const withLines = (file: FilledFile): FilledFile => ({
  ...file,
  sheets: file.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(unmarkLines)) })),
})

function readCsv({ sheets: [sheet], separator }: FilledFile, against: Against): TemplateOutcome {
  const { expected } = against
  const header = sheet ? csvHeader(sheet) : null
  if (!sheet || !header) return { kind: 'refused', why: refuseUnmarked() }
  const why = refuseOther(returnsIn(sheet, header), expected)
  if (why !== null) return { kind: 'refused', why }
  return outcomeOf(findInCsv(sheet, header, expected, separator), against, null)
}

function outcomeOf(
  { cells, ignored, moved }: Found,
  { expected, own }: Against,
  known: KnownFile | null,
): TemplateOutcome {
  const editions = editionsIn(known?.identity.definitions ?? '')
  const indicators = new Map(expected.lines.map(({ key, indicator }) => [key, indicator]))
  const standings = new Map<string, Standing>()
  const standingIn = (key: string, edition: number | null): Standing => {
    const indicator = indicators.get(key) ?? ''
    const at = edition ?? editions.get(indicator) ?? null
    const standing = standingOf(expected, indicator, at)
    standings.set(indicator, standing)
    return standing
  }
  const changed = changedCells({ cells, expected, known, own, standingIn })
  const told = [...ignored, ...changed.ignored]
  if (changed.matched === 0 && changed.absent > 0 && told.length === 0)
    return { kind: 'refused', why: refuseEmpty() }
  const migrated = [...standings.values()].flatMap((standing) =>
    standing.kind === 'kept' ? [standing.words] : [],
  )
  return { kind: 'read', ...changed, ...toldOf(told), migrated, moved }
}
