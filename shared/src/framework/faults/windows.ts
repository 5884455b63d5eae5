/** What is wrong with the collection windows of an amendment, and which periods have none. */
import { periodLabel, periodOf, type PeriodId } from '../../periods.ts'
import { shortDate } from '../../time.ts'
import type { AmendmentContent, AmendmentFault, DraftProgramme, DraftWindow } from '../amendment.ts'
import { isFree, type Ground } from '../ground.ts'
import { periodsWithin } from '../windows.ts'
import { error, programmeAfter, repeats, warning, when } from './say.ts'

export function windowFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  const programme = programmeAfter(content, ground)
  if (!programme) return []
  const again = repeats(content.windows, ({ periodId }) => periodId)
  const judged = content.windows.flatMap((window, at) => [
    ...when([
      again.includes(at),
      error(`windows.${at}.periodId`, `${periodLabel(window.periodId)} has two windows here. Keep one.`),
    ]),
    ...ofWindow(window, `windows.${at}`, { programme, ground }),
  ])
  return [...judged, ...missing(content, ground, programme)]
}

type Held = { programme: DraftProgramme; ground: Ground }

function ofWindow(
  { periodId, opensOn, dueOn }: DraftWindow,
  at: string,
  { programme, ground }: Held,
): AmendmentFault[] {
  const { calendar, startsOn, endsBefore } = periodOf(periodId)
  const label = periodLabel(periodId)
  if (calendar !== programme.calendar)
    return [error(`${at}.periodId`, `${label} is not a period of this programme’s calendar.`)]
  const isThere = ground.windows.some((window) => window.periodId === periodId)
  return when(
    [isThere, error(`${at}.periodId`, `${label} has a window already. Change it on the collection page.`)],
    [
      endsBefore <= programme.startsOn || startsOn >= programme.endsBefore,
      error(`${at}.periodId`, `${label} lies outside the days of the programme.`),
    ],
    [dueOn < opensOn, error(`${at}.dueOn`, `The returns of ${label} are due before they open.`)],
    [
      opensOn < endsBefore && opensOn < programme.endsBefore,
      warning(`${at}.opensOn`, `The returns of ${label} open on ${shortDate(opensOn)}, before it ends.`),
    ],
    [
      dueOn < ground.on,
      warning(
        `${at}.dueOn`,
        `The returns of ${label} were due on ${shortDate(dueOn)}: those that still open are late at once.`,
      ),
    ],
    [
      !isStandardInForce(ground, periodId),
      error(`${at}.periodId`, `No published standard is in force for ${label}, so no return can be judged.`),
    ],
  )
}

const isStandardInForce = ({ firstStandard }: Ground, periodId: PeriodId): boolean =>
  firstStandard !== null && periodOf(firstStandard).startsOn <= periodOf(periodId).startsOn

/** Periods of the programme that nobody would be asked for: told once, as one sentence. */
function missing(content: AmendmentContent, ground: Ground, programme: DraftProgramme): AmendmentFault[] {
  if (content.programme === null && content.endsBefore === null) return []
  if (programme.endsBefore <= programme.startsOn) return []
  const known = new Set([...ground.windows, ...content.windows].map(({ periodId }) => periodId))
  const without = periodsWithin(programme.calendar, programme).filter(
    (id) => !known.has(id) && isFree(ground, id),
  )
  if (without.length === 0 || content.windows.length === 0) return []
  return [
    warning(
      'windows',
      `These periods have no window, so they are not collected: ${without.map(periodLabel).join('; ')}.`,
    ),
  ]
}
