import { useState } from 'react'
import type { DraftDefinition } from '@inclusion/shared/framework/amendment'
import type { Disaggregation, EvidenceField, Measure } from '@inclusion/shared/framework/indicators'
import type { Calendar } from '@inclusion/shared/periods'
import { Checkboxes } from '../../ui/checkboxes.tsx'
import { Details } from '../../ui/details.tsx'
import { evidence as evidenceNames } from '../../framework/definition-words.ts'
import { Beside } from './beside.tsx'
import { BreakdownFields } from './breakdown-fields.tsx'
import {
  added,
  asked,
  fieldsOf,
  given,
  read,
  saidOf,
  sheet,
  type FormField,
  type FormGroup,
} from './definition-form-fields.ts'
import { DerivationFields } from './derivation-fields.tsx'
import {
  definitionField,
  measuredAs,
  measureOf,
  type DraftedDefinition,
  type TypedField,
} from './drafted-definition.ts'
import { evidenceWords, ordinalChoices, ordinalWords } from './list-words.ts'
import { TypedInput } from './typed-input.tsx'

type DerivationFigures = readonly Pick<DraftDefinition, 'indicator' | 'label' | 'section'>[]

export type DefinitionFieldsProps = {
  draft: DraftedDefinition
  /** The definition in force, as a form would hold it; null for a figure that is new. */
  before: { edition: string; draft: DraftedDefinition } | null
  calendar: Calendar
  settingsReport: boolean
  vocabularies: readonly Disaggregation[]
  /** The figures of the programme, of which one may be carried over. */
  figures: DerivationFigures
  errorOf: (field: string) => string | undefined
  onChange: (draft: DraftedDefinition) => void
}

/** All of a definition, in the order in which somebody thinks of it. */
export function DefinitionFields(props: DefinitionFieldsProps) {
  const sections = [...new Set(props.figures.map(({ section }) => section))].filter(Boolean)
  return (
    <>
      <Group {...props} group={asked(sections)} />
      <Group {...props} group={given(props.settingsReport)}>
        <DerivationFields {...props} />
        <Ordinals {...props} />
      </Group>
      <BreakdownFields {...props} />
      <Group {...props} group={sheet} />
      <Group {...props} group={read}>
        <Evidence {...props} />
      </Group>
      <Group {...props} group={added} />
    </>
  )
}

const differs = (field: TypedField, { typed: was }: DraftedDefinition, { typed: is }: DraftedDefinition) =>
  was[field].trim() !== is[field].trim()

type GroupProps = DefinitionFieldsProps & { group: FormGroup; children?: React.ReactNode }

function Group({ group, draft, before, errorOf, onChange, children }: GroupProps) {
  const change = (field: string, value: string) =>
    onChange(
      field === 'measure'
        ? measuredAs(draft, value as Measure)
        : { ...draft, typed: { ...draft.typed, [field]: value } },
    )
  const fields = fieldsOf(group, draft)
  // As it was when the page was opened: a field must not move while somebody types in it.
  const [wasOpen] = useState(
    () => before !== null && group.fields.some(({ field }) => differs(field, before.draft, draft)),
  )
  const inputs = fields.map((of) => (
    <FieldBeside
      key={of.field}
      {...{ of, draft, before, errorOf }}
      onChange={(value) => change(of.field, value)}
    />
  ))
  if (fields.length === 0) return null
  const hasFault = fields.some(({ field }) => errorOf(field) !== undefined)
  return (
    <section aria-labelledby={`group-${group.id}`}>
      <h2 className="govuk-heading-m" id={`group-${group.id}`}>
        {group.title}
      </h2>
      {group.about && <p className="govuk-body">{group.about}</p>}
      {/* What is wrong inside is never hidden. */}
      {group.folded && !wasOpen && !hasFault ? (
        <Details summary={`Change ${group.title.toLowerCase()}`}>
          {inputs}
          {children}
        </Details>
      ) : (
        <>
          {inputs}
          {children}
        </>
      )}
    </section>
  )
}

type FieldBesideProps = Pick<DefinitionFieldsProps, 'draft' | 'before' | 'errorOf'> & {
  of: FormField
  onChange: (value: string) => void
}

/** One field, beside what the edition in force says of it. */
function FieldBeside({ of, draft, before, errorOf, onChange }: FieldBesideProps) {
  const old = before && {
    edition: before.edition,
    words: saidOf(of, before.draft),
    isChanged: differs(of.field, before.draft, draft),
  }
  return (
    <Beside before={old}>
      <TypedInput of={of} draft={draft} error={errorOf(of.field)} onChange={onChange} />
    </Beside>
  )
}

function Ordinals({ draft, before, calendar, onChange }: DefinitionFieldsProps) {
  return (
    <Beside
      before={
        before && {
          edition: before.edition,
          words: ordinalWords(before.draft.ordinals, calendar),
          isChanged: before.draft.ordinals.toSorted().join() !== draft.ordinals.toSorted().join(),
        }
      }
    >
      <Checkboxes
        id={definitionField('askedInOrdinals')}
        label="When is it asked?"
        hint="Leave all empty for every return."
        look="small"
        values={draft.ordinals}
        choices={ordinalChoices(calendar)}
        onChange={(ordinals) => onChange({ ...draft, ordinals })}
      />
    </Beside>
  )
}

/** Offered where a text claims a cause; no definition asks for it. */
const isAskable = (field: string): boolean => field !== 'claimStrength'

function Evidence({ draft, before, onChange }: DefinitionFieldsProps) {
  if (measureOf(draft) === 'text') return null
  const choices = Object.entries(evidenceNames)
    .filter(([field]) => isAskable(field))
    .map(([field, label]) => ({ value: field as EvidenceField, label }))
  return (
    <Beside
      before={
        before && {
          edition: before.edition,
          words: evidenceWords(before.draft.evidence),
          isChanged: before.draft.evidence.toSorted().join() !== draft.evidence.toSorted().join(),
        }
      }
    >
      <Checkboxes
        id={definitionField('evidenceAsked')}
        label="Which evidence is asked beside it? (optional)"
        look="small"
        values={draft.evidence}
        choices={choices}
        onChange={(evidence) => onChange({ ...draft, evidence })}
      />
    </Beside>
  )
}
