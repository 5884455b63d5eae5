import { Radios } from '../ui/radios.tsx'
import { dateOrderId } from './asked-fields.ts'
import type { Correction, DateOrder } from './layout.ts'
import type { SheetReading } from './protocol.ts'

type DateOrderProps = {
  sheet: SheetReading
  index: number
  correct: (sheet: number, correction: Correction) => void
}

/** Asked outright: no date of the sheet has a day over 12. */
export function DateOrderQuestion({ sheet, index, correct }: DateOrderProps) {
  const { layout, correction } = sheet
  if (sheet.why !== null || !layout || (layout.isOrderCertain && correction.dateOrder === undefined))
    return null
  const change = (dateOrder: DateOrder) => correct(index, { ...correction, dateOrder })
  return (
    <Radios
      id={dateOrderId(index)}
      label={`Which comes first in the dates of ${sheet.name ?? sheet.file}?`}
      hint="They could be read either way."
      value={correction.dateOrder ?? null}
      onChange={change}
      look="small"
      choices={[
        { value: 'day-first', label: 'The day: 06/10/2025 is 6 October' },
        { value: 'month-first', label: 'The month: 06/10/2025 is 10 June' },
      ]}
    />
  )
}
