/**
 * Reminders: by the rows of days, or at the wish of RMEL or a programme manager. One letter a person a day, whichever
 * came first: the row of a person's day is written in the transaction that queues the letter, and can be there once.
 */
import type { Trx } from '@inclusion/db/open'
import { isReminderDay, isReminderTime } from '@inclusion/shared/collection/reminders'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { describe } from '../http/problems.ts'
import { digest } from '../mail/collection-letters.ts'
import { queueMail } from '../mail/outbox.ts'
import type { By } from '../returns/transition.ts'
import { change } from '../trust/change.ts'
import { findConcerned, type Concerned } from './concerned.ts'
import { findOutstanding, type Outstanding } from './outstanding.ts'
import { findReminderDays } from './reminder-days.ts'
import type { ReminderRequest } from './requests.ts'

/** Ends a transaction that would write to somebody twice: nothing of it is kept, not even its event. */
class RemindedToday extends Error {}

/**
 * Reminds everybody whose day it is, and answers how many letters it queued. Called every hour: who was written to
 * today is left alone, whichever process it was. Nothing outside of working hours in London.
 */
export async function sendReminders(context: Context): Promise<number> {
  if (!isReminderTime(context.now())) return 0
  const returns = await findDueToday(context)
  let queued = 0
  for (const concerned of await findConcerned(context, context.db, returns)) {
    if (await remindOne(context, concerned)) queued++
  }
  return queued
}

async function findDueToday(context: Context): Promise<Outstanding[]> {
  const days = await findReminderDays(context.db)
  const on = today(context)
  return (await findOutstanding(context.db)).filter(({ dueOn }) => isReminderDay(dueOn, on, days))
}

/** True where this process wrote to them. A fault with one person keeps no other from their letter. */
async function remindOne(context: Context, concerned: Concerned): Promise<boolean> {
  const act = { personId: null, action: 'reminder.send', subject: `person:${concerned.personId}` }
  try {
    await change(context, act, async (trx, note) => {
      if (!(await write(context, trx, { concerned, sentBy: null }))) throw new RemindedToday()
      note({ returns: returnsOf(concerned) })
    })
    return true
  } catch (error) {
    if (!(error instanceof RemindedToday))
      context.log.error({ error: describe(error) }, 'A reminder could not be written')
    return false
  }
}

/**
 * Reminds of every return of a period that is overdue. Whoever was written to today is left out. The letter also holds
 * what the day itself would have reminded of. Throws `nobody-to-remind`.
 */
export function remindLate(
  context: Context,
  { act, actor }: By,
  { programme, periodId }: ReminderRequest,
): Promise<{ reminded: number; returns: number }> {
  refuseOthers(actor, programme)
  return change(context, act, async (trx, note) => {
    const late = (await findOutstanding(trx, { programme, periodId })).filter(
      ({ dueOn }) => dueOn < today(context),
    )
    if (late.length === 0) throw nobody('No return of this period is overdue.')
    const dueToday = await findDueToday({ ...context, db: trx })
    const others = dueToday.filter(({ id }) => !late.some((each) => each.id === id))
    const isLate = new Set(late.map(({ id }) => id))
    const concerned = (await findConcerned(context, trx, [...late, ...others])).filter(({ concerns }) =>
      concerns.some(({ returnId }) => isLate.has(returnId)),
    )
    const reminded: Concerned[] = []
    for (const each of concerned)
      if (await write(context, trx, { concerned: each, sentBy: actor.personId })) reminded.push(each)
    if (reminded.length === 0) throw nobody(whyNobody(concerned.length))
    const returns = [...new Set(reminded.flatMap(returnsOf))].filter((id) => isLate.has(id))
    note({ people: reminded.map(({ personId }) => personId), returns })
    return { reminded: reminded.length, returns: returns.length }
  })
}

const whyNobody = (concerned: number): string =>
  concerned === 0
    ? 'Nobody who files these returns has a role here just now.'
    : 'Everybody whom these returns wait for was reminded today already. You can remind them again tomorrow.'

const nobody = (detail: string) => new Problem('nobody-to-remind', { detail })

const returnsOf = ({ concerns }: Concerned): string[] => [
  ...new Set(concerns.map(({ returnId }) => returnId)),
]

function refuseOthers(actor: Actor, programme: string): void {
  if (!allowedOn(actor, 'collection.see', { programme })) throw new Problem('not-found')
  if (!allowedOn(actor, 'collection.manage', { programme })) throw new Problem('not-yours-to-do')
}

type Writing = { concerned: Concerned; sentBy: string | null }

/** Queues a person's letter of today; false where there is one. A twin waits here until the first is certain. */
async function write(context: Context, trx: Trx, { concerned, sentBy }: Writing): Promise<boolean> {
  const { personId, email, concerns } = concerned
  const remindedOn = today(context)
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('reminders')
    .values({ personId, remindedOn, sentBy, sentAt: context.now() })
    .onConflict((conflict) => conflict.columns(['personId', 'remindedOn']).doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return false
  await trx
    .insertInto('reminded_returns')
    .values(returnsOf(concerned).map((returnId) => ({ returnId, personId, remindedOn })))
    .execute()
  await queueMail(context, trx, { recipient: email, ...digest(concerns) })
  return true
}
