/** What all sheets of a workbook share: protection without a password, and how they print. */
import type { WriteSheet } from 'hucre/xlsx'

/** Locked cells can be read and copied; rows and columns can be made wider. Only unlocked cells can be typed in. */
export const protection: NonNullable<WriteSheet['protection']> = {
  sheet: true,
  objects: true,
  scenarios: true,
  formatColumns: true,
  formatRows: true,
}

/** Excel takes no file with a longer one, its commands included. */
const longestHeader = 250

/**
 * A4, landscape, as wide as the page. An ampersand is a command in a page's header. The headings are not repeated on
 * each page: LibreOffice then saves them apart in an ODS, where what reads it does not find them.
 */
export const pageOf = (header: string): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> => ({
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  },
  headerFooter: {
    oddHeader: `&L${header.replaceAll('&', '&&').slice(0, longestHeader)}`,
    oddFooter: '&LInclusion Returns&RPage &P of &N',
  },
})
