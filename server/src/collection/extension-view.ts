/** The due day of one return: what counts, every extension there was, and who was reminded. */
import type { Db, Trx } from '@inclusion/db/open'
import { longestExtensionDays } from '@inclusion/shared/collection/extensions'
import { isOutstanding, timelinessOf, type Timeliness } from '@inclusion/shared/collection/timeliness'
import { periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { ReturnStatus } from '@inclusion/shared/returns'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { addDays } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { extendedFrom, type DueDays } from '../returns/due.ts'
import { findReturn, namesOf } from '../returns/store.ts'

export type ExtensionView = {
  id: string
  dueOn: string
  dueOnBefore: string
  reason: string
  by: string
  at: string
  /** Null while it counts. Without a reason, another took its place. */
  ended: { by: string; at: string; reason: string | null } | null
}

export type DueDayView = {
  returnId: string
  authority: string
  programme: string
  programmeCode: string
  period: string
  status: ReturnStatus
  timeliness: Timeliness
  dueOn: string
  windowDueOn: string
  extendedFrom: string | null
  /** The latest first. */
  extensions: ExtensionView[]
  /** Why nothing can be granted or ended; null where this person may. */
  refusal: 'return-was-filed' | 'not-yours-to-do' | null
  lastDay: string
  today: string
  reminders: { on: string; name: string; by: string | null }[]
}

/** Throws `not-found` for a return that is none, or none of the actor's. */
export async function viewDueDay(context: Context, actor: Actor, returnId: string): Promise<DueDayView> {
  const { db } = context
  const head = await findReturn(db, returnId)
  if (!head || !allowedOn(actor, 'collection.see', head)) throw new Problem('not-found')
  const { dueOn, windowDueOn, status, sentFrom, firstSubmittedAt: filedAt } = head
  const isFiled = head.dueWhenFiled !== null || !isOutstanding(head)
  const mayManage = allowedOn(actor, 'collection.manage', head)
  return {
    returnId,
    dueOn,
    windowDueOn,
    status,
    authority: head.authorityName,
    programme: head.programmeName,
    programmeCode: head.programme,
    period: periodLabel(head.periodId),
    timeliness: timelinessOf(
      {
        status,
        sentFrom,
        filedAt,
        dueOn,
      },
      today(context),
    ),
    extendedFrom: extendedFrom(head),
    extensions: await findExtensions(db, returnId),
    refusal: refusalOf({
      mayManage,
      isFiled,
    }),
    lastDay: addDays(windowDueOn, longestExtensionDays),
    today: today(context),
    reminders: await findReminders(db, returnId),
  }
}

function refusalOf({ mayManage, isFiled }: { mayManage: boolean; isFiled: boolean }): DueDayView['refusal'] {
  if (!mayManage) return 'not-yours-to-do'
  return isFiled ? 'return-was-filed' : null
}

/** Every extension of a return, the latest first. */
async function findExtensions(db: Db | Trx, returnId: string): Promise<ExtensionView[]> {
  const rows = await db
    .selectFrom('extensions')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('approvedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const names = await namesOf(
    db,
    rows.flatMap(({ approvedBy, endedBy }) => [approvedBy, endedBy]),
  )
  return rows.map(
    ({ id, dueOn, dueOnBefore, reason, approvedBy, approvedAt, endedBy, endedAt, endReason }) => ({
      id,
      dueOn,
      dueOnBefore,
      reason,
      by: names[approvedBy] ?? '',
      at: approvedAt,
      ended:
        endedAt === null
          ? null
          : {
              by: names[endedBy ?? ''] ?? '',
              at: endedAt,
              reason: endReason,
            },
    }),
  )
}

/** The extension that counts for a return now, as its borough sees it; null without one. */
export async function extensionInForce(
  db: Db | Trx,
  { id, ...days }: DueDays & { id: string },
): Promise<ExtensionView | null> {
  if (extendedFrom(days) === null) return null
  return (await findExtensions(db, id)).find(({ ended }) => ended === null) ?? null
}

async function findReminders(db: Db, returnId: string): Promise<DueDayView['reminders']> {
  const rows = await db
    .selectFrom('reminded_returns')
    .innerJoin('reminders', (join) =>
      join
        .onRef('reminders.personId', '=', 'reminded_returns.personId')
        .onRef('reminders.remindedOn', '=', 'reminded_returns.remindedOn'),
    )
    .innerJoin('people', 'people.id', 'reminders.personId')
    .leftJoin('people as senders', 'senders.id', 'reminders.sentBy')
    .select(['reminders.remindedOn as on', 'people.name', 'senders.name as by'])
    .where('reminded_returns.returnId', '=', returnId)
    .orderBy('reminders.remindedOn', 'desc')
    .orderBy('people.name')
    .execute()
  return rows
}
