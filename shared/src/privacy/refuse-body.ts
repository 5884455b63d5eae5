/**
 * What a request may not carry: one walk over all that is sent, for the browser before it is sent or queued
 * and for the server before anything is stored. Whatever queues a write (the list of unsent changes in
 * the browser's storage) must ask this first.
 */
import { problems, type ProblemBody, type ProblemItem } from '../problems.ts'
import { kindsIn, kindWords, type IdentifierKind } from './find-identifiers.ts'
import { isPlainNumber } from './plain-number.ts'

/** Where an identifier stands in what was sent: its path, and what kinds. Never the text. */
export type Held = { path: readonly string[]; kinds: IdentifierKind[] }

/** What is sent about people who sign in: an invitation needs an address to go to, and no other kind is one. */
const addresses: Record<string, string> = { 'POST /api/invitations': 'email' }

/** Every text of a body that holds an identifier. `route`: `POST /api/invitations`. */
export function identifiersIn(route: string, body: unknown): Held[] {
  const held: Held[] = []
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string') {
      if (path.includes('entries') && isPlainNumber(value)) return
      if (/^(?:locator|seen)$/.test(path.at(-1) ?? '') && isPlace(value)) return
      const seen = path.at(-1) === 'inputs' ? seenIn(value) : null
      if (seen) return seen.forEach((text) => walk(text, [...path, 'seen']))
      const isAddress = path.length === 1 && path[0] === addresses[route]
      const kinds = isAddress ? kindsBesideAddress(value) : kindsIn(value)
      if (kinds.length > 0) held.push({ path, kinds })
    } else if (Array.isArray(value)) {
      value.forEach((item, at) => walk(item, [...path, String(at)]))
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        const named = kindsIn(name)
        // The name of a field is a text like any other; its place is told without it.
        if (named.length > 0) held.push({ path: [...path, '?'], kinds: named })
        walk(member, [...path, named.length > 0 ? '?' : name])
      }
    }
  }
  walk(body, [])
  return held
}

/** What an address holds beside being one: a pupil's may begin with the UPN. */
const kindsBesideAddress = (text: string): IdentifierKind[] =>
  [...new Set([...kindsIn(text), ...kindsIn(text.replaceAll('@', ' '))])].filter((kind) => kind !== 'email')

/**
 * A locator with no room for an identifier: hundreds come with a save, and reading each as a text took a
 * quarter of it. Any other is read.
 */
const isPlace = (text: string): boolean =>
  /^(?:[A-Z]{2,5}-[A-Z]{1,4}\d{0,3}[A-Za-z]?(?:@\d{6})?(?::[a-z-]{1,40}:(?!.*\d{3})[a-z0-9-]{1,40})?|attendance@\d{6}:[a-z]{1,10}(?::\d{4}-\d{2})?)$/.test(
    text,
  )

/**
 * The texts of what the writer of an explanation saw of the figures (`seenInputs`): its numbers are figures.
 * Null where it is something else, which is read as any text.
 */
function seenIn(text: string): string[] | null {
  const rows = isJson(text) ? (JSON.parse(text) as unknown) : null
  if (!Array.isArray(rows)) return null
  const cells: unknown[] = rows.flat()
  const isSeen = cells.every((cell) => cell === null || typeof cell === 'number' || typeof cell === 'string')
  return isSeen ? cells.filter((cell) => typeof cell === 'string') : null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** One item for each figure or field, in words that repeat nothing of what was written. */
export function itemsOf(held: readonly Held[], body: unknown): ProblemItem[] {
  const fields = Map.groupBy(held, ({ path }) => fieldOf(path, body))
  return [...fields].map(([field, found]) => {
    const kinds = new Set(found.flatMap((each) => each.kinds.map((kind) => kindWords[kind])))
    return {
      field,
      message: `This looks like ${[...kinds].join(' and ')}. Take it out: describe what happened without saying who.`,
    }
  })
}

/** The locator of the figure that a change, an explanation or a question is about; else the path. */
function fieldOf(path: readonly string[], body: unknown): string {
  const [list = '', at = ''] = path
  const item = (body as Record<string, unknown> | null)?.[list]
  const changed = list === 'changes' && Array.isArray(item) ? (item as unknown[])[Number(at)] : undefined
  const locator = (changed as { locator?: unknown } | undefined)?.locator
  const isClean = typeof locator === 'string' && kindsIn(locator).length === 0
  return isClean ? locator : path.join('.')
}

/** The refusal in full, as the server words it, or null when there is nothing to refuse. */
export function refusalOf(route: string, body: unknown): ProblemBody | null {
  const held = identifiersIn(route, body)
  if (held.length === 0) return null
  return { type: 'personal-data', ...problems['personal-data'], errors: itemsOf(held, body) }
}
