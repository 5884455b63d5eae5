/** A cell's value as the text that a person would have typed there. */
export type CellValue = string | number | boolean | Date | null

/** Fifteen digits, as spreadsheets show and compare them: 0.1 + 0.2 is 0.3 there. */
const digits = new Intl.NumberFormat('en-GB', { useGrouping: false, maximumFractionDigits: 20 })
const plain = (value: number): string => digits.format(Number(value.toPrecision(15)) + 0)

/** Before this a spreadsheet's date is a time of day alone. */
const firstDay = Date.UTC(1904, 0, 2)

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  const time = iso.slice(11, 16)
  if (date.getTime() < firstDay) return time
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`
}

/** `format`: the cell's number format. What is shown as a percentage reads as one, so that 0.8 is not taken for a count. */
export function valueText(value: CellValue | undefined, format = ''): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dateText(value)
  if (!Number.isFinite(value)) return ''
  return format.replaceAll(/"[^"]*"|\\./g, '').includes('%') ? `${plain(value * 100)}%` : plain(value)
}
