/** A template as an Excel workbook, and the same workbook with what was filled in and what is wrong with it. */
import { writeXlsx, type WriteOptions } from 'hucre/xlsx'
import { cellName } from '@inclusion/shared/templates/cell-names'
import type { CellPlace } from '@inclusion/shared/templates/filled-file'
import { cellKey, identityRows, identitySheet } from '@inclusion/shared/templates/identity'
import type { Template } from '@inclusion/shared/templates/template'
import { withEntries, type GivenEntry } from './cell-values.ts'
import { layoutOf, placesOf } from './layout.ts'
import { definitionsSheet } from './definitions-sheet.ts'
import { addressOf, faultsByCell, type Fault } from './faults.ts'
import { readMeOf } from './read-me-sheet.ts'
import { withRowHeights } from './row-heights.ts'
import { sectionSheet } from './section-sheet.ts'
import { protection } from './sheet-setup.ts'
import { font } from './styles.ts'
import { whatToFixOf } from './what-to-fix-sheet.ts'

export type Filling = { entries?: readonly GivenEntry[]; faults?: readonly Fault[] }

/**
 * The workbook of a template. With `entries` it is filled in with them; with `faults` each faulty cell has a comment,
 * and a first sheet lists them all with a link to each.
 */
export const buildWorkbook = (template: Template, filling: Filling = {}): Promise<Uint8Array> =>
  writeXlsx(layWorkbook(template, filling))

/** Everything that stands in the workbook, as the library that writes it takes it. */
export function layWorkbook(template: Template, filling: Filling = {}): WriteOptions {
  const { entries = [], faults = [] } = filling
  const filled = withEntries(template, entries)
  const layout = layoutOf(template)
  const places = placesOf(layout)
  const parts = { filled, faults: faultsByCell(faults, places) }
  const identity = identityRows(filled.template)
  return {
    sheets: [
      ...(faults.length === 0 ? [] : [whatToFixOf(template, faults, places)]),
      readMeOf(template, 'xlsx'),
      ...layout.map((section) => sectionSheet(section, parts)),
      definitionsSheet(template),
      { name: identitySheet, rows: identity, hidden: true, protection },
    ].map(withRowHeights),
    namedRanges: namesOf(template, places),
    properties: {
      title: `${template.authority.name}, ${template.programme.name}, ${template.period.label}`,
      creator: 'Inclusion Returns',
    },
    workbookProtection: { lockStructure: true },
    activeSheet: 0,
    defaultFont: font,
  }
}

function namesOf({ lines }: Template, places: ReadonlyMap<string, CellPlace>) {
  return lines
    .filter(({ locked }) => locked === null)
    .flatMap(({ key, locator, cells }) =>
      cells.map(({ part }) => ({
        name: cellName(locator, part),
        range: addressOf(places.get(cellKey(key, part))!, '$'),
      })),
    )
}
