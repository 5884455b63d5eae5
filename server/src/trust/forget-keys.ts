/** Idempotency keys are for repeats within days; older ones would only fill the database. */
import { addDays, atLondonTime } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'

const daysKept = 7

/** Forgets the keys of a week ago and before, and answers how many. */
export async function forgetKeys(context: Context): Promise<number> {
  const before = atLondonTime(addDays(today(context), -daysKept), '00:00')
  const { numDeletedRows } = await context.db
    .deleteFrom('idempotency_keys')
    .where('createdAt', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
