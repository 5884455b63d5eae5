/**
 * How far two definitions of one indicator are apart, field by field, and which class of change each difference
 * demands at least. Major breaks the series: figures before and after are not of the same thing. Minor keeps it, but
 * something else is asked or judged. Patch says the same in other words.
 */
import type { DraftDefinition } from './amendment.ts'
import { breakdownDifferences } from './breakdown-differences.ts'
import type { Difference } from './difference.ts'
import { changeClasses, type ChangeClass } from './indicators.ts'

type Rule = { field: string; label: string; read: (definition: DraftDefinition) => unknown; demands: Demand }
type Demand = ChangeClass | ((was: unknown, is: unknown) => ChangeClass)

/** Words that differ in case, spaces and punctuation only are the same words. */
const spelled = (text: unknown): string =>
  (typeof text === 'string' ? text : '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Wording that says what is counted: of the class given, but a patch where only its spelling differs. */
export const wording =
  (demands: ChangeClass): Demand =>
  (was, is) =>
    spelled(was) === spelled(is) ? 'patch' : demands

/** Before and after inside one measure are another measure. */
const ofBaseline: Demand = (was, is) => (was === 'inside' || is === 'inside' ? 'major' : 'minor')

const rules: readonly Rule[] = [
  { field: 'section', label: 'the section', read: ({ section }) => section, demands: 'patch' },
  { field: 'label', label: 'the name', read: ({ label }) => label, demands: 'patch' },
  { field: 'hint', label: 'the hint', read: ({ hint }) => hint, demands: 'patch' },
  {
    field: 'referenceSheet.purpose',
    label: 'the purpose in the reference sheet',
    demands: 'patch',
    read: ({ referenceSheet }) => referenceSheet.purpose,
  },
  {
    field: 'referenceSheet.source',
    label: 'the source in the reference sheet',
    demands: 'patch',
    read: ({ referenceSheet }) => referenceSheet.source,
  },
  {
    field: 'referenceSheet.limits',
    label: 'the limits in the reference sheet',
    demands: 'patch',
    read: ({ referenceSheet }) => referenceSheet.limits,
  },
  {
    field: 'referenceSheet.counts',
    label: 'what the reference sheet says is counted',
    read: ({ referenceSheet }) => referenceSheet.counts,
    demands: wording('minor'),
  },
  {
    field: 'parts.value',
    label: 'what the number is called',
    read: ({ parts }) => parts.value,
    demands: wording('minor'),
  },
  {
    field: 'parts.people',
    label: 'what the people behind it are called',
    read: ({ parts }) => parts.people,
    demands: wording('minor'),
  },
  {
    field: 'parts.numerator',
    label: 'what the first half is called',
    read: ({ parts }) => parts.numerator,
    demands: wording('major'),
  },
  {
    field: 'parts.denominator',
    label: 'what it is out of',
    read: ({ parts }) => parts.denominator,
    demands: wording('major'),
  },
  { field: 'kind', label: 'what kind of figure it is', read: ({ kind }) => kind, demands: 'minor' },
  { field: 'measure', label: 'how it is measured', read: ({ measure }) => measure, demands: 'major' },
  { field: 'polarity', label: 'which way is better', read: ({ polarity }) => polarity, demands: 'major' },
  {
    field: 'overTime',
    label: 'how it is added up over the quarters',
    read: (of) => of.overTime,
    demands: 'major',
  },
  {
    field: 'overPlace',
    label: 'how it is added up over the boroughs',
    read: (of) => of.overPlace,
    demands: 'major',
  },
  {
    field: 'distinctWindow',
    label: 'since when people are counted once',
    demands: 'major',
    read: ({ distinctWindow }) => distinctWindow,
  },
  { field: 'collectedFrom', label: 'who gives it', read: (of) => of.collectedFrom, demands: 'major' },
  {
    field: 'alsoFromAuthority',
    label: 'whether the borough may also give it',
    demands: 'major',
    read: ({ alsoFromAuthority }) => alsoFromAuthority,
  },
  { field: 'derivation', label: 'how it is worked out', read: (of) => of.derivation, demands: 'major' },
  {
    field: 'people',
    label: 'where the people behind it are counted',
    read: (of) => of.people,
    demands: 'minor',
  },
  {
    field: 'minimumPeople',
    label: 'the fewest people to read something into it',
    demands: 'minor',
    read: ({ minimumPeople }) => minimumPeople,
  },
  {
    field: 'bounds.minimum',
    label: 'the smallest figure that can be right',
    read: (of) => of.bounds.minimum,
    demands: 'minor',
  },
  {
    field: 'bounds.maximum',
    label: 'the largest figure that can be right',
    read: (of) => of.bounds.maximum,
    demands: 'minor',
  },
  {
    field: 'bounds.decimals',
    label: 'the decimal places',
    read: (of) => of.bounds.decimals,
    demands: 'minor',
  },
  { field: 'askedFrom', label: 'in which tiers it is asked', read: (of) => of.askedFrom, demands: 'minor' },
  {
    field: 'askedInOrdinals',
    label: 'when in the year it is asked',
    demands: 'minor',
    read: ({ askedInOrdinals }) => askedInOrdinals?.toSorted() ?? null,
  },
  {
    field: 'evidenceAsked',
    label: 'the evidence asked beside it',
    demands: 'minor',
    read: ({ evidenceAsked }) => evidenceAsked.toSorted(),
  },
  {
    field: 'baseline',
    label: 'the baseline it needs',
    read: ({ baseline }) => baseline,
    demands: ofBaseline,
  },
]

/** Every difference between two definitions of one indicator, in the order of the form. */
export function differencesBetween(was: DraftDefinition, is: DraftDefinition): Difference[] {
  return [...rules.flatMap((rule) => differenceIn(rule, was, is)), ...breakdownDifferences(was, is)]
}

function differenceIn(
  { field, label, read, demands }: Rule,
  before: DraftDefinition,
  after: DraftDefinition,
): Difference[] {
  const [was, is] = [read(before) ?? null, read(after) ?? null]
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  const least = typeof demands === 'function' ? demands(was, is) : demands
  return [{ field, label, demands: least, was: show(was), is: show(is) }]
}

const show = (given: unknown): string => {
  if (given === null || given === '') return 'none'
  return typeof given === 'string' ? given : JSON.stringify(given)
}

/** The class that differences demand together: that of the weightiest; null where there are none. */
export function classDemanded(differences: readonly Pick<Difference, 'demands'>[]): ChangeClass | null {
  const most = Math.max(-1, ...differences.map(({ demands }) => changeClasses.indexOf(demands)))
  return changeClasses[most] ?? null
}

/** Whether a class is lower than another. */
export const isLower = (given: ChangeClass, demanded: ChangeClass): boolean =>
  changeClasses.indexOf(given) < changeClasses.indexOf(demanded)

/** The differences that a class is too low for. */
export const beyond = (given: ChangeClass, differences: readonly Difference[]): Difference[] =>
  differences.filter(({ demands }) => isLower(given, demands))
