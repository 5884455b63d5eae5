/** What is wrong with the changed definitions of an amendment: above all, a class of change that is too low. */
import { periodLabel, periodOf } from '../../periods.ts'
import { latestEdition } from '../amended.ts'
import type { AmendmentContent, AmendmentFault, DraftDefinition } from '../amendment.ts'
import { bridgeCodeOf, needsBridge } from '../bridge.ts'
import { beyond, differencesBetween } from '../change-class.ts'
import { kindsIn } from '../../privacy/find-identifiers.ts'
import type { Ground } from '../ground.ts'
import { isAskedIn, isEnded, type IndicatorDefinition } from '../indicators.ts'
import { definitionFaults } from './definition.ts'
import { codesAfter, fromFaults } from './indicators.ts'
import { error, programmeAfter, repeats, warning, when } from './say.ts'

export function changedFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  const programme = programmeAfter(content, ground)
  if (!programme) return []
  const codes = codesAfter(content, ground)
  return [
    ...content.changed.flatMap((definition, index) => {
      const at = `changed.${index}`
      const before = latestEdition(ground.definitions, definition.indicator)
      if (!before)
        return [
          error(`${at}.indicator`, `There is no ${definition.indicator} to change. Add it as a new figure.`),
        ]
      return [
        ...classFaults(before, definition, at),
        ...orderFaults(before, definition, at),
        ...bridgeFaults(before, definition, { at, codes }),
        ...fromFaults(definition.effectiveFrom, `${at}.effectiveFrom`, { programme, ground }),
        ...definitionFaults(definition, { at, programme, codes }),
      ]
    }),
    ...repeats(content.changed, ({ indicator }) => indicator).map((at) =>
      error(`changed.${at}.indicator`, `${content.changed[at]!.indicator} is changed twice here.`),
    ),
  ]
}

function classFaults(before: IndicatorDefinition, changed: DraftDefinition, at: string): AmendmentFault[] {
  const differences = differencesBetween(before, changed)
  const { indicator, label, changeClass } = changed
  if (differences.length === 0)
    return [error(`${at}.indicator`, `Nothing is changed of ${label} (${indicator}). Take it out.`)]
  return beyond(changeClass, differences).map((difference) =>
    error(
      `${at}.${difference.field}`,
      `Changing ${difference.label} of ${label} (${indicator}) is a ${difference.demands} change, and this is given as ${changeClass}.`,
    ),
  )
}

function orderFaults(before: IndicatorDefinition, changed: DraftDefinition, at: string): AmendmentFault[] {
  const begins = periodLabel(before.effectiveFrom)
  return when(
    [
      before.bridges !== undefined,
      error(`${at}.indicator`, `${before.label} is asked once only, as a bridge. It cannot be changed.`),
    ],
    [
      periodOf(changed.effectiveFrom).startsOn <= periodOf(before.effectiveFrom).startsOn,
      error(`${at}.effectiveFrom`, `The definition before begins in ${begins}, so this one begins later.`),
    ],
  )
}

type Held = { at: string; codes: ReadonlySet<string> }

function bridgeFaults(
  before: IndicatorDefinition,
  changed: DraftDefinition,
  { at, codes }: Held,
): AmendmentFault[] {
  if (!needsBridge(before, changed)) return []
  const code = bridgeCodeOf(before.indicator, before.edition + 1)
  const { ordinal } = periodOf(changed.effectiveFrom)
  const label = periodLabel(changed.effectiveFrom)
  return when(
    [codes.has(code), error(`${at}.indicator`, `The bridge figure would be ${code}, which is taken.`)],
    [
      kindsIn(code).length > 0,
      error(`${at}.indicator`, `The bridge figure would be ${code}, which reads like something personal.`),
    ],
    [
      isEnded(before),
      error(
        `${at}.indicator`,
        `${before.label} is not asked any more, so there is nothing to bridge. Add a new figure in its place.`,
      ),
    ],
    [
      !isEnded(before) && !(isAskedIn(before, ordinal) && isAskedIn(changed, ordinal)),
      error(
        `${at}.effectiveFrom`,
        `A major change begins in a period in which the figure is asked before and after it. ${label} is not one.`,
      ),
    ],
    [
      before.askedFrom !== changed.askedFrom,
      warning(
        `${at}.askedFrom`,
        `The bridge figure is asked in the tiers that the definition before was: ${before.askedFrom} and above.`,
      ),
    ],
  )
}
