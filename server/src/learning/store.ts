/** Meetings with authorities, and what was learned there: check 11.1 reads when the latest was. */
import type { Db, Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { shortDate, type LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { change, type Act } from '../trust/change.ts'

export type NewMeeting = { heldOn: LocalDate; gssCode: string | null; title: string; note: string }

export type Meeting = NewMeeting & {
  id: string
  /** The authority's name; null for all of the programme's. */
  authority: string | null
  recordedBy: string
  recordedAt: string
}

export type MeetingsView = {
  meetings: Meeting[]
  /** The authorities that hold a grant of the programme: those a meeting can be with. */
  authorities: { gssCode: string; name: string }[]
}

/** The meetings of a programme, latest first. Throws `not-found` for one that there is not. */
export async function viewMeetings(db: Db, programme: string): Promise<MeetingsView> {
  await refuseUnknown(db, programme)
  const meetings = await db
    .selectFrom('meetings')
    .leftJoin('authorities', 'authorities.gssCode', 'meetings.gssCode')
    .innerJoin('people', 'people.id', 'meetings.recordedBy')
    .select(['meetings.id', 'heldOn', 'meetings.gssCode', 'title', 'note', 'recordedAt'])
    .select(['authorities.name as authority', 'people.name as recordedBy'])
    .where('programme', '=', programme)
    .orderBy('heldOn', 'desc')
    .orderBy('meetings.id', 'desc')
    .execute()
  return { meetings, authorities: await findAuthorities(db, programme) }
}

async function refuseUnknown(db: Db | Trx, programme: string): Promise<void> {
  const found = await db
    .selectFrom('programmes')
    .select('code')
    .where('code', '=', programme)
    .executeTakeFirst()
  if (!found) throw new Problem('not-found')
}

function findAuthorities(db: Db | Trx, programme: string): Promise<MeetingsView['authorities']> {
  return db
    .selectFrom('grants')
    .innerJoin('authorities', 'authorities.gssCode', 'grants.gssCode')
    .select(['authorities.gssCode', 'authorities.name'])
    .distinct()
    .where('programme', '=', programme)
    .orderBy('authorities.name')
    .execute()
}

/**
 * Records a meeting that was held. Throws `not-found` for a programme that there is not, `invalid-request` for
 * a day that has not come, or an authority without a grant of the programme. The audit keeps when and with whom, never what was written.
 */
export function recordMeeting(
  context: Context,
  act: Act & { personId: string },
  { programme, ...meeting }: NewMeeting & { programme: string },
): Promise<{ meetingId: string }> {
  return change(context, act, async (trx, note) => {
    await refuseUnknown(trx, programme)
    const { heldOn, gssCode } = meeting
    const on = today(context)
    if (heldOn > on) throw wrong('heldOn', `Give a day up to today, ${shortDate(on)}`)
    const known = await findAuthorities(trx, programme)
    if (gssCode !== null && !known.some((authority) => authority.gssCode === gssCode))
      throw wrong('gssCode', 'Choose an authority that holds a grant of this programme')
    const id = context.newId()
    const recorded = { recordedBy: act.personId, recordedAt: context.now() }
    await trx
      .insertInto('meetings')
      .values({ id, programme, ...meeting, ...recorded })
      .execute()
    note({ meetingId: id, gssCode, heldOn })
    return { meetingId: id }
  })
}

const wrong = (field: string, message: string) =>
  new Problem('invalid-request', { errors: [{ field, message }] })
