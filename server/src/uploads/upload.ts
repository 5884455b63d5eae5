/** An upload from its page: kept until its sender says yes, then saved whole; or discarded. */
import { Problem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import type { UploadRow } from '@inclusion/db/tables/uploads'
import type { Context } from '../context.ts'
import { seeReturn } from '../returns/access.ts'
import { holdForEntry } from '../returns/hold-for-entry.ts'
import { saveFigures } from '../returns/save.ts'
import { change } from '../trust/change.ts'
import type { FileReader } from './file-reader.ts'
import { asSeen } from './preview.ts'
import { changesIn, readUpload, type SentFile, type UploadContent } from './read-upload.ts'
import { deleteWaiting, findUpload, insertUpload, markConfirmed, placesIn } from './store.ts'

/** Reads the file and keeps what it says; answers the upload's id. Throws what `readUpload` throws. */
export async function keepUpload(
  parts: { context: Context; reader: FileReader },
  actor: Actor,
  file: SentFile,
): Promise<string> {
  const { context } = parts
  const { personId } = actor
  const upload = await readUpload(parts, actor, file)
  const id = context.newId()
  const act = { personId, action: 'upload.read', subject: `upload:${id}` }
  await change(context, act, async (trx, note) => {
    await insertUpload(trx, upload, { id, personId, createdAt: context.now() })
    note({ return: file.returnId, format: upload.format, sha256: upload.sha256 })
  })
  return id
}

export type UploadKey = { returnId: string; uploadId: string }

/** A person's own upload, to a return that they may see. Throws `not-found`. */
export async function seeUpload(
  context: Context,
  actor: Actor,
  { returnId, uploadId }: UploadKey,
): Promise<UploadRow> {
  await seeReturn(context, actor, returnId)
  const upload = await findUpload(context.db, { id: uploadId, returnId, personId: actor.personId })
  if (!upload) throw new Problem('not-found')
  return upload
}

export const contentOf = ({ content }: Pick<UploadRow, 'content'>): UploadContent =>
  JSON.parse(content!) as UploadContent

/** What the person saw, and for which figures that somebody else changed the file's value is to be taken. */
export type Confirmation = { seen: Record<string, number>; takeFile: ReadonlySet<string> }

/**
 * Saves what the upload says, all of it, at the revisions that the person saw; does nothing when it is saved already.
 * Answers whether it is saved: false where of every figure the person keeps what stands.
 * Throws what `saveFigures` throws: `figure-changed` when a figure has moved since.
 */
export async function confirmUpload(
  context: Context,
  actor: Actor,
  upload: UploadRow,
  { seen, takeFile }: Confirmation,
): Promise<boolean> {
  if (upload.confirmedAt !== null) return true
  const { id, returnId, sha256 } = upload
  const content = contentOf(upload)
  const wanted = changesIn(content).filter(
    ({ locator, revision }) => seen[locator] === revision || takeFile.has(locator),
  )
  const changes = asSeen(wanted, seen)
  if (changes.length === 0) return false
  const taken = new Set(changes.map(({ locator }) => locator))
  const places = placesIn(content).filter(([locator]) => taken.has(locator))
  // A twin of this request waits for the first one, and finds that it has saved.
  const repeatable = { key: `upload-${id}`, route: 'confirm', bodyHash: sha256 }
  const act = { personId: actor.personId, action: 'return.save-figures', subject: returnId, repeatable }
  await saveFigures(context, act, {
    returnId,
    changes,
    provenance: 'file',
    ...holdForEntry(context, await seeReturn(context, actor, returnId), actor),
    async after(trx) {
      const isFirst = await markConfirmed(trx, { id, places, at: context.now() })
      if (!isFirst) throw new Problem('not-found')
    },
  })
  return true
}

export async function discardUpload(context: Context, actor: Actor, upload: UploadRow): Promise<void> {
  const { id, confirmedAt } = upload
  // What was saved is there to stay.
  if (confirmedAt !== null) return
  const act = { personId: actor.personId, action: 'upload.discard', subject: `upload:${id}` }
  await change(context, act, (trx) => deleteWaiting(trx, id))
}
