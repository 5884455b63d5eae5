/** What is wrong with the new indicators of an amendment, and with those it ends. */
import { periodLabel, periodOf, type PeriodId } from '../../periods.ts'
import { latestEdition } from '../amended.ts'
import type { AmendmentContent, AmendmentFault, DraftProgramme } from '../amendment.ts'
import { isFree, lastOpened, type Ground } from '../ground.ts'
import { isEnded } from '../indicators.ts'
import { definitionFaults } from './definition.ts'
import { error, programmeAfter, repeats, when } from './say.ts'

export function indicatorFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  const programme = programmeAfter(content, ground)
  if (!programme) return []
  const codes = codesAfter(content, ground)
  return [
    ...content.indicators.flatMap(({ definition, after }, index) => {
      const at = `indicators.${index}`
      const { indicator, effectiveFrom } = definition
      const isThere = latestEdition(ground.definitions, indicator) !== undefined
      return [
        ...when(
          [
            !indicator.startsWith(`${ground.code}-`),
            error(`${at}.definition.indicator`, `${indicator} has to begin with ${ground.code}-.`),
          ],
          [
            isThere,
            error(
              `${at}.definition.indicator`,
              `${indicator} is taken: a code is never used again. Choose another.`,
            ),
          ],
          [
            after !== null && (!codes.has(after) || after === indicator),
            error(`${at}.after`, `${indicator} cannot stand behind ${after}, which is not there.`),
          ],
        ),
        ...fromFaults(effectiveFrom, `${at}.definition.effectiveFrom`, { programme, ground }),
        ...definitionFaults(definition, { at: `${at}.definition`, programme, codes }),
      ]
    }),
    ...repeats(content.indicators, ({ definition }) => definition.indicator).map((at) =>
      error(
        `indicators.${at}.definition.indicator`,
        `${content.indicators[at]!.definition.indicator} is here twice.`,
      ),
    ),
    ...endFaults(content, { programme, ground }),
  ]
}

/** Every indicator there will be, ended ones too. */
export const codesAfter = ({ indicators }: AmendmentContent, { definitions }: Ground): Set<string> =>
  new Set([
    ...definitions.map(({ indicator }) => indicator),
    ...indicators.map(({ definition }) => definition.indicator),
  ])

type Held = { programme: DraftProgramme; ground: Ground }

/** A period in which something may take effect: of the programme, and with no return open from there on. */
export function fromFaults(from: PeriodId, field: string, { programme, ground }: Held): AmendmentFault[] {
  const { calendar, startsOn, endsBefore } = periodOf(from)
  if (calendar !== programme.calendar)
    return [error(field, `${periodLabel(from)} is not a period of this programme’s calendar.`)]
  const last = lastOpened(ground)
  return when(
    [
      endsBefore <= programme.startsOn || startsOn >= programme.endsBefore,
      error(field, `${periodLabel(from)} lies outside the days of the programme.`),
    ],
    [
      last !== null && !isFree(ground, from),
      error(field, `Returns are open already for ${periodLabel(last ?? from)}. Choose a later period.`),
    ],
  )
}

function endFaults({ ended, changed }: AmendmentContent, held: Held): AmendmentFault[] {
  const { ground } = held
  return ended.flatMap(({ indicator, from }, index) => {
    const at = `ended.${index}`
    const latest = latestEdition(ground.definitions, indicator)
    if (!latest) return [error(`${at}.indicator`, `There is no ${indicator} to end.`)]
    return [
      ...when(
        [isEnded(latest), error(`${at}.indicator`, `${latest.label} (${indicator}) has ended already.`)],
        [
          changed.some((definition) => definition.indicator === indicator) ||
            ended.findIndex((each) => each.indicator === indicator) !== index,
          error(`${at}.indicator`, `${indicator} is changed or ended twice here.`),
        ],
        [
          periodOf(from).startsOn <= periodOf(latest.effectiveFrom).startsOn,
          error(
            `${at}.from`,
            `“${latest.label}” ${latest.edition === 1 ? 'is asked' : 'was changed'} from ${periodLabel(latest.effectiveFrom)} already. Choose a later period.`,
          ),
        ],
      ),
      ...fromFaults(from, `${at}.from`, held),
    ]
  })
}
