/** Files that were sent in, as the cells that were read of them. */
export interface UploadRow {
  id: string
  returnId: string
  personId: string
  fileName: string
  format: 'xlsx' | 'ods' | 'csv'
  /** Of the bytes, which are not kept. */
  sha256: string
  /** What was read, as JSON, until it is confirmed; then null. */
  content: string | null
  /** Where each figure that was saved stood, as JSON, once it is confirmed. */
  places: string | null
  createdAt: string
  confirmedAt: string | null
}
