/** How a template looks: what is typed is pale yellow and framed, what is only shown is grey. */
import type { CellStyle } from 'hucre/xlsx'

/** The font of the whole file: one that every office suite has, or has an equal of. */
export const font = { name: 'Arial', size: 11 }

const grey = { rgb: 'B1B4B6' }
const side = { style: 'thin', color: grey } as const
const frame = { top: side, right: side, bottom: side, left: side }
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const top = { vertical: 'top', wrapText: true } as const

export const heading: CellStyle = {
  font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
  fill: solid('1D3557'),
  alignment: { vertical: 'center', wrapText: true },
}

export const title: CellStyle = { font: { ...font, bold: true, size: 16 }, alignment: { vertical: 'top' } }
export const subtitle: CellStyle = { font: { ...font, bold: true, size: 12 }, alignment: top }
export const prose: CellStyle = { alignment: top }
export const link: CellStyle = {
  font: { ...font, underline: true, color: { rgb: '1D70B8' } },
  alignment: top,
}

export const total: CellStyle = { font: { ...font, bold: true }, alignment: top }
/** A spreadsheet indents only what is set to the left. */
export const category: CellStyle = { alignment: { ...top, horizontal: 'left', indent: 2 } }
export const shown: CellStyle = { fill: solid('F3F2F1'), alignment: top }
export const beside: CellStyle = { font: { ...font, color: { rgb: '505A5F' } }, alignment: top }

/** A cell to type in: the only kind that protection leaves open. */
export function input(numFmt: string, isFaulty: boolean): CellStyle {
  const red = { style: 'medium', color: { rgb: 'D4351C' } } as const
  return {
    fill: solid(isFaulty ? 'FCE9E6' : 'FFFBE0'),
    border: isFaulty ? { top: red, right: red, bottom: red, left: red } : frame,
    alignment: top,
    numFmt,
    protection: { locked: false },
  }
}
