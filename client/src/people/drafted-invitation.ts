/** An invitation as its form holds it, and what is sent of it. */
import type { Role } from '@inclusion/shared/roles'
import { addDays } from '@inclusion/shared/time'
import { dateOf, isDate, type TypedDate } from '../ui/typed-date.ts'

/** The day is the last one of the role; left empty where there is no end. */
export type DraftedInvitation = TypedDate & {
  email: string
  name: string
  role: Role | null
  programme: string
  gssCode: string
  urn: string
  /** Whether it is known that the role checks another of theirs. */
  knowing: boolean
}

/** Nothing typed yet. The first programme on offer is chosen: all of them, or the only one that is theirs. */
export const blankInvitation = (programmes: readonly { code: string | null }[]): DraftedInvitation => ({
  email: '',
  name: '',
  role: null,
  programme: programmes[0]?.code ?? '',
  gssCode: '',
  urn: '',
  day: '',
  month: '',
  year: '',
  knowing: false,
})

/** Whether a last day was begun that is none. */
export const hasBadDay = (draft: TypedDate): boolean =>
  [draft.day, draft.month, draft.year].some((part) => part.trim() !== '') && !isDate(dateOf(draft))

export type ScopeField = 'programme' | 'gssCode' | 'urn'

const scopes: Record<Role, readonly ScopeField[]> = {
  lead: ['gssCode', 'programme'],
  certifier: ['gssCode', 'programme'],
  head: ['urn', 'programme'],
  evaluator: ['programme'],
  'programme-manager': ['programme'],
  approver: ['programme'],
  administrator: [],
  reader: ['programme'],
}

/** The scopes that are asked for a role: an authority, a setting, a programme. */
export const scopesOf = (role: Role | null): readonly ScopeField[] => (role === null ? [] : scopes[role])

/** What is sent: only the scopes of the role, whatever was chosen before it; empty is none. */
export function toSend(draft: DraftedInvitation & { role: Role }) {
  const asked = scopesOf(draft.role)
  const scope = (field: ScopeField) => (asked.includes(field) && draft[field] !== '' ? draft[field] : null)
  return {
    email: draft.email,
    name: draft.name,
    role: draft.role,
    programme: scope('programme'),
    gssCode: scope('gssCode'),
    urn: scope('urn'),
    endsBefore: isDate(dateOf(draft)) ? addDays(dateOf(draft), 1) : null,
    knowing: draft.knowing,
  }
}
