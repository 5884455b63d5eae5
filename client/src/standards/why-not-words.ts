import type { EditionView } from '@inclusion/server/standards/view'
import { problems } from '@inclusion/shared/problems'
import type { EditionAction } from '@inclusion/shared/standards/editions'

/** Why an act cannot be done now, in words to stand beside its button. */
export const whyNotWords = ({ actions, numbersTaken }: EditionView, action: EditionAction): string | null => {
  const refusal = actions[action]
  if (refusal === 'edition-number-taken' && numbersTaken !== null) return numbersTaken
  return refusal === null ? null : problems[refusal].title
}
