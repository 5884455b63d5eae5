/** Profiles and baselines of one figure as typed, and what is saved of them. Pure. */
import type { AmendmentContent, DraftBaseline, DraftProfile } from '@inclusion/shared/framework/amendment'
import { isPair, type Measure } from '@inclusion/shared/framework/indicators'
import { entryText, readEntry } from '@inclusion/shared/figures'
import { periodLabel } from '@inclusion/shared/periods'
import { addDays } from '@inclusion/shared/time'
import type { ContentChange } from './content-changes.ts'
import { baselineField, placeKey, profileField } from './fault-places.ts'
import { numberKey, type Numbers } from './number-sheet.ts'
import type { PlanOf } from './plan-of.ts'
import { dayText, readDay } from './typed-day-text.ts'

export type DraftedPlan = {
  /** By `borough period`: a percentage of a pair, pounds of money. */
  profiles: Numbers
  /** By `place part`. */
  baselines: Numbers
  /** Of all baselines that are given here. */
  startsOn: string
  endsOn: string
  source: string
}

export type BaselinePart = 'value' | 'numerator' | 'denominator'

export const baselineParts = (measure: Measure): BaselinePart[] =>
  isPair(measure) ? ['numerator', 'denominator'] : ['value']

/** A pair is planned as a percentage, a mean as itself. */
export const isPercent = (measure: Measure): boolean => isPair(measure) && measure !== 'mean'

const rounded = (number: number): number => Number(number.toFixed(8))

export const profileText = (value: number, measure: Measure): string =>
  isPercent(measure) ? entryText(rounded(value * 100), 'number') : entryText(value, measure)

/** Null where it is empty, undefined where it is no number. */
export function readProfile(text: string | undefined, measure: Measure): number | null | undefined {
  const entry = readEntry(
    isPercent(measure) ? (text ?? '').replace(/%\s*$/, '') : (text ?? ''),
    isPair(measure) ? 'number' : measure,
  )
  if (entry.kind === 'blank') return null
  if (entry.kind !== 'number' || entry.number < 0) return undefined
  return isPercent(measure) ? rounded(entry.number / 100) : entry.number
}

function readPart(text: string | undefined, measure: Measure): number | null | undefined {
  const entry = readEntry(text ?? '', isPair(measure) ? 'number' : measure)
  if (entry.kind === 'blank') return null
  return entry.kind === 'number' && entry.number >= 0 ? entry.number : undefined
}

/** As it is on record, and over it as it is drafted. */
export function draftPlan({ profiles, baselines }: AmendmentContent, plan: PlanOf): DraftedPlan {
  const { indicator, measure } = plan.definition
  const own = baselines.filter((baseline) => baseline.indicator === indicator)
  const [first] = own
  return {
    profiles: Object.fromEntries(
      [...plan.onRecord.profiles, ...profiles]
        .filter((profile) => profile.indicator === indicator)
        .map(({ gssCode, periodId, value }) => [numberKey(gssCode, periodId), profileText(value, measure)]),
    ),
    baselines: Object.fromEntries(
      [...plan.onRecord.baselines, ...own].flatMap((baseline) =>
        baselineParts(measure).map((part) => [
          numberKey(placeKey(baseline), part),
          entryText(baseline[part], measure),
        ]),
      ),
    ),
    startsOn: first ? dayText(first.windowStartsOn) : '',
    endsOn: first ? dayText(addDays(first.windowEndsBefore, -1)) : '',
    source: first?.source ?? '',
  }
}

/** What differs from what is on record; an empty field leaves that as it is. */
export function readProfiles({ profiles }: DraftedPlan, plan: PlanOf): DraftProfile[] {
  const { indicator, measure } = plan.definition
  const known = new Map(
    plan.onRecord.profiles.map(({ gssCode, periodId, value }) => [numberKey(gssCode, periodId), value]),
  )
  return plan.boroughs.flatMap(({ gssCode }) =>
    plan.periods.flatMap((periodId) => {
      const key = numberKey(gssCode, periodId)
      const value = readProfile(profiles[key], measure)
      return value == null || value === known.get(key) ? [] : [{ gssCode, indicator, periodId, value }]
    }),
  )
}

/** The baselines that are typed and are not on record as they are. */
function readBaselines({ baselines, ...of }: DraftedPlan, plan: PlanOf): DraftBaseline[] {
  const { indicator, measure } = plan.definition
  return plan.places.flatMap(({ key, gssCode, urn }) => {
    const read = Object.fromEntries(
      baselineParts(measure).map((part) => [
        part,
        readPart(baselines[numberKey(key, part)], measure) ?? null,
      ]),
    )
    const numbers = { value: null, numerator: null, denominator: null, ...read }
    const known = plan.onRecord.baselines.find((each) => placeKey(each) === key)
    const isSame = known && baselineParts(measure).every((part) => known[part] === numbers[part])
    const [from, until] = [readDay(of.startsOn), readDay(of.endsOn)]
    if (isSame || from === null || until === null) return []
    if (Object.values(numbers).every((number) => number === null)) return []
    return [
      {
        gssCode,
        indicator,
        urn,
        ...numbers,
        windowStartsOn: from,
        windowEndsBefore: addDays(until, 1),
        source: of.source.trim(),
      },
    ]
  })
}

/** Puts the plan of one figure in the place of what the draft had of it. */
export const putPlan =
  (draft: DraftedPlan, plan: PlanOf): ContentChange =>
  (content) => {
    const isOther = ({ indicator }: { indicator: string }) => indicator !== plan.definition.indicator
    return {
      ...content,
      profiles: [...content.profiles.filter(isOther), ...readProfiles(draft, plan)],
      baselines: [...content.baselines.filter(isOther), ...readBaselines(draft, plan)],
    }
  }

type Fault = { field: string; message: string }

/** What has to be mended before it can be saved. */
export const planFaults = (draft: DraftedPlan, plan: PlanOf): Fault[] => [
  ...profileFaults(draft, plan),
  ...baselineFaults(draft, plan),
]

function profileFaults({ profiles }: DraftedPlan, { definition, boroughs, periods }: PlanOf): Fault[] {
  const { measure } = definition
  const example = isPercent(measure) ? 'a percentage, for example 80' : 'a number, for example 40'
  return boroughs.flatMap(({ gssCode, name }) =>
    periods.flatMap((periodId) => {
      const value = readProfile(profiles[numberKey(gssCode, periodId)], measure)
      const field = profileField(gssCode, periodId)
      if (value === undefined)
        return [{ field, message: `Give the profile of ${name} for ${periodLabel(periodId)} as ${example}` }]
      return measure === 'proportion' && (value ?? 0) > 1
        ? [{ field, message: `Give a percentage up to 100 for ${name} in ${periodLabel(periodId)}` }]
        : []
    }),
  )
}

function baselineFaults(draft: DraftedPlan, plan: PlanOf): Fault[] {
  const { measure } = plan.definition
  const parts = baselineParts(measure)
  const isTyped = (key: string) => parts.some((part) => (draft.baselines[numberKey(key, part)] ?? '').trim())
  const numbers = plan.places
    .filter(({ key }) => isTyped(key))
    .flatMap(({ key, name }) =>
      parts.flatMap((part) =>
        readPart(draft.baselines[numberKey(key, part)], measure) == null
          ? [
              {
                field: baselineField(key, part),
                message: `Give the baseline of ${name} as ${partWords(parts)}`,
              },
            ]
          : [],
      ),
    )
  const isNew = readBaselines({ ...draft, startsOn: '1 1 2000', endsOn: '1 1 2000' }, plan).length > 0
  return [...numbers, ...(isNew ? windowFaults(draft) : [])]
}

const partWords = (parts: readonly BaselinePart[]): string =>
  parts.length === 1 ? 'a number, for example 40' : 'two numbers, for example 30 and 120'

/** What every baseline needs beside its numbers. */
function windowFaults({ startsOn, endsOn, source }: DraftedPlan): Fault[] {
  const [from, until] = [readDay(startsOn), readDay(endsOn)]
  return [
    ...(from === null
      ? [{ field: 'startsOn', message: 'Give the first day of the baselines as a day, a month and a year' }]
      : []),
    ...(until === null
      ? [{ field: 'endsOn', message: 'Give the last day of the baselines as a day, a month and a year' }]
      : []),
    ...(from !== null && until !== null && until < from
      ? [{ field: 'endsOn', message: 'Give a last day that comes after the first day' }]
      : []),
    ...(source.trim() === '' ? [{ field: 'source', message: 'Say where the baselines come from' }] : []),
  ]
}
