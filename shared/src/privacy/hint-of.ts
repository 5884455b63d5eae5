/** What is said quietly under a text that is being written, where no check of a return reads it. */
import { findNames } from './find-names.ts'
import { kindsIn, kindWords } from './find-identifiers.ts'
import { findSingledOut } from './singled-out.ts'

const everyone = 'Everyone who reads this return would see it.'

/** One sentence or two, or null. An identifier is never repeated; only it keeps a text from being sent. */
export function hintOf(text: string): string | null {
  const kinds = kindsIn(text)
  if (kinds.length > 0) {
    const words = kinds.map((kind) => kindWords[kind]).join(' and ')
    return `This looks like ${words}. Take it out: it cannot be sent.`
  }
  const quoted = (span: { start: number; end: number }) => `“${text.slice(span.start, span.end)}”`
  const [name] = findNames(text)
  if (name) return `This may name a person: ${quoted(name)}. ${everyone}`
  const [child] = findSingledOut(text)
  return child ? `This may single out a child: ${quoted(child)}. ${everyone}` : null
}
