/** A cell's words: one space between them, none around, whatever kind of space they were written with. */
export function wordsOf(cell: string | undefined): string {
  if (cell === undefined || cell === '') return ''
  return cell.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}

/** Words for comparing: small letters, without accents, punctuation or signs. */
export function folded(cell: string): string {
  return cell
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9%#]+/g, ' ')
    .trim()
}
