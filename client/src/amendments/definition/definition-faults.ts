/** What has to be mended of a definition before it can be saved, each in words that say how. Pure. */
import { breakdownFault } from './drafted-breakdown.ts'
import { measureOf, partsAsked, type DraftedDefinition, type TypedField } from './drafted-definition.ts'

export type Fault = { field: string; message: string }

const wanted: Partial<Record<TypedField, string>> = {
  label: 'Write what is asked, as it stands beside the figure, for example “Sessions delivered”',
  'parts.value': 'Say what the number is called beside its field, for example “Sessions”',
  'parts.numerator': 'Say what the first half is called, for example “Places attended”',
  'parts.denominator': 'Say what it is out of, for example “Places booked”',
  'parts.people': 'Say what the people are called beside their field, for example “Staff who answered”',
  section: 'Name the section of the return that it stands in, for example “Training delivered”',
  'referenceSheet.counts': 'Say what counts, in a sentence: two people must come to the same figure',
}

/** What has to be mended before it can be saved, in the order of the form. */
export function definitionFaults(draft: DraftedDefinition): Fault[] {
  const asked = new Set<string>([
    'label',
    ...partsAsked(draft).map((part) => `parts.${part}`),
    'section',
    'referenceSheet.counts',
  ])
  const missing = Object.entries(wanted)
    .filter(([field]) => asked.has(field) && draft.typed[field as TypedField].trim() === '')
    .map(([field, message]) => ({ field, message }))
  const breakdowns = draft.breakdowns.flatMap((each, index) => {
    const fault = breakdownFault(each)
    return fault === null ? [] : [{ field: `disaggregations.${index}.${fault.part}`, message: fault.message }]
  })
  const derived =
    draft.typed.collectedFrom === 'derived' && draft.derivation === null
      ? [{ field: 'derivation', message: 'Choose which figure of the last period it carries over' }]
      : []
  return [...missing, ...derived, ...numberFaults(draft), ...breakdowns]
}

const isWhole = (text: string): boolean => /^\d+$/.test(text.trim())
const isNumber = (text: string): boolean =>
  text.trim() === '' || Number.isFinite(Number(text.trim().replaceAll(',', '')))

function numberFaults(draft: DraftedDefinition): Fault[] {
  const { typed } = draft
  const faults: Fault[] = []
  const say = (field: TypedField, message: string) => faults.push({ field, message })
  if (typed.people !== 'none' && !isWhole(typed.minimumPeople))
    say('minimumPeople', 'Give the fewest people as a whole number, for example 6')
  if (typed.overTime === 'distinct' && typed.distinctWindow === '')
    say('distinctWindow', 'Choose since when each is counted once')
  if (measureOf(draft) === 'text') return faults
  if (!isNumber(typed['bounds.minimum']))
    say('bounds.minimum', 'Give the smallest figure as a number, or leave it empty')
  if (!isNumber(typed['bounds.maximum']))
    say('bounds.maximum', 'Give the largest figure as a number, or leave it empty')
  if (!isWhole(typed['bounds.decimals']))
    say('bounds.decimals', 'Give the decimal places as a whole number: 0 for counts')
  return faults
}
