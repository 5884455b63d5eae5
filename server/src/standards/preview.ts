/** A draft on one return, beside the edition that the return is judged by now: the same input, two standards. */
import type { Actor } from '@inclusion/shared/roles'
import type { Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { today, type Context } from '../context.ts'
import { findStandard } from './find-standard.ts'
import { seeReturn } from '../returns/access.ts'
import { checkInputOf, loadReturn } from '../returns/load.ts'
import { seeEdition } from './view.ts'

export type Preview = { present: Finding[]; draft: Finding[] }

/** Reads only. `not-found` for a return, or a draft, that is none of the actor's. */
export async function previewEdition(
  context: Context,
  actor: Actor,
  { standardId, returnId }: { standardId: string; returnId: string },
): Promise<Preview> {
  await seeEdition(context.db, actor, standardId)
  await seeReturn(context, actor, returnId)
  const loaded = await loadReturn(context.db, returnId, today(context))
  const input = checkInputOf(loaded)
  return {
    present: runChecks(loaded.standard, input),
    draft: runChecks(await findStandard(context.db, standardId), input),
  }
}
