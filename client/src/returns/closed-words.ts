import type { ReturnView } from '@inclusion/server/returns/view'
import { refusals } from '@inclusion/shared/refusals'

/** Why figures can be read but not changed now, and whose move it is; null when they can be changed. */
export function closedWords({
  actions: { edit },
  status,
  holder,
}: Pick<ReturnView, 'actions' | 'status' | 'holder'>): string | null {
  if (edit === null) return null
  if (edit === 'not-yours-to-do') return 'You can read these figures, not change them.'
  if (status === 'awaiting-sign-off')
    return `This return is with the ${holder} until it is signed or sent back.`
  if (status === 'submitted') return 'This return is with RMEL, as it was signed.'
  if (status === 'accepted') return 'This return was accepted. To change a figure, ask RMEL to open it again.'
  return refusals[edit].title
}
