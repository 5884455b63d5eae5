/** What a file may hold. A template has a few hundred rows: all of this is far above what anybody fills in. */
export const limits = {
  /** Bytes of the file as it is sent. */
  file: 5_000_000,
  /** Parts in a packed file. */
  parts: 2_000,
  /** Bytes of the parts that are read, unpacked. */
  unpacked: 40_000_000,
  sheets: 100,
  /** Defined names of a workbook: a template has a few hundred. */
  names: 5_000,
  /** Rows down to the last that says anything, of one sheet. */
  rows: 20_000,
  /** Cells that say anything, and the characters in them and behind its names, of the whole file. */
  cells: 50_000,
  characters: 2_000_000,
  /** Characters of one cell: as many as Excel allows. */
  cell: 32_767,
} as const
