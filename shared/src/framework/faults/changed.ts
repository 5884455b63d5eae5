/** What is wrong with the changed definitions of an amendment: above all, a class of change that is too low. */
import { periodLabel, periodOf } from '../../periods.ts'
import { editionBehind, latestEdition } from '../amended.ts'
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
        ...(differencesBetween(before, definition).length === 0
          ? [nothingChanged(definition, at)]
          : [...classFaults(definition, at, ground), ...orderFaults(before, definition, at)]),
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

const nothingChanged = ({ indicator, label }: DraftDefinition, at: string): AmendmentFault =>
  error(`${at}.indicator`, `Nothing is changed of ${label} (${indicator}). Take it out.`)

function classFaults(changed: DraftDefinition, at: string, { definitions }: Ground): AmendmentFault[] {
  const { indicator, label, changeClass } = changed
  const behind = editionBehind(definitions, changed)
  return beyond(changeClass, behind ? differencesBetween(behind, changed) : []).map((difference) =>
    error(
      `${at}.${difference.field}`,
      `Changing ${difference.label} of ${label} (${indicator}) is a ${difference.demands} change, and this is given as ${changeClass}.`,
    ),
  )
}

function orderFaults(before: IndicatorDefinition, changed: DraftDefinition, at: string): AmendmentFault[] {
  return when(
    [
      before.bridges !== undefined,
      error(`${at}.indicator`, `${before.label} is asked once only, as a bridge. It cannot be changed.`),
    ],
    [
      periodOf(changed.effectiveFrom).startsOn <= periodOf(before.effectiveFrom).startsOn,
      error(`${at}.effectiveFrom`, tooEarlyWords(before)),
    ],
  )
}

/** What stands in the way of a change that is to begin no later than the edition before it. */
function tooEarlyWords({ label, edition, effectiveFrom, askedInOrdinals }: IndicatorDefinition): string {
  const from = periodLabel(effectiveFrom)
  if (isEnded({ askedInOrdinals }))
    return `“${label}” is not asked any more from ${from}. Take it out, or choose a later period to ask it again.`
  if (edition === 1) return `“${label}” is asked from ${from} on. Choose a later period.`
  return `“${label}” was changed from ${from} already. Choose a later period, and look through its wording again: it rests on the wording before that change.`
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
