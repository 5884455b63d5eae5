/** The rows of days on which people are reminded. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Context } from '../context.ts'
import { change, type Act } from '../trust/change.ts'

/** Working days after the due day, before it if negative, the earliest first. */
export async function findReminderDays(db: Db | Trx): Promise<number[]> {
  const rows = await db.selectFrom('reminder_days').selectAll().orderBy('workingDays').execute()
  return rows.map(({ workingDays }) => workingDays)
}

/** Puts other rows in the place of those there are; none means that nobody is reminded by itself. */
export function setReminderDays(
  context: Context,
  act: Act,
  days: readonly number[],
): Promise<{ days: number[] }> {
  return change(context, act, async (trx, note) => {
    const from = await findReminderDays(trx)
    const to = days.toSorted((left, right) => left - right)
    await trx.deleteFrom('reminder_days').execute()
    if (to.length > 0)
      await trx
        .insertInto('reminder_days')
        .values(to.map((workingDays) => ({ workingDays })))
        .execute()
    note({ from, to })
    return { days: to }
  })
}
