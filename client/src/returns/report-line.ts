/** Where a setting's report stands, and whom a borough lead may remind of it. Pure. */
import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import type { TagColour } from '../ui/tag.tsx'

/** In one or two words, with the colour of its tag. */
export function standingOf({ status, missingReason }: Pick<ReportLine, 'status' | 'missingReason'>): {
  words: string
  colour: TagColour
} {
  if (status === 'signed-off') return { words: 'Signed off', colour: 'green' }
  if (missingReason !== null) return { words: 'No report, with a reason', colour: 'grey' }
  return status === 'in-progress'
    ? { words: 'In progress', colour: 'blue' }
    : { words: 'Not started', colour: 'yellow' }
}

type Viewed = Pick<ReturnView, 'status' | 'actions'>

/** Whether this person files the return for the borough, now or at another time. */
export const isLead = ({ actions }: Pick<Viewed, 'actions'>): boolean => actions.edit !== 'not-yours-to-do'

/** Whether a reminder has somebody to reach and something to ask for. One that went today is still said. */
export const mayRemind = (view: Viewed, { status, missingReason, hasHead }: ReportLine): boolean =>
  isLead(view) &&
  !['submitted', 'accepted'].includes(view.status) &&
  status !== 'signed-off' &&
  missingReason === null &&
  hasHead

/** Questions of the borough that wait for a setting: "1 question to a setting is open"; null when none does. */
export function openQuestions({ queries }: Pick<ReturnView, 'queries'>): string | null {
  const open = queries.filter(({ askedOf, status }) => askedOf === 'setting' && status === 'open').length
  if (open === 0) return null
  return open === 1 ? '1 question to a setting is open' : `${open} questions to settings are open`
}
