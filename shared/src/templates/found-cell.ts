/** A cell of a file that belongs to a line of the return, or says it does. */
import type { IgnoredCell } from './outcome.ts'
import type { TemplatePart } from './template.ts'

export type FoundCell = {
  key: string
  part: TemplatePart
  text: string
  at: string
  /** What the file says of the figure's revision and of its definition's edition, where it says so in the line. */
  revision: number | null
  edition: number | null
}

/** `moved`: a cell stands in another line or column than when the file was made, and is taken for where it stands. */
export type Found = { cells: FoundCell[]; ignored: IgnoredCell[]; moved: boolean }
