/** Who a pasted line names: by each cell, by two cells beside each other, or by the line as a whole. */
import { exact, foldName, plainNumber, type Named, type PupilIndex } from './pupil-index.ts'
import type { Cell, Line } from './read-line.ts'

/** `isHalf`: those it may mean, none of them surely. */
export type Found = Named & { isHalf: boolean }

/**
 * The pupils that a line names. `passed` are places of cells that say nothing of who she is. A short number,
 * or one that stands in the register with zeros before it, may be a year group or an age: beside a name that
 * is not the pupil's it is not enough.
 */
export function findPupil(
  index: PupilIndex,
  { cells }: Pick<Line, 'cells'>,
  passed: ReadonlySet<number>,
): Found {
  const own = cells.filter(({ place }) => !passed.has(place))
  const texts = own.filter(({ date }) => date === undefined).map(({ text }) => text)
  const pairs = texts.slice(1).map((text, after) => `${texts[after]}${text}`)
  const names = [...texts, ...pairs, texts.join('')].flatMap((text) => index.names.get(nameKey(text)) ?? [])
  const numbers = own.map((cell) => numberOf(index, cell))
  const named = [...numbers.flatMap(({ sure, weak }) => sure ?? weak ?? []), ...names]
  const halves = texts.flatMap((text) => index.halves.get(nameKey(text)) ?? [])
  const isSure = names.length > 0 || numbers.some(({ sure }) => sure)
  if (named.length > 0) {
    const all = together(named)
    return { ...all, isHalf: !isSure && !areNamesOf(index, texts, all.pupils) }
  }
  return { pupils: [...new Set(halves.flatMap(({ pupils }) => pupils))], columns: [], isHalf: true }
}

/** Shorter numbers are ages, years, groups and counts as well. */
const fewestDigits = 4

/** A number that could be read as a date, and is somebody's, is hers. */
function numberOf(index: PupilIndex, { text }: Cell): { sure?: Named; weak?: Named } {
  const written = exact(text)
  const whole = index.identifiers.get(written) ?? index.capitals.get(written.toUpperCase())
  if (whole) return /^\d+$/.test(written) && written.length < fewestDigits ? { weak: whole } : { sure: whole }
  const plain = index.numbers.get(plainNumber(text))
  return plain ? { weak: plain } : {}
}

/** Whether every cell that may be a name is at least half the name of one of these. */
function areNamesOf({ halves }: PupilIndex, texts: readonly string[], pupils: readonly number[]): boolean {
  const keys = texts.map(nameKey).filter((key) => key !== '')
  return keys.every((key) => halves.get(key)?.pupils.some((pupil) => pupils.includes(pupil)) ?? false)
}

const nameKey = (text: string): string => (/\d/.test(text) ? '' : foldName(text))

/** Those that all the cells agree on; where they agree on nobody, everybody that one of them names. */
function together(named: readonly Named[]): Named {
  const columns = [...new Set(named.flatMap((one) => one.columns))]
  const all = [...new Set(named.flatMap(({ pupils }) => pupils))]
  const agreed = all.filter((pupil) => named.every(({ pupils }) => pupils.includes(pupil)))
  return { pupils: agreed.length > 0 ? agreed : all, columns }
}
