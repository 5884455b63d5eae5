/**
 * The defined name of a cell: `f.APM_OP2.sex.female.value` for the value of `APM-OP2:sex:female`. Excel and LibreOffice
 * take it (letters, digits, underscores and points, and nothing that looks like the address of a cell), and it leads
 * back to the figure however rows and columns were moved. Spreadsheets keep names without regard to capitals, so an
 * indicator's small last letter stands after an underscore of its own, and reading regards none.
 */
import { figureLocator, Locator, readLocator } from '../locators.ts'
import { templateParts, type TemplatePart } from './template.ts'

const prefix = 'f'

const partCalled = (text: string) => templateParts.find((part) => part.toLowerCase() === text)

/** The name of a part of the authority's own figure, or of a setting's. Throws on a setting's attendance. */
export function cellName(locator: Locator, part: TemplatePart): string {
  const place = readLocator(locator)
  if (place.kind === 'attendance') throw new RangeError(`Not a figure of a template: ${locator}`)
  const { urn, dimension, category } = place
  const indicator = place.indicator.replace(/[a-z]$/, (letter) => `_${letter}`)
  const own = urn === null ? [] : [`u${urn}`]
  const broken = dimension === null || category === null ? [] : [dimension, category]
  return [prefix, indicator, ...own, ...broken, part].join('.').replaceAll('-', '_')
}

export type NamedPart = { locator: Locator; part: TemplatePart }

/** The figure and part a name leads to; null for a name that is none of ours. */
export function readCellName(name: string): NamedPart | null {
  const [first, code = '', ...rest] = name.toLowerCase().split('.')
  const part = partCalled(rest.pop() ?? '')
  if (first !== prefix || !part) return null
  const [programme = '', number = '', letter = '', ...more] = code.split('_')
  if (more.length > 0) return null
  const indicator = `${programme}-${number}`.toUpperCase() + letter
  const urn = rest.length % 2 === 1 ? (rest.shift() ?? '').replace(/^u/, '') : null
  const [dimension = null, category = null, ...others] = rest.map((each) => each.replaceAll('_', '-'))
  const locator = figureLocator(indicator, { urn, dimension, category })
  return others.length === 0 && Locator.safeParse(locator).success ? { locator, part } : null
}
