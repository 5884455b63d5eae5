/** The page of one upload: what it would change, or what was saved of it; and what its sender decides. */
import type { Context as HonoContext } from 'hono'
import type { UploadRow } from '@inclusion/db/tables/uploads'
import { Problem } from '@inclusion/shared/problems'
import { isOutstanding } from '@inclusion/shared/standards/finding'
import type { Context } from '../context.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { viewReturn } from '../returns/view.ts'
import { contentDisposition, fileName, mediaTypes } from '../templates/file.ts'
import { buildWorkbook } from '../templates/workbook.ts'
import { faultsIn } from './faults-in.ts'
import { decisionOf } from './forms.ts'
import { frameOf } from './pages/frame.ts'
import { previewPage } from './pages/preview-page.ts'
import { savedPage } from './pages/saved-page.ts'
import { previewUpload } from './preview.ts'
import { templateFor } from './read-upload.ts'
import { confirmUpload, contentOf, discardUpload, seeUpload, type UploadKey } from './upload.ts'

type Asked = HonoContext<HttpEnvironment>

export async function showUpload(context: Context, c: Asked, key: UploadKey): Promise<Response> {
  const upload = await seeUpload(context, actorOf(c), key)
  return show(context, c, upload)
}

async function show(context: Context, c: Asked, upload: UploadRow, notice?: string): Promise<Response> {
  const actor = actorOf(c)
  const frame = frameOf(context, actor)
  const view = await viewReturn(context, upload.returnId, actor)
  if (upload.confirmedAt !== null) {
    const standing = view.findings.filter(isOutstanding).length
    return c.html(savedPage(frame, { line: view, upload, standing }))
  }
  const content = contentOf(upload)
  const preview = await previewUpload(context, { actor, view }, content)
  return c.html(
    previewPage(frame, { line: view, upload, content, preview, notice }),
    notice === undefined ? 200 : 409,
  )
}

const moved =
  'Somebody else changed a figure of this file since you looked at it. Nothing was saved. Look at it again.'
const nothingChosen = 'Nothing was saved: of every figure, what stands in the return is kept.'

export async function decide(context: Context, c: Asked, key: UploadKey): Promise<Response> {
  const actor = actorOf(c)
  const upload = await seeUpload(context, actor, key)
  const decision = await decisionOf(c)
  const here = `/uploads/${key.returnId}/${upload.id}`
  if (!decision) return c.redirect(here, 303)
  if (decision.act === 'discard') {
    await discardUpload(context, actor, upload)
    return c.redirect(`/uploads/${key.returnId}`, 303)
  }
  try {
    const isSaved = await confirmUpload(context, actor, upload, decision.confirmation)
    return isSaved ? c.redirect(here, 303) : await show(context, c, upload, nothingChosen)
  } catch (error) {
    if (error instanceof Problem && error.type === 'figure-changed') return show(context, c, upload, moved)
    throw error
  }
}

/** The template with what the file says and what is wrong with it: written anew, so that nothing of the file is served. */
export async function whatToFix(context: Context, c: Asked, key: UploadKey): Promise<Response> {
  const actor = actorOf(c)
  const upload = await seeUpload(context, actor, key)
  if (upload.confirmedAt !== null) return c.redirect(`/uploads/${key.returnId}/${upload.id}`, 303)
  const view = await viewReturn(context, upload.returnId, actor)
  const content = contentOf(upload)
  const preview = await previewUpload(context, { actor, view }, content)
  const template = templateFor(view)
  const file = await buildWorkbook(template, {
    entries: content.entries,
    faults: faultsIn(preview, content),
  })
  const name = fileName(template, 'xlsx').replace(/\.xlsx$/, ', what to fix.xlsx')
  return c.body(new Uint8Array(file), 200, {
    'content-type': mediaTypes.xlsx,
    'content-disposition': contentDisposition(name),
  })
}
