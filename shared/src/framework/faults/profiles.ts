/** What is wrong with the profiles of an amendment, and which figures and periods have none. */
import { comparePeriods, periodLabel, periodOf, yearLabel } from '../../periods.ts'
import type { AmendmentContent, AmendmentFault, DraftDefinition, DraftProfile } from '../amendment.ts'
import type { Ground } from '../ground.ts'
import { isEnded } from '../indicators.ts'
import { nameOf } from './grants.ts'
import { definitionAfter, error, fewNames, hasGrant, programmeAfter, repeats, warning, when } from './say.ts'

export function profileFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  const held = { content, ground }
  const { profiles } = content
  return [
    ...profiles.flatMap((profile, at) => ofProfile(profile, `profiles.${at}`, held)),
    ...repeats(profiles, keyOf).map((at) =>
      error(`profiles.${at}.value`, `${named(profiles[at]!, held)} is given twice. Keep one.`),
    ),
    ...open(held),
    ...falling(held),
    ...missing(held),
  ]
}

type Held = { content: AmendmentContent; ground: Ground }

const keyOf = ({ gssCode, indicator, periodId }: DraftProfile): string =>
  `${gssCode} ${indicator} ${periodId}`

/** "The profile of Camden for “Walks led” in October to December 2025 (2025-26 Q3)" */
const named = ({ gssCode, indicator, periodId }: DraftProfile, held: Held): string =>
  `The profile of ${nameOf(held.ground, gssCode)} for “${labelOf(indicator, held)}” in ${periodLabel(periodId)}`

const labelOf = (indicator: string, held: Held): string =>
  definitionAfter(held, indicator)?.label ?? indicator

const openedAs = ({ gssCode, periodId }: DraftProfile, { ground }: Held) =>
  ground.opened.find((opened) => opened.gssCode === gssCode && opened.periodId === periodId)

function ofProfile(profile: DraftProfile, at: string, held: Held): AmendmentFault[] {
  const { gssCode, indicator, periodId, value } = profile
  const definition = definitionAfter(held, indicator)
  const programme = programmeAfter(held.content, held.ground)
  const { calendar, startsOn, endsBefore } = periodOf(periodId)
  if (!definition) return [error(`${at}.indicator`, `There is no figure ${indicator} to plan.`)]
  if (!hasGrant(held, gssCode))
    return [
      error(`${at}.gssCode`, `${nameOf(held.ground, gssCode)} has no grant of this programme to plan for.`),
    ]
  return when(
    [definition.measure === 'text', error(`${at}.indicator`, `Words have no profile (${indicator}).`)],
    [
      isEnded(definition) || isEndedBy(profile, held.content),
      error(`${at}.indicator`, `“${definition.label}” is not asked any more in ${periodLabel(periodId)}.`),
    ],
    [
      programme &&
        (calendar !== programme.calendar ||
          endsBefore <= programme.startsOn ||
          startsOn >= programme.endsBefore),
      error(`${at}.periodId`, `${periodLabel(periodId)} is not a period of the programme.`),
    ],
    [
      definition.measure === 'proportion' && value > 1,
      error(`${at}.value`, `${named(profile, held)} is over 100%.`),
    ],
    [
      openedAs(profile, held)?.isFiled,
      error(`${at}.value`, `${named(profile, held)} stays: the return was filed against it.`),
    ],
  )
}

const isEndedBy = ({ indicator, periodId }: DraftProfile, { ended }: AmendmentContent): boolean =>
  ended.some((end) => end.indicator === indicator && comparePeriods(periodId, end.from) >= 0)

/** Returns that are open already, in which another plan stands at once: told once. */
function open(held: Held): AmendmentFault[] {
  const { profiles } = held.content
  const at = profiles.findIndex((profile) => openedAs(profile, held)?.isFiled === false)
  if (at === -1) return []
  const boroughs = new Set(
    profiles.filter((profile) => openedAs(profile, held)).map(({ gssCode }) => nameOf(held.ground, gssCode)),
  )
  return [
    warning(
      `profiles.${at}.value`,
      `The return of ${fewNames([...boroughs])} is open already: the profile stands there as soon as this is published.`,
    ),
  ]
}

/** Plans that count up over the year, and yet fall within it: told once for each figure. */
function falling(held: Held): AmendmentFault[] {
  const { content, ground } = held
  const countUp = content.profiles.filter(
    ({ indicator }) => definitionAfter(held, indicator)?.overTime === 'sum',
  )
  const drafted = new Set(countUp.map(keyOf))
  const standing = ground.profiles.filter((known) => !drafted.has(keyOf(known)))
  const years = Map.groupBy([...countUp, ...standing], yearOf)
  const fallen = countUp.filter((profile) =>
    years
      .get(yearOf(profile))!
      .some(({ periodId, value }) => comparePeriods(periodId, profile.periodId) < 0 && value > profile.value),
  )
  return [...Map.groupBy(fallen, ({ indicator }) => indicator).values()].map((of) => {
    const first = of[0]!
    const boroughs = [...new Set(of.map(({ gssCode }) => nameOf(ground, gssCode)))]
    return warning(
      `profiles.${content.profiles.indexOf(first)}.value`,
      `The profile of ${fewNames(boroughs)} for “${labelOf(first.indicator, held)}” falls within ${yearLabel(periodOf(first.periodId).year)}: it says how much there is to be by then since the year began.`,
    )
  })
}

const yearOf = ({ gssCode, indicator, periodId }: DraftProfile): string =>
  `${gssCode} ${indicator} ${periodOf(periodId).year}`

/** Whether a figure is held against a plan: what has a direction, as check 6.2 asks. */
const wantsProfile = ({ polarity, kind, collectedFrom }: DraftDefinition): boolean =>
  polarity !== 'none' && (kind === 'output' || kind === 'outcome') && collectedFrom !== 'derived'

/** New figures and new periods that nobody planned anything for: told once each. */
function missing({ content, ground }: Held): AmendmentFault[] {
  const { indicators, windows, profiles } = content
  const wanting = indicators.map(({ definition }) => definition).filter(wantsProfile)
  const isAny = profiles.length > 0 || ground.profiles.length > 0
  const isMeant = wanting.length > 0 || (ground.programme !== null && windows.length > 0)
  if (!isAny)
    return when([
      isMeant,
      warning(
        'profiles',
        'No profile is given yet: boroughs see no plan beside their figures, and nothing is rated.',
      ),
    ])
  const known = [...profiles, ...ground.profiles]
  const figures = wanting.filter(({ indicator }) => known.every((profile) => profile.indicator !== indicator))
  const periods = windows.filter(({ periodId }) => known.every((profile) => profile.periodId !== periodId))
  return when(
    [
      figures.length > 0,
      warning(
        'profiles',
        `No profile is given for ${fewNames(figures.map(({ label }) => `“${label}”`))}: nothing is rated there.`,
      ),
    ],
    [
      periods.length > 0,
      warning(
        'profiles',
        `No profile is given for ${fewNames(periods.map(({ periodId }) => periodLabel(periodId)))}: nothing is rated then.`,
      ),
    ],
  )
}
