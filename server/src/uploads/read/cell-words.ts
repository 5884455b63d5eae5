/** A cell as a person finds it: "Cell C12 of the sheet “Money”". */
import { kindsIn } from '@inclusion/shared/privacy/find-identifiers'
import type { CellPlace } from '@inclusion/shared/templates/filled-file'
import { columnLetters } from '@inclusion/shared/templates/outcome'

export const cellName = ({ row, column }: Pick<CellPlace, 'row' | 'column'>): string =>
  `${columnLetters(column)}${row + 1}`

/** The sheet is not named where its name identifies a person, or is long. A text with separated cells has no name. */
export function cellWords({ sheet, row, column }: CellPlace): string {
  const isFit = sheet !== '' && sheet.length <= 60 && sheet.isWellFormed() && kindsIn(sheet).length === 0
  return `Cell ${cellName({ row, column })}${isFit ? ` of the sheet “${sheet}”` : ''}`
}
