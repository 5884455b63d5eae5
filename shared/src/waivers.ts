/**
 * Waivers: a check that one return, or many, need not meet until a day. Asked for by one person and granted
 * by another. This table of acts is obeyed by the server, the client and the tests.
 */
import { allowed, allowedOn, type Actor, type Capability, type Subject } from './roles.ts'
import type { LocalDate } from './time.ts'

export const waiverStates = ['requested', 'in-force', 'expired', 'refused', 'withdrawn', 'ended'] as const
export type WaiverState = (typeof waiverStates)[number]

export const waiverStateNames: Record<WaiverState, string> = {
  requested: 'To decide',
  'in-force': 'In force',
  expired: 'Run out',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  ended: 'Ended early',
}

/** The longest a waiver may last, in days from the day on which it is asked for. */
export const longestWaiverDays = 400

/** What a waiver covers: null means any. */
export type WaiverScope = {
  programme: string | null
  gssCode: string | null
  urn: string | null
  indicator: string | null
}

export type WaiverStanding = WaiverScope & {
  status: 'requested' | 'withdrawn' | 'approved' | 'refused' | 'ended'
  /** The last London date on which it counts. */
  until: LocalDate
  requestedBy: string
}

/** The state on a day: what was approved runs out by itself. */
export function waiverStateOf(
  { status, until }: Pick<WaiverStanding, 'status' | 'until'>,
  on: LocalDate,
): WaiverState {
  if (status !== 'approved') return status
  return until < on ? 'expired' : 'in-force'
}

export const waiverActs = ['approve', 'refuse', 'withdraw', 'end'] as const
export type WaiverAct = (typeof waiverActs)[number]

/** Why an act is refused: a type of the catalogue of problems. */
export type WaiverRefusal = 'waiver-not-open' | 'not-yours-to-do' | 'waiver-needs-another'

type Rule = { from: WaiverState; who: Capability; by: 'another' | 'requester' | 'anybody' }

const rules: Record<WaiverAct, Rule> = {
  approve: { from: 'requested', who: 'waiver.approve', by: 'another' },
  refuse: { from: 'requested', who: 'waiver.approve', by: 'another' },
  withdraw: { from: 'requested', who: 'waiver.request', by: 'requester' },
  end: { from: 'in-force', who: 'waiver.approve', by: 'anybody' },
}

/** Null when the actor may do it on this day; else why not. Capability first, then who asked, then the state. */
export function whyNotWaiver(
  act: WaiverAct,
  waiver: WaiverStanding,
  { actor, on }: { actor: Actor; on: LocalDate },
): WaiverRefusal | null {
  const { from, who, by } = rules[act]
  if (!allowedOn(actor, who, waiverSubject(waiver))) return 'not-yours-to-do'
  const isRequester = waiver.requestedBy === actor.personId
  if (by === 'requester' && !isRequester) return 'not-yours-to-do'
  if (by === 'another' && isRequester) return 'waiver-needs-another'
  if (waiverStateOf(waiver, on) !== from) return 'waiver-not-open'
  return act === 'approve' && waiver.until < on ? 'waiver-not-open' : null
}

/** What a waiver is over, as scope is judged: without a limit, it takes a role without that limit. */
export const waiverSubject = ({ programme, gssCode, urn }: Omit<WaiverScope, 'indicator'>): Subject => ({
  ...(programme === null ? {} : { programme }),
  ...(gssCode === null ? {} : { gssCode }),
  ...(urn === null ? {} : { urns: [urn] }),
})

/** Whether the actor may know of a waiver: it touches a programme and an authority of theirs. */
export function touches(actor: Actor, { programme, gssCode }: WaiverScope): boolean {
  return actor.memberships.some(
    (membership) =>
      allowed['waiver.see'].includes(membership.role) &&
      meet(membership.programme, programme) &&
      meet(membership.gssCode, gssCode),
  )
}

const meet = (own: string | null, other: string | null): boolean =>
  own === null || other === null || own === other
