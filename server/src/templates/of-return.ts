/** The template of a return as a person sees it now. */
import type { Actor } from '@inclusion/shared/roles'
import { whyClosedIn } from '@inclusion/shared/templates/source'
import type { Template } from '@inclusion/shared/templates/template'
import { templateOf } from '@inclusion/shared/templates/template-of'
import type { Context } from '../context.ts'
import { seeReturn } from '../returns/access.ts'
import { viewReturn } from '../returns/view.ts'

/** Throws `not-found` for a return that is none of the actor's to see. */
export async function findTemplate(context: Context, returnId: string, actor: Actor): Promise<Template> {
  await seeReturn(context, actor, returnId)
  const view = await viewReturn(context, returnId, actor)
  return templateOf({ ...view, whyClosed: whyClosedIn(view) })
}
