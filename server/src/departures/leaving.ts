/** What a page shows before somebody leaves: their roles, what they hold, who could take it over, what would be lost. */
import { heldKinds, heldRules, type DepartureWarning, type HeldKind } from '@inclusion/shared/departures'
import { Problem } from '@inclusion/shared/problems'
import { covers, holds, type Actor, type Role } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import type { Db, Trx } from '@inclusion/db/open'
import { mayManage, subjectOf } from '../people/may-manage.ts'
import { scopeInWords } from '../people/scopes.ts'
import { namesOf } from '../returns/store.ts'
import { findHoldings, type Held } from './holdings.ts'
import {
  findHeirs,
  findPerson,
  membershipsOf,
  membershipsOfOthers,
  waitingDepartures,
  type HeldMembership,
} from './store.ts'
import { findWarnings } from './warnings.ts'

export type Leaving = {
  person: { id: string; name: string; email: string }
  /** The roles that end: all of them for an administrator, for a lead those that the lead manages. */
  ending: HeldMembership[]
  held: Held[]
  heirs: Record<HeldKind, { personId: string; name: string }[]>
  warnings: DepartureWarning[]
  /** Read without a lock: the act asks again with one. */
  isLastAdministrator: boolean
}

/** Judges who may, and reads it all. Throws `not-found` for a person with no role that is the actor's to end. */
export async function findLeaving(
  context: Context,
  db: Db | Trx,
  { actor, personId }: { actor: Actor; personId: string },
): Promise<Leaving> {
  const on = today(context)
  const person = await findPerson(db, personId)
  const ending = (await membershipsOf(db, personId, on)).filter((membership) =>
    mayManage(actor, membership.role, subjectOf(membership)),
  )
  if (!person || (ending.length === 0 && !holds(actor, 'people.administer'))) throw new Problem('not-found')
  const [others, held] = await Promise.all([
    membershipsOfOthers(db, personId, on),
    findHoldings(db, personId, ending),
  ])
  // Whoever is about to leave too takes nothing over.
  const staying = others.filter(({ departureId }) => departureId === null)
  return {
    person: { id: person.id, name: person.name, email: person.email },
    ending,
    held,
    heirs: heirsOf(held, staying),
    warnings: await findWarnings(db, ending, staying),
    isLastAdministrator:
      ending.some(({ role }) => role === 'administrator') &&
      !staying.some(({ role, endsBefore }) => role === 'administrator' && endsBefore === null),
  }
}

/** Who could take over each kind: a role of theirs that may covers all of it. */
function heirsOf(
  held: readonly Held[],
  others: readonly (HeldMembership & { name: string })[],
): Leaving['heirs'] {
  const ofKind = (kind: HeldKind) => {
    const subjects = held.filter((item) => item.kind === kind).map(({ subject }) => subject)
    const fit = Map.groupBy(
      others.filter(({ role }) => heldRules[kind].heirs.includes(role)),
      ({ personId }) => personId,
    )
    return [...fit.values()]
      .filter((own) =>
        subjects.every(
          (subject) => subject === null || own.some((membership) => covers(membership, subject)),
        ),
      )
      .map(([first]) => ({ personId: first!.personId, name: first!.name }))
  }
  return Object.fromEntries(
    heldKinds.map((kind) => [kind, held.some((item) => item.kind === kind) ? ofKind(kind) : []]),
  ) as Leaving['heirs']
}

export type LeavingView = {
  person: Leaving['person']
  roles: { membershipId: string; role: Role; scope: string; endsBefore: string | null }[]
  held: { kind: HeldKind; items: { label: string; path: string }[]; heirs: Leaving['heirs'][HeldKind] }[]
  warnings: DepartureWarning[]
  /** Whether they are the last administrator, who cannot go. */
  isLastAdministrator: boolean
  /** Recorded departures that have not taken effect. */
  waiting: {
    departureId: string
    endsBefore: string
    recordedBy: string | null
    recordedAt: string
    heirs: { kind: HeldKind; name: string | null }[]
  }[]
  today: string
}

export async function viewLeaving(context: Context, actor: Actor, personId: string): Promise<LeavingView> {
  const { db } = context
  const found = await findLeaving(context, db, { actor, personId })
  const { person, ending, held, heirs, warnings, isLastAdministrator } = found
  const kinds = heldKinds.filter((kind) => held.some((item) => item.kind === kind))
  return {
    person,
    roles: ending.map((membership) => ({
      membershipId: membership.id,
      role: membership.role,
      scope: scopeInWords(membership),
      endsBefore: membership.endsBefore,
    })),
    held: kinds.map((kind) => ({
      kind,
      items: held.filter((item) => item.kind === kind).map(({ label, path }) => ({ label, path })),
      heirs: heirs[kind],
    })),
    warnings,
    isLastAdministrator,
    waiting: await viewWaiting(context, actor, { personId, ending }),
    today: today(context),
  }
}

async function viewWaiting(
  { db }: Context,
  actor: Actor,
  { personId, ending }: { personId: string; ending: readonly HeldMembership[] },
): Promise<LeavingView['waiting']> {
  const own = new Set(ending.map(({ departureId }) => departureId))
  // A lead is told nothing of what somebody holds through a role elsewhere.
  const kinds = heldKinds.filter(
    (kind) =>
      holds(actor, 'people.administer') || ending.some(({ role }) => heldRules[kind].through.includes(role)),
  )
  const departures = (await waitingDepartures(db, personId)).filter(
    ({ id, recordedBy }) => own.has(id) || recordedBy === actor.personId || holds(actor, 'people.administer'),
  )
  return Promise.all(
    departures.map(async ({ id, endsBefore, recordedBy, recordedAt }) => {
      const heirs = await findHeirs(db, id)
      const names = await namesOf(db, [recordedBy, ...Object.values(heirs)])
      const nameOf = (heir: string | null | undefined) => (heir ? (names[heir] ?? null) : null)
      return {
        departureId: id,
        endsBefore,
        recordedBy: nameOf(recordedBy),
        recordedAt,
        heirs: kinds
          .filter((kind) => kind in heirs)
          .map((kind) => ({
            kind,
            name: nameOf(heirs[kind]),
          })),
      }
    }),
  )
}
