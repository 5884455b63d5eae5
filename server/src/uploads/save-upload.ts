/** A file sent to the API: saved at once, all of it or nothing, or tried with `dryRun`; as if it had been typed. */
import { Problem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { seeReturn } from '../returns/access.ts'
import { holdForEntry } from '../returns/hold-for-entry.ts'
import { saveFigures, type SavedAndJudged } from '../returns/save.ts'
import { answerBefore, change, type Act } from '../trust/change.ts'
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
  const hold = holdForEntry(context, await seeReturn(context, actor, returnId), actor)
  const before = dryRun ? null : await answerBefore(context.db, act)
  // A repeat is not read again: what the file says stands by now, and the return may have closed.
  if (before) return { ...(before.response as Kept), findings: await hold.judge(context.db) }
  const upload = await readUpload(parts, actor, file)
  const { format, sha256, content, view } = upload
  const changes = changesIn(content)
  const { personId } = actor
  if (!dryRun) refuseUnsaid(content)
  const read = { format, sha256, ...content }
  // A file that says what stands already changes nothing: it is no save.
  if (changes.length === 0)
    return {
      ...(dryRun ? { revisions: {}, savedAt: null, ...read } : await keepNothingNew(parts, act, read)),
      findings: view.findings,
    }
  const saved = await saveFigures(context, act, {
    returnId,
    changes,
    provenance: 'file',
    dryRun,
    ...hold,
    beside: read,
    after: (trx) => insertConfirmed(trx, upload, { id: context.newId(), personId, createdAt: context.now() }),
  })
  // Of two that were sent at once, one is answered what was kept of the other.
  return { ...read, ...saved }
}

/** Nobody looks at what it would change first: a file that names no version would overwrite a colleague's figure unseen. */
function refuseUnsaid({ entries }: UploadContent): void {
  const unsaid = entries.filter(({ revision, saysRevision }) => revision > 0 && !saysRevision)
  if (unsaid.length === 0) return
  const locators = new Set(unsaid.map(({ locator }) => locator))
  throw new Problem('file-refused', {
    detail:
      'This file changes figures that stand in the return already, and does not say which version of them it was made from. Add the column “revision”, as the template has it, or send it with dryRun=true to see what it would change.',
    errors: [...locators].map((field) => ({
      field,
      message: 'The file does not give the revision of this figure.',
    })),
  })
}

/** What is kept of an answer: what the checks say is told anew. */
type Kept = Omit<UploadAnswer, 'findings'>

/** With a key it is an event, so that a repeat is told the same however the return has changed since. */
async function keepNothingNew(
  { context }: { context: Context },
  act: Act,
  read: Omit<Kept, 'revisions' | 'savedAt'>,
): Promise<Kept> {
  const answer = { revisions: {}, savedAt: null, ...read }
  return act.repeatable ? change(context, { ...act, action: 'upload.read' }, async () => answer) : answer
}
