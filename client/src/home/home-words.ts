/** What a line of "Your work" says: who holds a return and for how long, and what to do next. */
import type { ReturnLine } from '@inclusion/server/returns/view'
import { dayWords } from '../returns/return-words.ts'

/** "With Camden: 2 figures to change, 3 days". */
export function holderLine({ holder, status, unlockedCount, heldForDays }: ReturnLine): string {
  const figures = unlockedCount === 1 ? 'figure' : 'figures'
  const what = status === 'changes-requested' ? `: ${unlockedCount} ${figures} to change` : ''
  const held = heldForDays === 0 ? 'since today' : dayWords(heldForDays)
  return `With ${holder}${what}, ${held}`
}

/** The next step, as a sentence. */
export function nextStep({ status, tier, takenBy }: ReturnLine): string {
  switch (status) {
    case 'not-started':
      return 'Begin the return.'
    case 'in-progress':
      return tier === 'light' ? 'Finish it, then submit.' : 'Finish it, then send it for sign-off.'
    case 'changes-requested':
      return tier === 'light' ? 'Answer RMEL, then submit again.' : 'Answer RMEL, then send it for sign-off.'
    case 'awaiting-sign-off':
      return 'The certifier reads it and signs.'
    case 'submitted':
      return takenBy ? 'An evaluator is reviewing it.' : 'RMEL reviews it next.'
    case 'accepted':
      return 'Nothing more to do.'
  }
}
