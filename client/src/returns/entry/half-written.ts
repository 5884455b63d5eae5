/** Which edits wait because a text of them may break off inside an identifier, which nobody could tell yet. */
import { mayBeHalfWritten } from '@inclusion/shared/privacy/half-written'
import { isPlainNumber } from '@inclusion/shared/privacy/plain-number'
import type { Edit } from './edits.ts'

type Texts = Readonly<Record<string, string | null | undefined>>

/** What an edit holds beside plain numbers, which are never half of an identifier. */
function textsOf({ text, note, entries, evidence }: Edit): Texts {
  const odd = Object.entries(entries ?? {}).filter(([, typed]) => !isPlainNumber(typed))
  return { text, note, ...Object.fromEntries(odd), ...evidence }
}

/** `before`: what was typed of the figure until now; it tells where the cursor is. */
export function isHalfWritten(edit: Edit, before: Edit): boolean {
  const was = textsOf(before)
  return Object.entries(textsOf(edit)).some(([part, typed]) => mayBeHalfWritten(typed ?? '', was[part] ?? ''))
}
