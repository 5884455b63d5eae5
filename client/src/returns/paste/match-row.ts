/** Which row of a table the words at the head of a pasted row name. Pure. */
import { plainName, type SheetRow } from './sheet.ts'

export type Named = { kind: 'row'; at: number } | { kind: 'unknown' } | { kind: 'several' }

type NamedRow = { levels: ReadonlySet<string>[] }

/** What the words name, in the light of the row before: "Other" is of the breakdown that was being gone through. */
export type RowMatcher = {
  /** Whether a text is a name of anything in the table. */
  isName: (text: string) => boolean
  match: (words: readonly string[]) => Named
}

const totals = new Set(['total', 'all', 'all of them'])

export function rowMatcher(rows: readonly SheetRow[], start: number | null): RowMatcher {
  const named = rows.map(({ path }) => ({ levels: path.map((names) => new Set(names.map(plainName))) }))
  const known = new Set(named.flatMap(({ levels }) => levels.flatMap((names) => [...names])))
  let context: NamedRow['levels'] = start === null ? [] : (named[start]?.levels ?? [])
  const isName = (text: string) => namesIn(text, known).every((name) => known.has(name))
  const match = (words: readonly string[]): Named => {
    const names = words.flatMap((text) => namesIn(text, known))
    const candidates = candidatesOf(named, names, context)
    if (candidates.length === 1) {
      context = named[candidates[0]!]!.levels
      return { kind: 'row', at: candidates[0]! }
    }
    // The head of a breakdown, with its categories in the rows below.
    const heads = named.filter(({ levels }) => isAbove(levels, names))
    const inContext = heads.filter(({ levels }) => sameLevels(levels, context) > 0)
    const head = (inContext.length > 0 ? inContext : heads)[0]
    if (candidates.length === 0 && head) context = head.levels.slice(0, -1)
    return { kind: candidates.length > 1 ? 'several' : 'unknown' }
  }
  return { isName, match }
}

/** The names in a cell: it may say a breakdown and its category at once, "Sex: Female". */
function namesIn(text: string, known: ReadonlySet<string>): string[] {
  const whole = plainName(text)
  if (known.has(whole)) return [whole]
  const parts = text.split(/: | [-–] /).map(plainName)
  return parts.length > 1 && parts.every((part) => known.has(part)) ? parts : [whole]
}

/**
 * The rows that the names may mean, those nearest to the row before alone. A category is of the measure that its
 * own row names, or of the one before it, and never of another that happens to have it.
 */
function candidatesOf(
  rows: readonly NamedRow[],
  names: readonly string[],
  context: NamedRow['levels'],
): number[] {
  const wanted = names.filter((name) => !totals.has(name))
  const isTotal = wanted.length < names.length
  // "Total" alone ends the categories above it; under a list of figures it adds up what is no figure of ours.
  if (isTotal && wanted.length === 0 && context.length < 2) return []
  const isHere = ([measure, ...within]: NamedRow['levels']) =>
    within.length === 0 || isSame(measure!, context[0]) || wanted.some((name) => measure!.has(name))
  const found = rows.flatMap(({ levels }, at) =>
    isNamed(levels, wanted, isTotal) && isHere(levels) ? [at] : [],
  )
  const near = found.map((at) => sameLevels(rows[at]!.levels, context))
  const nearest = Math.max(0, ...near)
  return found.filter((_, index) => near[index] === nearest)
}

/** Every word is a name of the row or of what it stands in, and one is the row's own. "Total" names a total. */
function isNamed(levels: NamedRow['levels'], wanted: readonly string[], isTotal: boolean): boolean {
  const own = levels.at(-1)!
  const isOwn = wanted.some((name) => own.has(name)) || (isTotal && levels.length === 1)
  if (isTotal && levels.length > 1) return false
  return isOwn && wanted.every((name) => levels.some((names) => names.has(name)))
}

const isAbove = (levels: NamedRow['levels'], names: readonly string[]): boolean =>
  names.length > 0 && names.every((name) => levels.slice(0, -1).some((own) => own.has(name)))

/** How many levels two rows have in common, from the top. */
function sameLevels(levels: NamedRow['levels'], context: NamedRow['levels']): number {
  const differ = levels.findIndex((names, at) => !isSame(names, context[at]))
  return differ === -1 ? levels.length : differ
}

const isSame = (names: ReadonlySet<string>, others: ReadonlySet<string> | undefined): boolean =>
  others !== undefined && [...names].every((name) => others.has(name))
