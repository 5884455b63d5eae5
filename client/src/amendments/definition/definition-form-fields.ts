/** The fields of a definition's form, in groups, as data. */
import { isPair } from '@inclusion/shared/framework/indicators'
import * as words from '../../framework/definition-words.ts'
import { countsOnce, measureOf, type DraftedDefinition, type TypedField } from './drafted-definition.ts'

export type Choices = Readonly<Record<string, string>>

export type FormField = {
  field: TypedField
  label: string
  hint?: string
  /** A line or several, a short number, or one of a few. */
  input: 'line' | 'lines' | 'number' | Choices | ((draft: DraftedDefinition) => Choices)
  /** Only asked where it means something. */
  when?: (draft: DraftedDefinition) => boolean
}

export type FormGroup = {
  id: string
  title: string
  /** Said under the title. */
  about?: string
  /** Follows from the measure and is seldom changed: folded away at first. */
  folded?: true
  fields: readonly FormField[]
}

const isText = (draft: DraftedDefinition) => measureOf(draft) === 'text'
const isNumber = (draft: DraftedDefinition) => !isText(draft)
const ofPair = (draft: DraftedDefinition) => isPair(measureOf(draft))
const only = (of: Choices, values: readonly string[]): Choices =>
  Object.fromEntries(values.map((value) => [value, of[value] ?? value]))

/** How figures of a measure may add up: a pair is never added up but as its two halves. */
const timesOf = (draft: DraftedDefinition): Choices =>
  only(
    words.overTime,
    ofPair(draft)
      ? ['ratio', 'rate', 'last', 'first', 'distinct', 'none']
      : ['sum', 'last', 'first', 'distinct', 'none'],
  )
const placesOf = (draft: DraftedDefinition): Choices =>
  only(words.overPlace, [ofPair(draft) ? 'ratio' : 'sum', 'none'])
const peopleOf = (draft: DraftedDefinition): Choices =>
  only(words.people, ['none', ofPair(draft) ? 'denominator' : 'value', 'beside'])

const yesNo = { no: 'No', yes: 'Yes' }

/** What the numbers are called: those that there are by the measure. */
const partFields: readonly FormField[] = [
  {
    field: 'parts.value',
    label: 'What the number is called',
    hint: 'Beside its field, for example “Sessions”.',
    input: 'line',
    when: (draft) => isNumber(draft) && !ofPair(draft),
  },
  {
    field: 'parts.numerator',
    label: 'What the first half is called',
    hint: 'For example “Places attended”.',
    input: 'line',
    when: ofPair,
  },
  {
    field: 'parts.denominator',
    label: 'What it is out of',
    hint: 'For example “Places booked”.',
    input: 'line',
    when: ofPair,
  },
]

/** `sections`: those that other figures stand in. */
export const asked = (sections: readonly string[]): FormGroup => ({
  id: 'asked',
  title: 'What is asked',
  fields: [
    {
      field: 'measure',
      label: 'How is it measured?',
      hint: 'Rates and percentages are never typed: their two halves are.',
      input: words.measures,
    },
    {
      field: 'label',
      label: 'Name of the figure',
      hint: 'As it stands in the return, for example “Sessions delivered”.',
      input: 'line',
    },
    ...partFields,
    {
      field: 'hint',
      label: 'Hint (optional)',
      hint: 'One sentence under the name: what people most often get wrong.',
      input: 'lines',
    },
    {
      field: 'section',
      label: 'Section of the return',
      hint:
        sections.length === 0
          ? 'Figures of one section are on one page.'
          : `Figures of one section are on one page. So far: ${sections.join('; ')}.`,
      input: 'line',
    },
  ],
})

/** Settings are asked only where they report. */
export const given = (settingsReport: boolean): FormGroup => ({
  id: 'given',
  title: 'Who gives it, and when',
  fields: [
    {
      field: 'askedFrom',
      label: 'In which tiers is it asked?',
      hint: 'The tier follows the size of the grant: the smallest grants are asked least.',
      input: words.tiers,
    },
    {
      field: 'collectedFrom',
      label: 'Who gives the figure?',
      input: settingsReport ? words.sources : only(words.sources, ['authority', 'derived']),
    },
    {
      field: 'alsoFromAuthority',
      label: 'May the borough also give it, for those in no setting?',
      input: yesNo,
      when: ({ typed }) => typed.collectedFrom === 'setting',
    },
  ],
})

export const read: FormGroup = {
  id: 'read',
  title: 'How it is read',
  about: 'This too follows from how it is measured, as far as it can.',
  folded: true,
  fields: [
    {
      field: 'kind',
      label: 'What kind of figure is it?',
      input: only(words.kinds, ['output', 'outcome', 'context']),
      when: (draft) => isNumber(draft) && measureOf(draft) !== 'money',
    },
    { field: 'polarity', label: 'Which way is better?', input: words.polarities, when: isNumber },
    { field: 'baseline', label: 'Has it a baseline?', input: words.baselines, when: isNumber },
  ],
}

export const added: FormGroup = {
  id: 'added',
  title: 'How it is added up',
  about: 'This follows from how it is measured. Change it only where that is wrong.',
  folded: true,
  fields: [
    { field: 'overTime', label: 'Over the quarters', input: timesOf, when: isNumber },
    {
      field: 'distinctWindow',
      label: 'Each is counted once',
      input: { '': 'Not counted once', ...words.distinctWindows },
      when: countsOnce,
    },
    { field: 'overPlace', label: 'Over the boroughs', input: placesOf, when: isNumber },
    { field: 'people', label: 'Where are the people behind it counted?', input: peopleOf, when: isNumber },
    {
      field: 'parts.people',
      label: 'What the people are called',
      hint: 'Beside their field, for example “Staff who answered”.',
      input: 'line',
      when: ({ typed }) => typed.people === 'beside',
    },
    {
      field: 'minimumPeople',
      label: 'Fewest people to read something into it',
      hint: 'With fewer, a rate is not shown. Usually 6.',
      input: 'number',
      when: ({ typed }) => typed.people !== 'none',
    },
    { field: 'bounds.minimum', label: 'Smallest figure that can be right', input: 'number', when: isNumber },
    {
      field: 'bounds.maximum',
      label: 'Largest figure that can be right (optional)',
      input: 'number',
      when: isNumber,
    },
    { field: 'bounds.decimals', label: 'Decimal places', input: 'number', when: isNumber },
  ],
}

export const sheet: FormGroup = {
  id: 'sheet',
  title: 'Reference sheet',
  about: 'One click away from the figure wherever it stands, so that everybody counts the same.',
  fields: [
    {
      field: 'referenceSheet.counts',
      label: 'What counts',
      hint: 'What is in, what is out, and counted when.',
      input: 'lines',
    },
    { field: 'referenceSheet.purpose', label: 'Why it is asked', input: 'lines' },
    {
      field: 'referenceSheet.source',
      label: 'Source',
      hint: 'Where a borough finds it, for example “The sign-in sheets of each session”.',
      input: 'lines',
    },
    {
      field: 'referenceSheet.limits',
      label: 'Limits (optional)',
      hint: 'What it does not show.',
      input: 'lines',
    },
  ],
}

/** The fields of a group that mean something as the draft stands. */
export const fieldsOf = (group: FormGroup, draft: DraftedDefinition): FormField[] =>
  group.fields.filter(({ when }) => when?.(draft) ?? true)

/** What there is to choose from; null for a field that is typed. */
export function choicesOf(input: FormField['input'], draft: DraftedDefinition): Choices | null {
  if (typeof input === 'function') return input(draft)
  return typeof input === 'string' ? null : input
}

/** What a field says, as it is read on screen. */
export function saidOf({ field, input }: FormField, draft: DraftedDefinition): string {
  const value = draft.typed[field].trim()
  const choices = choicesOf(input, draft)
  if (choices) return choices[value] ?? value
  return value === '' ? 'Nothing' : value
}
