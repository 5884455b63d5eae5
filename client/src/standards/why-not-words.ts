import type { EditionView } from '@inclusion/server/standards/view'
import { problems } from '@inclusion/shared/problems'
import type { EditionAction } from '@inclusion/shared/standards/editions'

/** Why an act cannot be done now, in words to stand beside its button. */
export const whyNotWords = ({ actions }: EditionView, action: EditionAction): string | null => {
  const refusal = actions[action]
  return refusal === null ? null : problems[refusal].title
}
