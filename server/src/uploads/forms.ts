/** What the forms of the upload pages send. */
import type { Context as HonoContext } from 'hono'
import * as z from 'zod'
import { storableText } from '@inclusion/shared/text'
import type { HttpEnvironment } from '../http/environment.ts'
import { Key } from '../returns/requests.ts'
import { choiceName } from './pages/conflict-fields.ts'
import type { Confirmation } from './upload.ts'

export const UploadKeys = Key.extend({ uploadId: z.uuid() })

/** What a form sends; nothing where it is no form, or breaks off. */
async function fieldsOf(c: HonoContext<HttpEnvironment>): Promise<Record<string, string | File>> {
  try {
    return await c.req.parseBody()
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}

/** The file of the form, and its name without the folders that some browsers send; null where none was chosen. */
export async function formOf(
  c: HonoContext<HttpEnvironment>,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const { file } = await fieldsOf(c)
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return null
  const given = file.name.split(/[/\\]/).at(-1)!.slice(-200).toWellFormed().replaceAll('\0', '')
  const name = given.trim() === '' ? 'A file without a name' : given
  return { name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

const Seen = z.record(storableText(120), z.int().min(0))

/** What the person decided of a preview, and what they had seen of it; null for a form that is none of ours. */
export async function decisionOf(
  c: HonoContext<HttpEnvironment>,
): Promise<{ act: 'save' | 'discard'; confirmation: Confirmation } | null> {
  const body = await fieldsOf(c)
  const { act, seen: shown } = body
  const seen = Seen.safeParse(parsed(shown))
  if ((act !== 'save' && act !== 'discard') || !seen.success) return null
  const takeFile = Object.keys(seen.data).filter((locator) => body[choiceName(locator)] === 'file')
  return { act, confirmation: { seen: seen.data, takeFile: new Set(takeFile) } }
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}
