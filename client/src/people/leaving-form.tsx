import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LeavingView } from '@inclusion/server/departures/leaving'
import { heldRules, type HeldKind } from '@inclusion/shared/departures'
import { addDays, shortDate } from '@inclusion/shared/time'
import { call } from '../api.ts'
import { faultOf, type Outcome, type Told } from '../outcome.tsx'
import { refusalOf } from '../refusal-of.ts'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { Radios } from '../ui/radios.tsx'
import { Select } from '../ui/select.tsx'
import { dateOf, isDate, type TypedDate } from '../ui/typed-date.ts'
import { WarningText } from '../ui/warning-text.tsx'

/** The id of the field that a part of a departure is typed in. */
export const leavingField = (field: string) => `leaving-${field.replace('heirs.', '')}`

type Draft = TypedDate & { when: 'now' | 'later'; heirs: Partial<Record<HeldKind, string>>; knowing: boolean }
const blank: Draft = { when: 'now', day: '', month: '', year: '', heirs: {}, knowing: false }

type LeavingFormProps = Told & { view: LeavingView; outcome: Outcome }

/** The day, who takes over each kind of thing held, and that what would be lost is known. */
export function LeavingForm({ view, outcome, ...told }: LeavingFormProps) {
  const { draft, change, submit, busy } = useLeaving(view, told)
  const { person, held, warnings } = view
  const errorOf = (field: string) => faultOf(outcome, leavingField(field)) ?? refusalOf(outcome.error, field)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <HeldThings held={held} heirs={draft.heirs} errorOf={errorOf} onChange={(heirs) => change({ heirs })} />
      <When draft={draft} today={view.today} error={errorOf('endsBefore')} onChange={change} />
      {warnings.map(({ text }) => (
        <WarningText key={text}>{text}</WarningText>
      ))}
      {warnings.length > 0 && (
        <Checkboxes
          id={leavingField('knowing')}
          label="What would be left without anybody"
          error={errorOf('knowing')}
          values={draft.knowing ? ['yes'] : []}
          choices={[{ value: 'yes', label: `I know this, and ${person.name} leaves all the same` }]}
          onChange={(values) => change({ knowing: values.length > 0 })}
        />
      )}
      <Button look="warning" busy={busy}>
        Record that {person.name} leaves
      </Button>
    </form>
  )
}

function useLeaving({ person, warnings, today }: LeavingView, { onDone, onRefused, onFaults }: Told) {
  const cache = useQueryClient()
  const [draft, setDraft] = useState(blank)
  const lastDay = dateOf(draft)
  const endsBefore = draft.when === 'now' ? today : isDate(lastDay) ? addDays(lastDay, 1) : null
  const record = useMutation({
    mutationFn: (json: { endsBefore: string; heirs: Draft['heirs']; knowing: boolean }) =>
      call(staffApi.departures.api.people[':personId'].leave.$post({ param: { personId: person.id }, json })),
    onSuccess: ({ isDone }) => {
      setDraft(blank)
      onDone(
        isDone
          ? `${person.name} has left: their roles ended, they are signed out, and what they held has passed on.`
          : `It is recorded. ${person.name} leaves at the end of ${shortDate(lastDay)}.`,
      )
      return cache.invalidateQueries()
    },
    onError: onRefused,
  })
  const submit = () => {
    const faults = [
      ...(endsBefore === null
        ? [{ field: leavingField('endsBefore'), message: 'Enter the last day, for example 31 3 2026' }]
        : []),
      ...(warnings.length > 0 && !draft.knowing
        ? [
            {
              field: leavingField('knowing'),
              message: 'Confirm that you know what would be left without anybody',
            },
          ]
        : []),
    ]
    if (faults.length > 0 || endsBefore === null) return onFaults(faults)
    record.mutate({ endsBefore, heirs: given(draft.heirs), knowing: draft.knowing })
  }
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, change, submit, busy: record.isPending }
}

/** Nobody chosen is left out: it goes back to the role. */
const given = (heirs: Draft['heirs']): Draft['heirs'] =>
  Object.fromEntries(Object.entries(heirs).filter(([, personId]) => personId !== ''))

type HeldThingsProps = {
  held: LeavingView['held']
  heirs: Draft['heirs']
  errorOf: (field: string) => string | undefined
  onChange: (heirs: Draft['heirs']) => void
}

function HeldThings({ held, heirs, errorOf, onChange }: HeldThingsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">What they hold</h2>
      {held.length === 0 && <p className="govuk-body">Nothing that has to pass on.</p>}
      {held.map(({ kind, items, heirs: possible }) => (
        <section key={kind}>
          <h3 className="govuk-heading-s">
            {heldRules[kind].name}: {items.length}
          </h3>
          <HeldItems items={items} />
          <Select
            id={leavingField(kind)}
            label="Who takes this over?"
            hint={possible.length === 0 ? 'Nobody else holds a role for all of it' : undefined}
            value={heirs[kind] ?? ''}
            error={errorOf(`heirs.${kind}`)}
            options={[
              { value: '', label: heldRules[kind].otherwise },
              ...possible.map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
            onChange={(personId) => onChange({ ...heirs, [kind]: personId })}
          />
        </section>
      ))}
    </>
  )
}

const few = 5

function HeldItems({ items }: { items: LeavingView['held'][number]['items'] }) {
  const list = (
    <ul className="govuk-list govuk-list--bullet">
      {items.map(({ label, path }) => (
        <li key={label}>
          <Link href={path}>{label}</Link>
        </li>
      ))}
    </ul>
  )
  return items.length <= few ? list : <Details summary={`All ${items.length}`}>{list}</Details>
}

type WhenProps = {
  draft: Draft
  today: string
  error: string | undefined
  onChange: (part: Partial<Draft>) => void
}

function When({ draft, today, error, onChange }: WhenProps) {
  const lastDay = (
    <DateInput
      id={leavingField('endsBefore')}
      label="Last day"
      hint="At its end their access ends and what they hold passes on, by itself"
      value={draft}
      error={error}
      onChange={onChange}
    />
  )
  return (
    <Radios<Draft['when']>
      id={leavingField('when')}
      label="When do they leave?"
      labelSize="m"
      value={draft.when}
      choices={[
        { value: 'now', label: `Now, ${shortDate(today)}`, hint: 'They are signed out at once' },
        { value: 'later', label: 'At the end of a day', reveals: lastDay },
      ]}
      onChange={(when) => onChange({ when })}
    />
  )
}
