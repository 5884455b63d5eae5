/** The windows of a programme with what became of them, and the days on which people are reminded. */
import { windowState, type WindowState } from '@inclusion/shared/collection/windows'
import { periodLabel, type PeriodId } from '@inclusion/shared/periods'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { namesOf } from '../returns/store.ts'
import { findOutstanding } from './outstanding.ts'
import { findReminderDays } from './reminder-days.ts'
import { findWindows } from './store.ts'
import { chooseProgramme } from './view.ts'

export type WindowView = {
  periodId: PeriodId
  label: string
  opensOn: string
  dueOn: string
  revision: number
  state: WindowState
  /** Returns of it that have still to come in. */
  outstanding: number
  changes: WindowChangeView[]
}

export type WindowChangeView = {
  opensOn: string
  dueOn: string
  opensOnBefore: string
  dueOnBefore: string
  reason: string
  by: string
  at: string
}

export type WindowsView = {
  programme: { code: string; name: string }
  programmes: { code: string; name: string }[]
  /** The latest period first. */
  windows: WindowView[]
  reminderDays: number[]
  mayManage: boolean
  /** Whether this person may change the days of reminders, which are the same for every programme. */
  mayChangeReminders: boolean
}

/** Throws `not-found` for a programme that is none, or none of the actor's. */
export async function viewWindows(
  context: Context,
  actor: Actor,
  wanted: string | undefined,
): Promise<WindowsView> {
  const { db } = context
  const { programme, programmes } = await chooseProgramme(context, actor, wanted)
  const windows = await findWindows(db, programme.code)
  const outstanding = Map.groupBy(
    await findOutstanding(db, { programme: programme.code }),
    ({ periodId }) => periodId,
  )
  const changes = await findChanges(context, programme.code)
  const on = today(context)
  return {
    programme,
    programmes,
    windows: windows.toReversed().map(({ periodId, opensOn, dueOn, revision }) => {
      const waiting = outstanding.get(periodId)?.length ?? 0
      return {
        periodId,
        label: periodLabel(periodId),
        opensOn,
        dueOn,
        revision,
        state: windowState(
          {
            opensOn,
            dueOn,
          },
          {
            on,
            outstanding: waiting,
          },
        ),
        outstanding: waiting,
        changes: changes.get(periodId) ?? [],
      }
    }),
    reminderDays: await findReminderDays(db),
    mayManage: allowedOn(actor, 'collection.manage', { programme: programme.code }),
    mayChangeReminders: allowedOn(actor, 'collection.manage', {}),
  }
}

/** The latest change of each window first. */
async function findChanges({ db }: Context, programme: string): Promise<Map<string, WindowChangeView[]>> {
  const rows = await db
    .selectFrom('window_changes')
    .selectAll()
    .where('programme', '=', programme)
    .orderBy('changedAt', 'desc')
    .execute()
  const names = await namesOf(
    db,
    rows.map(({ changedBy }) => changedBy),
  )
  const byPeriod = Map.groupBy(rows, ({ periodId }) => periodId)
  return new Map(
    [...byPeriod].map(([periodId, own]) => [
      periodId,
      own.map(({ opensOn, dueOn, opensOnBefore, dueOnBefore, reason, changedBy, changedAt }) => ({
        opensOn,
        dueOn,
        opensOnBefore,
        dueOnBefore,
        reason,
        by: names[changedBy] ?? '',
        at: changedAt,
      })),
    ]),
  )
}
