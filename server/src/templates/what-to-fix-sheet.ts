/** What to put right in a workbook that came back: one line a fault, each with a link to its cell. */
import type { Cell, WriteSheet } from 'hucre/xlsx'
import { readLocator } from '@inclusion/shared/locators'
import type { CellPlace } from '@inclusion/shared/templates/filled-file'
import { lineName, type Template } from '@inclusion/shared/templates/template'
import { columnLetters } from '@inclusion/shared/templates/outcome'
import { whatToFixSheet } from './layout.ts'
import { pageOf, protection } from './sheet-setup.ts'
import * as styles from './styles.ts'
import { addressOf, faultKey, type Fault } from './faults.ts'

const headings = ['Where', 'Figure', 'What to fix']

export function whatToFixOf(
  template: Template,
  faults: readonly Fault[],
  places: ReadonlyMap<string, CellPlace>,
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>(
    headings.map((value, column) => [`0,${column}`, { value, type: 'string', style: styles.heading }]),
  )
  for (const [index, fault] of faults.entries()) {
    const key = faultKey(fault, places)
    const place = key === null ? undefined : places.get(key)
    const row = index + 1
    const figure = figureWords(template, fault.locator)
    cells.set(`${row},0`, whereCell(place))
    cells.set(`${row},1`, { value: figure, type: 'string', style: styles.prose })
    cells.set(`${row},2`, { value: fault.words, type: 'string', style: styles.prose })
  }
  return {
    name: whatToFixSheet,
    rows: Array.from({ length: faults.length + 1 }, () => []),
    columns: [{ width: 34 }, { width: 48 }, { width: 90 }],
    cells,
    freezePane: { rows: 1 },
    protection,
    ...pageOf(
      `What to fix: ${template.authority.name}, ${template.programme.name}, ${template.period.label}`,
    ),
    a11y: { headerRow: 0, summary: 'What to put right, a line each, with a link to the cell.' },
  }
}

/** What the figure of a fault is called: a line of the template, or a setting's part of one. */
function figureWords({ lines }: Template, locator: string | null): string {
  const line = lines.find(({ key }) => key === locator)
  if (line) return lineName(line)
  const place = locator === null ? null : readLocator(locator)
  if (place?.kind !== 'figure') return place === null ? 'The return as a whole' : 'Attendance of a setting'
  const of = lines.find(({ indicator }) => indicator === place.indicator)
  return `${of?.label ?? place.indicator}, at a setting`
}

function whereCell(place: CellPlace | undefined): Partial<Cell> {
  if (!place) return { value: 'On its page in the service', type: 'string', style: styles.prose }
  const value = `${place.sheet}, cell ${columnLetters(place.column)}${place.row + 1}`
  const hyperlink = { target: '', location: addressOf(place), tooltip: `Go to ${value}` }
  return { value, type: 'string', style: styles.link, hyperlink }
}
