/** Files that give nothing to the register, unless she said so: nothing is counted past them. */
import { takeOutId } from './asked-fields.ts'
import type { Reading } from './protocol.ts'

/** What waits for her, and the id of the field to go to. */
export type Waiting = { field: string; message: string }

/** One for each file that could not be opened, and each of which no sheet is read; with what to do. */
export function filesNotRead({ sheets, unread }: Reading): Waiting[] {
  const unopened = unread.map(({ why }) => ({ field: takeOutId, message: why }))
  const files = [...new Set(sheets.map(({ file }) => file))]
  const unknown = files.flatMap((file) => {
    const own = sheets.flatMap((sheet, index) => (sheet.file === file ? [{ sheet, index }] : []))
    const open = own.find(({ sheet }) => sheet.why !== null && !sheet.correction.isNoRegister)
    if (!open || own.some(({ sheet }) => sheet.why === null)) return []
    const { sheet, index } = open
    return [{ field: `sheet-${index}-summary`, message: `${nameOf(sheet)}: ${sheet.why}` }]
  })
  return [...unopened, ...unknown]
}

const nameOf = ({ file, name }: Reading['sheets'][number]): string =>
  name === null ? file : `${file}, sheet ${name}`
