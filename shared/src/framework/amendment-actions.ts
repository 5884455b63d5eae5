/** What may be done to an amendment, when, and by whom. Obeyed by server, client and tests. */
import type { ProblemType } from '../problems.ts'

export const amendmentStatuses = ['draft', 'proposed', 'published', 'discarded'] as const
export type AmendmentStatus = (typeof amendmentStatuses)[number]

export const amendmentActions = ['edit', 'propose', 'take-back', 'refuse', 'publish', 'discard'] as const
export type AmendmentAction = (typeof amendmentActions)[number]

export type AmendmentState = { status: AmendmentStatus; proposedBy: string | null; hasErrors: boolean }

/** What somebody may do with the framework of the amendment's programme. */
export type AmendmentActor = { personId: string; mayEdit: boolean; mayPublish: boolean }

export type AmendmentRefusal = Extract<ProblemType, `amendment-${string}` | 'not-yours-to-do'>

type Obstacle = (state: AmendmentState, actor: AmendmentActor) => AmendmentRefusal | null

const isEditors: Obstacle = (_, { mayEdit }) => (mayEdit ? null : 'not-yours-to-do')
const isPublishers: Obstacle = (_, { mayPublish }) => (mayPublish ? null : 'not-yours-to-do')
const isOver: Obstacle = ({ status }) => {
  if (status === 'published') return 'amendment-published'
  return status === 'discarded' ? 'amendment-discarded' : null
}
const isProposed: Obstacle = ({ status }) => (status === 'proposed' ? 'amendment-proposed' : null)
const isNotProposed: Obstacle = ({ status }) => (status === 'proposed' ? null : 'amendment-not-proposed')
const isTheirOwn: Obstacle = ({ proposedBy }, { personId }) =>
  proposedBy === personId ? 'amendment-publisher-is-proposer' : null
const isAnothers: Obstacle = ({ proposedBy }, { personId }) =>
  proposedBy === personId ? null : 'amendment-of-another-proposer'
const isFaulty: Obstacle = ({ hasErrors }) => (hasErrors ? 'amendment-faulty' : null)

/** The obstacles of each action, in the order in which they are named to the person. */
const obstacles: Record<AmendmentAction, readonly Obstacle[]> = {
  edit: [isEditors, isOver, isProposed],
  propose: [isEditors, isOver, isProposed, isFaulty],
  'take-back': [isEditors, isOver, isNotProposed, isAnothers],
  refuse: [isPublishers, isOver, isNotProposed, isTheirOwn],
  publish: [isPublishers, isOver, isNotProposed, isTheirOwn, isFaulty],
  discard: [isEditors, isOver, isProposed],
}

/** Null when the actor may do it now; else why not. */
export function whyNotAmendment(
  action: AmendmentAction,
  state: AmendmentState,
  actor: AmendmentActor,
): AmendmentRefusal | null {
  for (const obstacle of obstacles[action]) {
    const refusal = obstacle(state, actor)
    if (refusal) return refusal
  }
  return null
}
