/** Reads a file that was sent to fill in a return: what of it would change which figures. Stores nothing of it. */
import { FigureChange } from '@inclusion/shared/figures'
import { Problem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import type { TemplateRead } from '@inclusion/shared/templates/outcome'
import { readTemplate } from '@inclusion/shared/templates/read-template'
import { whyClosedIn } from '@inclusion/shared/templates/source'
import { templateOf } from '@inclusion/shared/templates/template-of'
import type { Template } from '@inclusion/shared/templates/template'
import { toChanges } from '@inclusion/shared/templates/to-changes'
import type { Context } from '../context.ts'
import { seeToEdit } from '../returns/access.ts'
import { viewReturn, type ReturnView } from '../returns/view.ts'
import { sha256 } from '../trust/audit.ts'
import type { FileReader } from './file-reader.ts'
import { refuseName, takeReading } from './refuse-file.ts'
import { figuresFromFiles } from './store.ts'

export type SentFile = { returnId: string; name: string; bytes: Uint8Array }

/** What was read of a file, as it is kept until somebody confirms it. */
export type UploadContent = Omit<TemplateRead, 'kind'>

export type ReadUpload = {
  view: ReturnView
  name: string
  format: FilledFile['format']
  sha256: string
  content: UploadContent
}

/** Throws `file-refused`, `personal-data`, `files-waiting`, and what `seeToEdit` throws, before anything is read. */
export async function readUpload(
  { context, reader }: { context: Context; reader: FileReader },
  actor: Actor,
  { returnId, name, bytes }: SentFile,
): Promise<ReadUpload> {
  await seeToEdit(context, actor, returnId)
  const sender = { personId: actor.personId, returnId }
  await refuseName(context, sender, name)
  const { reading } = await reader.read(bytes, actor.personId)
  const file = await takeReading(context, sender, reading)
  const view = await viewReturn(context, returnId, actor)
  const own = await figuresFromFiles(context.db, { returnId, personId: actor.personId })
  const outcome = readTemplate(file, templateFor(view), own)
  if (outcome.kind === 'refused') throw new Problem('file-refused', { detail: outcome.why })
  const { kind: _, ...content } = outcome
  return { view, name, format: file.format, sha256: sha256(bytes), content }
}

/** The template of a return as its reader sees it now. */
export const templateFor = (view: ReturnView): Template =>
  templateOf({ ...view, whyClosed: whyClosedIn(view) })

/** The changes a file asks for, held to the form of what is typed. Throws `invalid-request`, naming the figures. */
export function changesIn({ entries }: Pick<UploadContent, 'entries'>): FigureChange[] {
  const changes = toChanges(entries)
  const errors = changes.flatMap((change) => {
    const read = FigureChange.safeParse(change)
    return read.success ? [] : read.error.issues.map(({ message }) => ({ field: change.locator, message }))
  })
  if (errors.length > 0) throw new Problem('invalid-request', { errors })
  return changes
}
