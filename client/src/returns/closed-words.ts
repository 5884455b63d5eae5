import type { ReturnView } from '@inclusion/server/returns/view'
import { refusals } from '@inclusion/shared/refusals'
import { londonDate, shortDate } from '@inclusion/shared/time'

/** Why figures can be read but not changed now, and whose move it is; null when they can be changed. */
export function closedWords({
  actions: { edit },
  status,
  holder,
  reopening,
}: Pick<ReturnView, 'actions' | 'status' | 'holder' | 'reopening'>): string | null {
  if (edit === null) return null
  if (edit === 'not-yours-to-do') return 'You can read these figures, not change them.'
  if (status === 'awaiting-sign-off')
    return `This return is with the ${holder} until it is signed or sent back.`
  if (status === 'submitted') return 'This return is with RMEL, as it was signed.'
  if (status === 'accepted')
    return `This return was accepted. ${reopeningAskedWords(reopening) ?? 'To change a figure, ask RMEL to open it again.'}`
  return refusals[edit].title
}

/** "Ruth Okafor asked RMEL on 20 January 2026 to open it again; RMEL has not answered."; null without an open wish. */
export const reopeningAskedWords = (reopening: ReturnView['reopening']): string | null =>
  reopening?.outcome === null
    ? `${reopening.asked.by} asked RMEL on ${shortDate(londonDate(reopening.asked.at))} to open it again; RMEL has not answered.`
    : null
