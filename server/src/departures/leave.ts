/**
 * Somebody leaves: their memberships end on a day, what they hold passes on, their sessions end, and whoever takes over
 * is written to, in one transaction. A day to come takes effect by itself, by the hourly round.
 */
import * as z from 'zod'
import type { Trx } from '@inclusion/db/open'
import { heldKinds, type HeldKind } from '@inclusion/shared/departures'
import { Problem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import { storableText } from '@inclusion/shared/text'
import { LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { unanswered, withdrawInvitations } from '../people/invitations.ts'
import { mayManage, subjectOf } from '../people/may-manage.ts'
import { otherAdministrators } from '../people/store.ts'
import type { By } from '../returns/transition.ts'
import { change, type Note } from '../trust/change.ts'
import { carryOut } from './carry-out.ts'
import { findLeaving, type Leaving } from './leaving.ts'
import { insertDeparture, lockPerson, waitingDepartures, type Heirs } from './store.ts'
import { tellDeparture } from './tell.ts'

export const Leave = z
  .object({
    /** The first day without the roles: today ends them at once. */
    endsBefore: LocalDate,
    /** Who takes each kind over; null, or left out: it goes back to the role. */
    heirs: z.partialRecord(z.enum(heldKinds), storableText(100).nullable()).default({}),
    /** Whether the warnings were read. */
    knowing: z.boolean().default(false),
  })
  .strict()
  .meta({ id: 'Leave' })
export type Leave = z.infer<typeof Leave>

export type Left = { departureId: string; endsBefore: string; isDone: boolean }

/**
 * Ends what the actor may end of a person. Throws `not-found`, `leaving-recorded`, `last-administrator`, or
 * `leaving-warned`.
 */
export function leave(
  context: Context,
  { act, actor }: By,
  { personId, ...wanted }: Leave & { personId: string },
): Promise<Left> {
  return change(context, act, async (trx, note) => {
    refuseDay(context, wanted.endsBefore)
    await lockPerson(trx, personId)
    const leaving = await findLeaving(context, trx, { actor, personId })
    await refuseSecond(trx, actor, leaving)
    if (leaving.ending.some(({ role }) => role === 'administrator')) await keepOne(context, trx, personId)
    if (leaving.warnings.length > 0 && !wanted.knowing)
      throw new Problem('leaving-warned', { warnings: leaving.warnings })
    const heirs = heirsOf(leaving, wanted.heirs)
    return record(context, trx, { actor, note, leaving, heirs, endsBefore: wanted.endsBefore })
  })
}

function refuseDay(context: Context, endsBefore: string): void {
  if (endsBefore >= today(context)) return
  const message = 'Choose today or a later day'
  throw new Problem('invalid-request', { errors: [{ field: 'endsBefore', message }] })
}

/** Of one role only one departure waits: of two, taking one back would undo the other. */
async function refuseSecond(trx: Trx, actor: Actor, { person, ending }: Leaving): Promise<void> {
  const bound = new Set(ending.map(({ departureId }) => departureId))
  const waiting = await waitingDepartures(trx, person.id)
  if (waiting.some(({ id, recordedBy }) => bound.has(id) || recordedBy === actor.personId))
    throw new Problem('leaving-recorded')
}

async function keepOne(context: Context, trx: Trx, personId: string): Promise<void> {
  if ((await otherAdministrators(trx, personId, today(context))) === 0)
    throw new Problem('last-administrator')
}

/** The heirs of what is held, each one of those who could be. */
function heirsOf({ held, heirs }: Leaving, wanted: Leave['heirs']): Heirs {
  const kinds = heldKinds.filter((kind) => held.some((item) => item.kind === kind))
  return Object.fromEntries(kinds.map((kind) => [kind, heirOf(kind, heirs[kind], wanted[kind] ?? null)]))
}

function heirOf(kind: HeldKind, possible: Leaving['heirs'][HeldKind], wanted: string | null): string | null {
  if (wanted === null || possible.some(({ personId }) => personId === wanted)) return wanted
  const message = 'Choose somebody who can take this over'
  throw new Problem('invalid-request', { errors: [{ field: `heirs.${kind}`, message }] })
}

type Recording = { actor: Actor; note: Note; leaving: Leaving; heirs: Heirs; endsBefore: string }

async function record(
  context: Context,
  trx: Trx,
  { actor, note, leaving, heirs, endsBefore }: Recording,
): Promise<Left> {
  const { person, ending, held } = leaving
  const departureId = context.newId()
  const departure = {
    id: departureId,
    personId: person.id,
    endsBefore,
    recordedBy: actor.personId,
    recordedAt: context.now(),
    doneAt: null,
    cancelledAt: null,
  }
  await insertDeparture(trx, departure, heirs)
  await endMemberships(trx, leaving, { departureId, endsBefore })
  await withdrawOffers(context, trx, actor, person.email)
  await tellDeparture(context, trx, { actor, person, endsBefore, held, heirs })
  const isDone = endsBefore <= today(context)
  const passedOn = isDone ? await carryOut(context, trx, departure, actor) : {}
  note({
    departureId,
    endsBefore,
    heirs,
    people: Object.values(heirs),
    ...passedOn,
    memberships: ending.map(({ id }) => id),
  })
  return { departureId, endsBefore, isDone }
}

/** Each ends on the day, but for those that end before it by themselves. */
async function endMemberships(
  trx: Trx,
  { ending }: Leaving,
  { departureId, endsBefore }: { departureId: string; endsBefore: string },
): Promise<void> {
  for (const membership of ending) {
    if (membership.endsBefore !== null && membership.endsBefore <= endsBefore) continue
    await trx
      .updateTable('memberships')
      .set({ endsBefore, departureId, wouldEndBefore: membership.endsBefore })
      .where('id', '=', membership.id)
      .execute()
  }
}

/** Open invitations would bring the roles back. */
async function withdrawOffers(context: Context, trx: Trx, actor: Actor, email: string): Promise<void> {
  for (const invitation of await unanswered(trx).where('email', '=', email).execute()) {
    if (mayManage(actor, invitation.role, subjectOf(invitation)))
      await withdrawInvitations(context, trx, { email, to: invitation })
  }
}
