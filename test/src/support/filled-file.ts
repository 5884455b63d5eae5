/** A spreadsheet read with the library alone, as the service's reader would hand it on: texts in cells. */
import { parseCsv } from 'hucre/csv'
import { readOds } from 'hucre/ods'
import { readXlsx } from 'hucre/xlsx'
import type { CellPlace, FilledFile } from '@inclusion/shared/templates/filled-file'

const digits = new Intl.NumberFormat('en-GB', { useGrouping: false, maximumFractionDigits: 20 })

const textOf = (value: unknown): string =>
  typeof value === 'number' ? digits.format(value) : typeof value === 'string' ? value : ''

type Read = { sheets: { name: string; rows: unknown[][] }[]; namedRanges?: { name: string; range: string }[] }

function fileOf(format: FilledFile['format'], { sheets, namedRanges = [] }: Read): FilledFile {
  return {
    format,
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => Array.from(row, textOf)) })),
    names: Object.fromEntries(
      namedRanges.flatMap(({ name, range }) => {
        const place = placeOf(range)
        return place ? [[name, place]] : []
      }),
    ),
  }
}

/** `'Young people'!$C$7`, or `$'Young people'.$C$7` as LibreOffice has it. */
function placeOf(range: string): CellPlace | null {
  const match = /^\$?'?(.+?)'?[!.]\$?([A-Z]{1,3})\$?(\d+)$/.exec(range)
  if (!match) return null
  const [, sheet = '', letters = '', row = ''] = match
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { sheet: sheet.replaceAll("''", "'"), row: Number(row) - 1, column }
}

export const readXlsxFile = async (bytes: Uint8Array): Promise<FilledFile> =>
  fileOf('xlsx', await readXlsx(bytes))

export const readOdsFile = async (bytes: Uint8Array): Promise<FilledFile> =>
  fileOf('ods', await readOds(bytes))

export const readCsvFile = (bytes: Uint8Array): FilledFile =>
  fileOf('csv', { sheets: [{ name: 'CSV', rows: parseCsv(new TextDecoder().decode(bytes)) }] })
