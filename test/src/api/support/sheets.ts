/** Spreadsheets as people fill them in, made by hand for these tests. */
import { csvColumns, type CsvColumn } from '@inclusion/shared/templates/columns'
import type { ProblemBody } from '@inclusion/shared/problems'
import type { UploadAnswer } from '@inclusion/server/uploads/save-upload'
import type { Answer, Client } from '../../support/service.ts'
import { camden } from './filing.ts'

export type CsvLine = Partial<Record<CsvColumn, string>>

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** A CSV of these lines, in the template's columns. */
export const csvOf = (lines: readonly CsvLine[]): string =>
  [csvColumns, ...lines.map((line) => csvColumns.map((column) => line[column] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n')

export type Sent = string | Uint8Array<ArrayBuffer>
type Sending = { id?: string; query?: string; type?: string; headers?: Record<string, string> }

/** Sends a file to the API. */
export async function sendFile<Body = UploadAnswer & ProblemBody>(
  client: Client,
  file: Sent,
  { id = camden, query = '', type = 'text/csv', headers = {} }: Sending = {},
): Promise<Answer<Body>> {
  const response = await client.request(`/api/returns/${id}/uploads${query}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': type, ...headers },
  })
  return { status: response.status, body: (await response.json()) as Body, headers: response.headers }
}
