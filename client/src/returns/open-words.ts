/** What stands in the way of sending or signing, as a page says it above; null where nothing does. */
export function openWords(open: number): string | null {
  if (open === 0) return null
  return `${open === 1 ? 'One line' : `${open} lines`} above must be dealt with first.`
}
