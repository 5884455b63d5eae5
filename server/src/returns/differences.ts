/** What changed between two versions of a return, for those who may see it. */
import { differencesBetween, type Difference } from '@inclusion/shared/differences'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { findVersions } from './versions.ts'

export type DifferencesView = { from: number; to: number; differences: Difference[] }

export async function viewDifferences(
  context: Context,
  returnId: string,
  { from, to }: { from: number; to: number },
): Promise<DifferencesView> {
  const versions = await findVersions(context.db, returnId)
  const before = versions.find(({ version }) => version === from)
  const after = versions.find(({ version }) => version === to)
  if (!before || !after) throw new Problem('not-found')
  return { from, to, differences: differencesBetween(before.content.figures, after.content.figures) }
}
