/** Roles and what each may do: one table, obeyed by server, client and tests (deny by default). */
import * as z from 'zod'
import type { LocalDate } from './time.ts'

export const roles = [
  'lead',
  'certifier',
  'head',
  'evaluator',
  'programme-manager',
  'approver',
  'administrator',
  'reader',
] as const
export const Role = z.enum(roles).meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

export const roleNames: Record<Role, string> = {
  lead: 'Borough lead',
  certifier: 'Borough certifier',
  head: 'Head of a setting',
  evaluator: 'RMEL evaluator',
  'programme-manager': 'VRU programme manager',
  approver: 'Approver',
  administrator: 'Administrator',
  reader: 'Reader of published evidence',
}

/** A role held over a scope: a null field means "any". */
export type Membership = {
  role: Role
  programme: string | null
  gssCode: string | null
  urn: string | null
  startsOn: LocalDate
  endsBefore: LocalDate | null
}

/** Who acts. `memberships` holds only those in force today. */
export type Actor = { personId: string; name: string; memberships: Membership[] }

export const capabilities = [
  'return.see',
  'return.edit',
  'return.certify',
  'return.submit-light',
  'return.review',
  'return.hand-over',
  'report.see',
  'report.edit',
  'settings.see',
  'settings.manage',
  'evidence.see',
  'collection.see',
  'collection.manage',
  'learning.record',
  'standard.see-drafts',
  'standard.edit',
  'framework.see',
  'framework.edit',
  'framework.publish',
  'waiver.see',
  'waiver.request',
  'waiver.approve',
  'people.invite',
  'people.administer',
  'audit.see',
] as const
export type Capability = (typeof capabilities)[number]

/** Which roles hold which capability. Scope is judged separately, by `allowedOn`. */
export const allowed: Record<Capability, readonly Role[]> = {
  'return.see': ['lead', 'certifier', 'evaluator', 'programme-manager', 'approver', 'administrator'],
  'return.edit': ['lead'],
  'return.certify': ['certifier'],
  'return.submit-light': ['lead'],
  'return.review': ['evaluator'],
  'return.hand-over': ['evaluator', 'administrator'],
  'report.see': ['head', 'lead', 'certifier', 'evaluator', 'programme-manager', 'approver', 'administrator'],
  'report.edit': ['head'],
  'settings.see': [
    'head',
    'lead',
    'certifier',
    'evaluator',
    'programme-manager',
    'approver',
    'administrator',
  ],
  'settings.manage': ['programme-manager', 'administrator'],
  'evidence.see': ['evaluator', 'programme-manager', 'approver', 'administrator'],
  'collection.see': ['evaluator', 'programme-manager', 'approver', 'administrator'],
  'collection.manage': ['evaluator', 'programme-manager'],
  'learning.record': ['evaluator', 'programme-manager'],
  'standard.see-drafts': ['evaluator', 'programme-manager', 'administrator'],
  'standard.edit': ['evaluator'],
  'framework.see': ['evaluator', 'programme-manager', 'approver', 'administrator'],
  'framework.edit': ['evaluator', 'programme-manager'],
  'framework.publish': ['evaluator'],
  'waiver.see': ['lead', 'certifier', 'evaluator', 'programme-manager', 'approver', 'administrator'],
  'waiver.request': ['lead', 'programme-manager'],
  'waiver.approve': ['evaluator', 'approver'],
  'people.invite': ['lead', 'administrator'],
  'people.administer': ['administrator'],
  'audit.see': ['evaluator', 'programme-manager', 'approver', 'administrator'],
}

/** What something belongs to, as far as scope is concerned. */
export type Subject = { programme?: string; gssCode?: string; urns?: readonly string[] }

/** Whether a membership's scope covers a subject. Heads are held to their settings, whatever the authority. */
export function covers(membership: Membership, subject: Subject): boolean {
  if (membership.programme !== null && membership.programme !== subject.programme) return false
  if (membership.urn !== null) return subject.urns?.includes(membership.urn) ?? false
  return membership.gssCode === null || membership.gssCode === subject.gssCode
}

/** Whether the actor holds a capability at all, on anything. */
export function holds(actor: Actor, capability: Capability): boolean {
  return actor.memberships.some(({ role }) => allowed[capability].includes(role))
}

/** Whether the actor holds a capability on this subject. */
export function allowedOn(actor: Actor, capability: Capability, subject: Subject): boolean {
  return actor.memberships.some(
    (membership) => allowed[capability].includes(membership.role) && covers(membership, subject),
  )
}
