/** What a paste comes to, in words. Pure. */
import { listWords } from '@inclusion/shared/standards/words'
import type { Counts } from './judge-cells.ts'
import type { Landing } from './land-block.ts'

const cells = (count: number): string => `${count} ${count === 1 ? 'cell' : 'cells'}`

/** "18 cells matched, 2 ignored, 5 would change." */
export const countWords = ({ matched, ignored, changes }: Counts): string =>
  `${cells(matched)} matched, ${ignored} ignored, ${changes} would change.`

/** How the cells found their places. */
export function wayWords({ way, hasHeader, unnamed }: Omit<Landing, 'cells'>): string {
  if (unnamed)
    return `The columns you pasted could not be told apart. Name them in the first row: ${listWords(unnamed)}. Or copy only the names and the figures that belong here, without headings.`
  const found =
    way === 'names'
      ? 'Rows were matched by their names, wherever they are in this table.'
      : 'Cells were laid out from the field you pasted into, down and to the right.'
  const header = hasHeader ? ' The first row was read as headings.' : ''
  return `${found}${header} Blank cells leave their figures as they are.`
}
