/** The upload pages as a browser without script uses them: forms sent, and where they lead. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect } from 'vitest'
import type { Client } from '../../support/service.ts'
import { camden } from './filing.ts'

export type Shown = { status: number; location: string | null; html: string }

async function shown(response: Response): Promise<Shown> {
  return { status: response.status, location: response.headers.get('location'), html: await response.text() }
}

export const open = async (client: Client, path: string): Promise<Shown> =>
  shown(await client.request(path, { headers: { accept: 'text/html' } }))

type SentForm = { id?: string; name?: string }

/** Sends a file by the form of a return's page. */
export async function upload(
  client: Client,
  bytes: Uint8Array | string,
  { id = camden, name = 'Camden.xlsx' }: SentForm = {},
): Promise<Shown> {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(Buffer.from(bytes))], name))
  return shown(await client.request(`/uploads/${id}`, { method: 'POST', body }))
}

/** Sends a file that must be taken; answers the address of its preview. */
export async function uploaded(
  client: Client,
  bytes: Uint8Array | string,
  form: SentForm = {},
): Promise<string> {
  const { status, location, html } = await upload(client, bytes, form)
  expect(status, html).toBe(303)
  return location!
}

/** What a preview holds for its form: the revisions that it shows. */
export const seenIn = (html: string): string =>
  /name="seen" value="([^"]*)"/.exec(html)![1]!.replaceAll('&quot;', '"')

/** Answers a preview: saves with what it shows, or discards. */
export async function answer(
  client: Client,
  preview: string,
  fields: Record<string, string>,
): Promise<Shown> {
  const { html } = await open(client, preview)
  return sendAnswer(client, preview, { act: 'save', seen: seenIn(html), ...fields })
}

export async function sendAnswer(
  client: Client,
  preview: string,
  fields: Record<string, string>,
): Promise<Shown> {
  const body = new URLSearchParams(fields)
  return shown(await client.request(preview, { method: 'POST', body }))
}

export async function downloaded(
  client: Client,
  format: 'xlsx' | 'ods' | 'csv',
  id = camden,
): Promise<Uint8Array> {
  const response = await client.request(`/api/returns/${id}/template?format=${format}`, {})
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

/** A workbook with these values typed into the cells of these names, and everything else as it was. */
export async function filledIn(
  workbook: Uint8Array,
  values: Record<string, string | number>,
): Promise<Uint8Array> {
  const { sheets, namedRanges = [] } = await readXlsx(workbook)
  for (const [name, value] of Object.entries(values)) {
    const range = namedRanges.find((each) => each.name === name)?.range ?? ''
    const [, sheet, column, row] = /^'?(.+?)'?!\$([A-Z])\$(\d+)$/.exec(range)!
    const rows = sheets.find((each) => each.name === sheet)!.rows
    rows[Number(row) - 1]![column!.codePointAt(0)! - 65] = value
  }
  return writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows })), namedRanges })
}
