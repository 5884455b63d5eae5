/** Whether two files are the same, without keeping either. */

/** A print of some bytes: of equal ones equal, of others as good as never. */
export function printOf(bytes: Uint8Array): string {
  let [low, high] = [0x811c9dc5, 0x9e3779b9]
  for (const byte of bytes) {
    low = Math.imul(low ^ byte, 0x01000193)
    high = Math.imul(high ^ byte, 0x85ebca6b) ^ (high >>> 13)
  }
  return `${bytes.length} ${low >>> 0} ${high >>> 0}`
}

/** A name that no other file has: `register.csv (2)`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let [free, number] = [name, 1]
  while (taken.has(free)) {
    number += 1
    free = `${name} (${number})`
  }
  return free
}
