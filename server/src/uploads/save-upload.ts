/** A file sent to the API: saved at once, all of it or nothing, or tried with `dryRun`; as if it had been typed. */
import type { Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { seeReturn } from '../returns/access.ts'
import { holdForEntry } from '../returns/hold-for-entry.ts'
import { saveFigures, type SavedAndJudged } from '../returns/save.ts'
import type { Act } from '../trust/change.ts'
import type { FileReader } from './file-reader.ts'
import { changesIn, readUpload, type ReadUpload, type SentFile, type UploadContent } from './read-upload.ts'
import { insertConfirmed } from './store.ts'

/** What a save answers, and what was read of the file: also what was left out, and why. */
export type UploadAnswer = SavedAndJudged & UploadContent & Pick<ReadUpload, 'format' | 'sha256'>

type Sending = { actor: Actor; act: Act; file: SentFile; dryRun: boolean }

/** Throws what reading throws, and what saving throws: `figure-changed` with both values among it. */
export async function saveUpload(
  parts: { context: Context; reader: FileReader },
  { actor, act, file, dryRun }: Sending,
): Promise<UploadAnswer> {
  const { context } = parts
  const { returnId } = file
  const upload = await readUpload(parts, actor, file)
  const { format, sha256, content, view } = upload
  const changes = changesIn(content)
  const { personId } = actor
  // A file that says what stands already changes nothing: it is no save.
  if (changes.length === 0)
    return { revisions: {}, savedAt: null, findings: view.findings, format, sha256, ...content }
  const saved = await saveFigures(context, act, {
    returnId,
    changes,
    provenance: 'file',
    dryRun,
    ...holdForEntry(context, await seeReturn(context, actor, returnId), actor),
    after: (trx) => insertConfirmed(trx, upload, { id: context.newId(), personId, createdAt: context.now() }),
  })
  return { ...saved, format, sha256, ...content }
}
