/** Editions as people write them: what may be done to one, when, and by whom. Obeyed by server, client and tests. */
import type { ProblemType } from '../problems.ts'

/** A proposed edition is a draft that waits for its second person. */
export type EditionStatus = 'draft' | 'proposed' | 'published'

export const editionActions = [
  'edit',
  'back-test',
  'propose',
  'take-back',
  'approve',
  'refuse',
  'discard',
] as const
export type EditionAction = (typeof editionActions)[number]

/** What the actions ask about an edition. */
export type EditionState = {
  status: EditionStatus
  proposedBy: string | null
  /** Whether one of its checks has the number of another kind of check in a published edition. */
  isNumberTaken: boolean
  /** Whether a back-test of this very revision is finished. */
  isBackTested: boolean
  /** Whether no return is open yet in the period it begins with, or in a later one. */
  isPeriodFree: boolean
}

export type EditionActor = { personId: string; mayEdit: boolean }

export type EditionRefusal = Extract<ProblemType, `edition-${string}` | 'not-yours-to-do'>

type Obstacle = (state: EditionState, actor: EditionActor) => EditionRefusal | null

const isPublished: Obstacle = ({ status }) => (status === 'published' ? 'edition-published' : null)
const isProposed: Obstacle = ({ status }) => (status === 'proposed' ? 'edition-proposed' : null)
const isNotProposed: Obstacle = ({ status }) => (status === 'proposed' ? null : 'edition-not-proposed')
const isTheirOwn: Obstacle = ({ proposedBy }, { personId }) =>
  proposedBy === personId ? 'edition-approver-is-proposer' : null
const isAnothers: Obstacle = ({ proposedBy }, { personId }) =>
  proposedBy === personId ? null : 'edition-of-another-proposer'
const hasTakenNumber: Obstacle = ({ isNumberTaken }) => (isNumberTaken ? 'edition-number-taken' : null)
const isUntested: Obstacle = ({ isBackTested }) => (isBackTested ? null : 'edition-not-back-tested')
const isOpenAlready: Obstacle = ({ isPeriodFree }) => (isPeriodFree ? null : 'edition-period-open')

/** The obstacles of each action, in the order in which they are named to the person. */
const obstacles: Record<EditionAction, readonly Obstacle[]> = {
  edit: [isPublished, isProposed],
  'back-test': [isPublished],
  propose: [isPublished, isProposed, hasTakenNumber, isUntested, isOpenAlready],
  'take-back': [isPublished, isNotProposed, isAnothers],
  approve: [isPublished, isNotProposed, isTheirOwn, hasTakenNumber, isUntested, isOpenAlready],
  refuse: [isPublished, isNotProposed, isTheirOwn],
  discard: [isPublished, isProposed],
}

/** Null when the actor may do it now; else why not. Capability first. */
export function whyNotEdition(
  action: EditionAction,
  state: EditionState,
  actor: EditionActor,
): EditionRefusal | null {
  if (!actor.mayEdit) return 'not-yours-to-do'
  for (const obstacle of obstacles[action]) {
    const refusal = obstacle(state, actor)
    if (refusal) return refusal
  }
  return null
}

/** `Edition 2, spring` as `edition-2-spring`: an id that is fit for an address. Empty where nothing is left. */
export const editionIdOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-$/, '')
