/** A standards score in words. */
import type { ClauseState, StandardsScore } from '@inclusion/shared/standards/score'
import type { TagColour } from '../ui/tag.tsx'

export const clauseStates: Record<ClauseState, { words: string; colour: TagColour }> = {
  met: { words: 'Met', colour: 'green' },
  'met-with-explanation': { words: 'Met, explained', colour: 'blue' },
  waived: { words: 'Waived', colour: 'purple' },
  'not-met': { words: 'Not met', colour: 'red' },
  'not-yet': { words: 'Not yet', colour: 'grey' },
  'not-asked': { words: 'Not asked', colour: 'grey' },
}

export const tierNames = { light: 'Light tier', standard: 'Standard tier', enhanced: 'Enhanced tier' }

/**
 * "10 of 12 clauses met, 1 of them with an explanation. 2 not yet." While it is filled in nothing is met yet: a return
 * in which little stands has little against it.
 */
export function scoreWords(
  { asked, met, states }: Pick<StandardsScore, 'asked' | 'met' | 'states'>,
  live = false,
): string {
  const how = [
    ...(states['met-with-explanation'] > 0
      ? [`${states['met-with-explanation']} of them with an explanation`]
      : []),
    ...(states.waived > 0 ? [`${states.waived} of them by a waiver`] : []),
  ]
  const rest = [
    ...(states['not-met'] > 0 ? [`${states['not-met']} not met`] : []),
    ...(states['not-yet'] > 0 ? [`${states['not-yet']} not yet`] : []),
  ]
  const answered = how.length === 0 ? '' : `, ${how.join(' and ')}`
  const open = rest.length === 0 ? '' : ` ${rest.join(', ')}.`
  const clauses = `${met} of ${asked} clauses`
  return `${live ? `Nothing stands against ${clauses} so far` : `${clauses} met`}${answered}.${open}`
}
