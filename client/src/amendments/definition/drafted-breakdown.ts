/** A breakdown as its form holds it, a category a line, and what is read of it. Pure. */
import type { Category, Disaggregation } from '@inclusion/shared/framework/indicators'

export type DraftedBreakdown = {
  /** Of the breakdown it was opened as; empty for a new one, which gets a code from its name. */
  dimension: string
  label: string
  choice: Disaggregation['choice']
  askedFrom: Disaggregation['askedFrom']
  /** A line for each category: its name, then after an equals sign what else it is called. */
  lines: string
  /** The categories it was opened with: a name that stays, or stays in its place, keeps its code. */
  known: readonly Category[]
}

export const blankBreakdown: DraftedBreakdown = {
  dimension: '',
  label: '',
  choice: 'single',
  askedFrom: 'light',
  lines: '',
  known: [],
}

export const draftBreakdown = ({ categories, ...rest }: Disaggregation): DraftedBreakdown => ({
  ...rest,
  lines: categories.map(lineOf).join('\n'),
  known: categories,
})

export const lineOf = ({ label, aliases }: Category): string =>
  aliases.length === 0 ? label : `${label} = ${aliases.join(', ')}`

/** `Re-engagement & families` as `re-engagement-families`. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')

export function readBreakdown({
  dimension,
  label,
  choice,
  askedFrom,
  lines,
  known,
}: DraftedBreakdown): Disaggregation {
  return {
    dimension: dimension || slugOf(label),
    label: label.trim(),
    choice,
    askedFrom,
    categories: readCategories(lines, known),
  }
}

/** The lines that say something. A renamed category is the same one where its line stands as it stood. */
function readCategories(lines: string, known: readonly Category[]): Category[] {
  const read = lines
    .split('\n')
    .map(readLine)
    .filter(({ label }) => label !== '')
  const said = new Set(read.map(({ label }) => label.toLowerCase()))
  const isRenamed = (category: Category | undefined): category is Category =>
    category !== undefined && !said.has(category.label.toLowerCase())
  return read.map(({ label, aliases }, index) => {
    const same = known.find((category) => category.label.toLowerCase() === label.toLowerCase())
    const inPlace = read.length === known.length ? known[index] : undefined
    const code = same?.code ?? (isRenamed(inPlace) ? inPlace.code : slugOf(label))
    return { code, label, aliases }
  })
}

function readLine(line: string): Pick<Category, 'label' | 'aliases'> {
  const [label = '', others = ''] = line.split('=', 2)
  const aliases = others
    .split(',')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')
  return { label: label.trim(), aliases }
}

/** What has to be mended of a breakdown, in words; null when nothing has. */
export function breakdownFault(draft: DraftedBreakdown): { part: 'label' | 'lines'; message: string } | null {
  const { label, categories, dimension } = readBreakdown(draft)
  if (label === '' || dimension === '')
    return { part: 'label', message: 'Say what the breakdown is by, for example “Phase of school”' }
  const name = `“${label}”`
  if (categories.length < 2)
    return { part: 'lines', message: `Write at least two categories of ${name}, each on a line of its own` }
  const codes = categories.map(({ code }) => code)
  const twice = categories.find(({ code }, index) => codes.indexOf(code) !== index)
  if (twice)
    return { part: 'lines', message: `${name} has “${twice.label}” twice: leave one of the lines out` }
  const nameless = categories.find(({ code }) => code === '')
  if (nameless) return { part: 'lines', message: `Use letters or digits in “${nameless.label}” of ${name}` }
  const total = categories.find(({ code }) => code === 'total')
  if (total)
    return { part: 'lines', message: `Take “${total.label}” out of ${name}: the figure itself is the total` }
  return null
}
