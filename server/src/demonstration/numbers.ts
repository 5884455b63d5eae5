/** Invented numbers that are the same every time: they follow from a name, never from chance. */

/** A whole number from `least` to `most`, always the same for the same name (FNV-1a of the name). */
export function invent(name: string, least: number, most: number): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash ^= hash >>> 12
  return least + ((hash >>> 0) % (most - least + 1))
}

/** Splits a whole number over places so that they add up to it, by weights that follow from a name. */
export function split(total: number, places: number, name: string): number[] {
  const weights = Array.from({ length: places }, (_, index) => invent(`${name} ${index}`, 2, 9))
  const sum = weights.reduce((left, right) => left + right, 0)
  const parts = weights.map((weight) => Math.floor((total * weight) / sum))
  const short = total - parts.reduce((left, right) => left + right, 0)
  return parts.map((part, index) => part + (index < short ? 1 : 0))
}

/** Splits a numerator over the parts of its denominator: no part above its own, together the whole. */
export function splitWithin(total: number, limits: readonly number[]): number[] {
  const sum = limits.reduce((left, right) => left + right, 0)
  const parts = limits.map((limit) => (sum === 0 ? 0 : Math.floor((total * limit) / sum)))
  let short = total - parts.reduce((left, right) => left + right, 0)
  return parts.map((part, index) => {
    const more = Math.min(short, limits[index]! - part)
    short -= more
    return part + more
  })
}

/** Parts of a choice of several: each at most the total, together at least it. */
export function overlap(total: number, places: number, name: string): number[] {
  return split(total, places, name).map((part, index) =>
    Math.min(total, part + invent(`${name} more ${index}`, 0, 2)),
  )
}
