/** What differs between two editions of a figure, in the words of its form. Pure. */
import type { Difference } from '@inclusion/shared/framework/difference'
import type { EvidenceField } from '@inclusion/shared/framework/indicators'
import * as words from '../../framework/definition-words.ts'

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** How nothing is written in a difference. */
const nothing = 'none'

type Shown = Pick<Difference, 'field' | 'was' | 'is'>

const isOfParts = ({ field }: Shown): boolean => field.startsWith('parts.')

/** Without names that come and go because the figure is measured otherwise, or its people are counted elsewhere. */
export function toldDifferences<Kind extends Shown>(differences: readonly Kind[]): Kind[] {
  const follows = differences.some(({ field }) => field === 'measure' || field === 'people')
  return differences.filter(
    (difference) =>
      !(follows && isOfParts(difference) && (difference.was === nothing || difference.is === nothing)),
  )
}

/** "The name: “Sessions”, was “Meetings”." */
export function changeWords({ field, label, was, is }: Omit<Difference, 'demands'>): string {
  const name = capital(label)
  if (was === 'there' && is === 'not there') return `${name} goes.`
  if (was === 'not there' && is === 'there') return `${name} is new.`
  const said = (value: string) => valueWords(field, value)
  if (was === nothing && said(was) === nothing) return `${name} is new: “${said(is)}”.`
  if (is === nothing && said(is) === nothing) return `${name} goes; it was “${said(was)}”.`
  return `${name}: “${said(is)}”, was “${said(was)}”.`
}

const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: words.kinds,
  measure: words.measures,
  polarity: words.polarities,
  overTime: words.overTime,
  overPlace: words.overPlace,
  distinctWindow: { ...words.distinctWindows, [nothing]: 'Not counted once' },
  collectedFrom: words.sources,
  alsoFromAuthority: { true: 'Yes', false: 'No' },
  people: words.people,
  askedFrom: words.tiers,
  baseline: words.baselines,
  choice: words.choices,
}

/** A value as the form says it; what is typed stays as it is. */
function valueWords(field: string, value: string): string {
  if (field === 'askedInOrdinals') return ordinalsWords(value)
  if (field === 'evidenceAsked') return evidenceWords(value)
  if (field === 'derivation') return derivationWords(value)
  // Of a breakdown the last step of the path says what it is.
  const of = field.startsWith('disaggregations.') ? field.slice(field.lastIndexOf('.') + 1) : field
  return chosen[of]?.[value] ?? value
}

function ordinalsWords(value: string): string {
  if (value === nothing) return 'Every return'
  return new Intl.ListFormat('en-GB').format((JSON.parse(value) as number[]).map((at) => `Return ${at}`))
}

function evidenceWords(value: string): string {
  const fields = JSON.parse(value) as EvidenceField[]
  return fields.length === 0 ? 'Nothing' : fields.map((field) => words.evidence[field]).join('; ')
}

function derivationWords(value: string): string {
  if (value === nothing) return 'It is given each time'
  const derivation = JSON.parse(value) as { kind: string; from?: string; of?: string }
  if (derivation.kind === 'carried') return `${derivation.from} of the last period, carried over`
  return derivation.kind === 'attendance'
    ? 'Worked out from the attendance that settings report'
    : `The settings above their baseline in ${derivation.of}`
}
