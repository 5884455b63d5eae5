/** What a file may hold, in bytes, so that an old laptop neither freezes nor runs out of memory. */
export const limits = {
  /** Of the file as it is dropped. A text of 250,000 marks with names is about 20 MB. */
  file: 60_000_000,
  /** Of a workbook when its parts are unpacked: its text is some four times as long as the same CSV. */
  unpacked: 300_000_000,
  /** Rows of a text: as many as a workbook may have, four times those of a register of 250,000 marks. */
  rows: 1_048_576,
} as const
