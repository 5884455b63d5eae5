/** What was done about due days by 20 January: one extension, one window moved, and the reminders of a morning. */
import { changeWindow } from '../collection/change-window.ts'
import { extend } from '../collection/extend.ts'
import { sendReminders } from '../collection/remind.ts'
import type { World } from './world.ts'

/** Lewisham asked for a fortnight more. */
const extended = 'APM-E09000023-FY2025-26-Q3'

export async function collectThisQuarter(world: World): Promise<void> {
  const { context } = world
  world.at('2026-01-15', '14:30')
  await extend(context, await world.by('chloe-bright', 'return.extend', extended), {
    returnId: extended,
    dueOn: '2026-02-14',
    reason:
      'Lewisham asked on 14 January: one of its units moves to another building and has no registers before February.',
  })
  const window = { programme: 'APM', periodId: 'FY2025-26-Q4' }
  await changeWindow(
    context,
    await world.by('leila-haddad', 'window.change', `window:${window.programme}-${window.periodId}`),
    {
      ...window,
      revision: 0,
      opensOn: '2026-04-01',
      dueOn: '2026-05-08',
      reason: 'The schools’ Easter holidays fall into April, so boroughs get a week more.',
    },
  )
  world.at('2026-01-16', '08:00')
  await sendReminders(context)
}
