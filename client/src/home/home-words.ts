/** What a line of "Your work" says: who holds a return and for how long, and what to do next. */
import type { ReturnLine } from '@inclusion/server/returns/view'
import { heldWords } from '../returns/return-words.ts'

/** "With Camden: 2 figures to change, 3 days". */
export function holderLine({ holder, status, unlockedCount, heldForDays }: ReturnLine): string {
  const figures = unlockedCount === 1 ? 'figure' : 'figures'
  const what = status === 'changes-requested' ? `: ${unlockedCount} ${figures} to change` : ''
  return `With ${holder}${what}, ${heldWords(heldForDays)}`
}

/** The next step, as a sentence to the person who reads it: the lead, who fills it in, or the certifier. */
export function nextStep(line: ReturnLine, reader: 'lead' | 'certifier' = 'lead'): string {
  if (reader === 'certifier') return stepOfCertifier(line)
  return (line.isSentBack ? 'Your certifier sent it back. ' : '') + stepOfLead(line)
}

function stepOfLead({ status, tier, takenBy }: ReturnLine): string {
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

function stepOfCertifier(line: ReturnLine): string {
  const { status, tier } = line
  if (status === 'awaiting-sign-off') return 'Read it, then sign it or send it back.'
  if (status === 'submitted' || status === 'accepted') return stepOfLead(line)
  return tier === 'light' ? 'The borough lead files it.' : 'The borough lead fills it in and sends it to you.'
}
