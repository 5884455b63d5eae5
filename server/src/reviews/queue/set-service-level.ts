/** A service level is set from a day on: for one programme, or for all without one of their own. */
import * as z from 'zod'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn } from '@inclusion/shared/roles'
import { storableText } from '@inclusion/shared/text'
import { LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../../context.ts'
import type { By } from '../../returns/transition.ts'
import { change } from '../../trust/change.ts'

export const NewServiceLevel = z
  .object({
    /** Null: of every programme without a level of its own. */
    programme: storableText(5).nullable(),
    workingDays: z.number().int('Enter a whole number of working days').min(1).max(100),
    /** For what is submitted from this day on. */
    startsOn: LocalDate,
  })
  .strict()
  .meta({ id: 'NewServiceLevel' })
export type NewServiceLevel = z.infer<typeof NewServiceLevel>

/** Throws `not-yours-to-do` for a programme out of scope, and says so of a day that is over. */
export function setServiceLevel(
  context: Context,
  { act, actor }: By,
  { programme, workingDays, startsOn }: NewServiceLevel,
): Promise<NewServiceLevel> {
  const subject = programme === null ? {} : { programme }
  if (!allowedOn(actor, 'collection.manage', subject)) throw new Problem('not-yours-to-do')
  if (startsOn < today(context)) throw badField('startsOn', 'This day is over. Enter today or a later day')
  return change(context, act, async (trx, note) => {
    if (programme !== null) {
      const known = trx.selectFrom('programmes').select('code').where('code', '=', programme)
      if (!(await known.executeTakeFirst())) throw badField('programme', 'There is no such programme')
    }
    const sameDay = trx
      .deleteFrom('service_levels')
      .where('startsOn', '=', startsOn)
      .where('programme', programme === null ? 'is' : '=', programme)
    await sameDay.execute()
    await trx
      .insertInto('service_levels')
      .values({ id: context.newId(), programme, workingDays, startsOn })
      .execute()
    note({ programme, workingDays, startsOn })
    return { programme, workingDays, startsOn }
  })
}

const badField = (field: string, message: string) =>
  new Problem('invalid-request', { errors: [{ field, message }] })
