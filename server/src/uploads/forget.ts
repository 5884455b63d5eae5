/** What was read of a file waits for a yes for days, not for ever. */
import { addDays, atLondonTime } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { deleteUnconfirmed } from './store.ts'

export const daysKept = 7

/** Forgets the uploads of a week ago and before that were neither confirmed nor discarded; answers how many. */
export const forgetUploads = (context: Context): Promise<number> =>
  deleteUnconfirmed(context, atLondonTime(addDays(today(context), -daysKept), '00:00'))
