/** What a workbook keeps in a cell; a formula as the value it last had. */
export type CellValue = string | number | boolean | Date | null

/** Before this a workbook's date is a time of day alone. */
const firstDay = Date.UTC(1904, 0, 2)

function dateText(date: Date): string {
  const moment = date.getTime()
  if (Number.isNaN(moment)) return ''
  const iso = date.toISOString()
  const time = iso.slice(11, 16)
  if (moment < firstDay) return time
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`
}

/** A number in full, so that a long admission number is not shortened to 1.2E+12. */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21)
    return Math.abs(value) < 1e15 ? String(value) : BigInt(value).toString()
  return String(value)
}

/** A cell as it reads: a date as `YYYY-MM-DD`, with ` HH:MM` where it has a time; a time alone as `HH:MM`. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return dateText(value)
}
