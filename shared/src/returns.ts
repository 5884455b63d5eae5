/**
 * What a return is, and what may happen to it. The table of actions is obeyed by the server, the
 * client, the database and the tests.
 */
import * as z from 'zod'
import type { Tier } from './framework/tiers.ts'
import type { Capability } from './roles.ts'

export const returnStatuses = [
  'not-started',
  'in-progress',
  'awaiting-sign-off',
  'submitted',
  'changes-requested',
  'accepted',
] as const
export const ReturnStatus = z.enum(returnStatuses).meta({ id: 'ReturnStatus' })
export type ReturnStatus = z.infer<typeof ReturnStatus>

export const statusNames: Record<ReturnStatus, string> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  'awaiting-sign-off': 'Awaiting sign-off',
  submitted: 'Submitted',
  'changes-requested': 'Changes requested',
  accepted: 'Accepted',
}

/** `APM-E09000007-FY2025-26-Q3`: programme, authority and period. Also what people quote. */
export const ReturnId = z
  .string()
  .regex(
    /^[A-Z]{2,5}-E\d{8}-(FY\d{4}-\d{2}-Q[1-4]|AY\d{4}-\d{2}-(autumn|spring|summer))$/,
    'Use a return like APM-E09000007-FY2025-26-Q3',
  )
  .meta({ id: 'ReturnId', description: 'Programme, authority and period: APM-E09000007-FY2025-26-Q3' })
export type ReturnId = z.infer<typeof ReturnId>

/** The id of the one return of a grant for a period. */
export const returnId = (grantId: string, periodId: string): ReturnId => `${grantId}-${periodId}`

export const returnActions = [
  'edit',
  'send-for-sign-off',
  'decline',
  'submit',
  'withdraw',
  'take',
  'hand-over',
  'decide-figures',
  'request-changes',
  'accept',
  'ask-to-reopen',
  'decline-reopening',
  'reopen',
] as const
export type ReturnAction = (typeof returnActions)[number]

/** What `can` needs to know of a return. */
export type ReturnState = {
  status: ReturnStatus
  tier: Tier
  /** Where it was sent for sign-off, or submitted, from. */
  sentFrom: 'in-progress' | 'changes-requested' | null
  sentBy: string | null
  submittedBy: string | null
  takenBy: string | null
  /** Everybody who sent or signed a version of it, entered a figure of it, or signed off a report in it. */
  filers: readonly string[]
  /** Whether a lead has asked to have it opened again, and waits for an answer. */
  reopenAsked: boolean
}

/** What `can` needs to know of a person, on this return. */
export type ReturnActor = { personId: string; may: (capability: Capability) => boolean }

type Rule = {
  from: readonly ReturnStatus[]
  /** The status it leads to; `back` is where it was sent from, `stay` the status it has. */
  to: ReturnStatus | 'back' | 'stay' | 'edit'
  who: Capability
  /** Further conditions, in the order they are named to the person; the first that fails is the reason. */
  unless: readonly Obstacle[]
}

type Obstacle = { when: (state: ReturnState, actor: ReturnActor) => boolean; reason: Refusal }

/** Why an action is refused: a type of the catalogue of problems. */
export type Refusal =
  | 'return-not-open'
  | 'not-yours-to-do'
  | 'certifier-is-the-sender'
  | 'reviewer-filed-it'
  | 'review-not-taken'
  | 'review-taken'
  | 'review-held-by-nobody'
  | 'light-tier-has-no-sign-off'
  | 'reopening-asked-before'
  | 'reopening-not-asked'

const isLight: Obstacle = {
  when: ({ tier }) => tier === 'light',
  reason: 'light-tier-has-no-sign-off',
}
const isSender: Obstacle = {
  when: ({ tier, sentBy }, { personId }) => tier !== 'light' && sentBy === personId,
  reason: 'certifier-is-the-sender',
}
const isTaken: Obstacle = { when: ({ takenBy }) => takenBy !== null, reason: 'review-taken' }
const isHeldByNobody: Obstacle = { when: ({ takenBy }) => takenBy === null, reason: 'review-held-by-nobody' }
const isNotTheirs: Obstacle = {
  when: ({ takenBy }, { personId }) => takenBy !== personId,
  reason: 'review-not-taken',
}
const filedIt: Obstacle = {
  when: ({ sentBy, submittedBy, filers }, { personId }) =>
    [sentBy, submittedBy, ...filers].includes(personId),
  reason: 'reviewer-filed-it',
}
const isAskedBefore: Obstacle = { when: ({ reopenAsked }) => reopenAsked, reason: 'reopening-asked-before' }
const isNotAsked: Obstacle = { when: ({ reopenAsked }) => !reopenAsked, reason: 'reopening-not-asked' }

/** The actions of a return: from which status, to which, by whom (architecture: "one table in shared"). */
export const returnRules: Record<ReturnAction, Rule> = {
  edit: {
    from: ['not-started', 'in-progress', 'changes-requested'],
    to: 'edit',
    who: 'return.edit',
    unless: [],
  },
  'send-for-sign-off': {
    from: ['in-progress', 'changes-requested'],
    to: 'awaiting-sign-off',
    who: 'return.edit',
    unless: [isLight],
  },
  decline: { from: ['awaiting-sign-off'], to: 'back', who: 'return.certify', unless: [] },
  submit: {
    from: ['awaiting-sign-off'],
    to: 'submitted',
    who: 'return.certify',
    unless: [isSender],
  },
  withdraw: { from: ['submitted'], to: 'back', who: 'return.edit', unless: [isTaken] },
  take: { from: ['submitted'], to: 'stay', who: 'return.review', unless: [isTaken, filedIt] },
  'hand-over': {
    from: ['submitted'],
    to: 'stay',
    who: 'return.hand-over',
    unless: [filedIt, isHeldByNobody],
  },
  'decide-figures': {
    from: ['submitted'],
    to: 'stay',
    who: 'return.review',
    unless: [filedIt, isNotTheirs],
  },
  'request-changes': {
    from: ['submitted'],
    to: 'changes-requested',
    who: 'return.review',
    unless: [filedIt, isNotTheirs],
  },
  accept: {
    from: ['submitted'],
    to: 'accepted',
    who: 'return.review',
    unless: [filedIt, isNotTheirs],
  },
  'ask-to-reopen': { from: ['accepted'], to: 'stay', who: 'return.edit', unless: [isAskedBefore] },
  'decline-reopening': {
    from: ['accepted'],
    to: 'stay',
    who: 'return.review',
    unless: [filedIt, isNotAsked],
  },
  reopen: { from: ['accepted'], to: 'changes-requested', who: 'return.review', unless: [filedIt] },
}

/** In the light tier the lead makes the declaration and submits, without a sign-off. */
const submitLight: Rule = {
  from: ['in-progress', 'changes-requested'],
  to: 'submitted',
  who: 'return.submit-light',
  unless: [],
}

export function ruleFor(action: ReturnAction, tier: Tier): Rule {
  return action === 'submit' && tier === 'light' ? submitLight : returnRules[action]
}

/** Null when the actor may do it now; else why not. Capability first, so that a stranger learns no state. */
export function whyNot(action: ReturnAction, state: ReturnState, actor: ReturnActor): Refusal | null {
  const rule = ruleFor(action, state.tier)
  if (!actor.may(rule.who)) return 'not-yours-to-do'
  if (!rule.from.includes(state.status)) return 'return-not-open'
  return rule.unless.find(({ when }) => when(state, actor))?.reason ?? null
}

export function can(action: ReturnAction, state: ReturnState, actor: ReturnActor): boolean {
  return whyNot(action, state, actor) === null
}

/** The status after an action that is allowed. */
export function statusAfter(action: ReturnAction, state: ReturnState): ReturnStatus {
  const { to } = ruleFor(action, state.tier)
  if (to === 'stay') return state.status
  if (to === 'back') return state.sentFrom ?? 'in-progress'
  if (to === 'edit') return state.status === 'changes-requested' ? 'changes-requested' : 'in-progress'
  return to
}

/** Who holds a return: whose move it is. */
export function holderOf(status: ReturnStatus): 'borough' | 'certifier' | 'RMEL' | 'nobody' {
  if (status === 'awaiting-sign-off') return 'certifier'
  if (status === 'submitted') return 'RMEL'
  return status === 'accepted' ? 'nobody' : 'borough'
}

/** Whether a figure may be changed: in changes-requested only the figures that were unlocked. */
export function isUnlocked(status: ReturnStatus, unlocked: readonly string[], locator: string): boolean {
  return status !== 'changes-requested' || unlocked.includes(locator)
}
