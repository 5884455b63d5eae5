/** The ids of what is asked of a register, for the links that lead there. */
import type { SheetReading } from './protocol.ts'

export const baselineId = 'register-baseline'
export const duplicatesId = 'register-duplicates'
export const dateOrderId = (index: number): string => `sheet-${index}-date-order`
/** Where files are taken out. */
export const takeOutId = 'register-take-out'

export const markId = (written: string): string =>
  `mark-${Array.from(written, (letter) => letter.codePointAt(0)).join('-')}`

/** Whether the dates of a sheet could be read either way, and she has not said which. */
export const waitsForOrder = ({ layout, correction, why }: SheetReading): boolean =>
  why === null && layout !== null && !layout.isOrderCertain && correction.dateOrder === undefined
