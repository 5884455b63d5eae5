import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LeavingView } from '@inclusion/server/departures/leaving'
import { heldRules } from '@inclusion/shared/departures'
import { shortDate } from '@inclusion/shared/time'
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
import { dateOf } from '../ui/typed-date.ts'
import { WarningText } from '../ui/warning-text.tsx'
import {
  blankLeaving,
  endOf,
  heirsGiven,
  leavingFaults,
  leavingField,
  nobody,
  type DraftedLeaving as Draft,
} from './drafted-leaving.ts'
import { LeavingCheck } from './leaving-check.tsx'

type LeavingFormProps = Told & { view: LeavingView; outcome: Outcome }

/** The day, who takes over each kind of thing held, and that what would be lost is known; then all of it once more. */
export function LeavingForm({ view, outcome, ...told }: LeavingFormProps) {
  const { draft, change, check, isChecking, goBack, record, busy } = useLeaving(view, told)
  const { person, warnings } = view
  const errorOf = (field: string) => faultOf(outcome, leavingField(field)) ?? refusalOf(outcome.error, field)
  if (isChecking) return <LeavingCheck {...{ view, draft, busy }} onConfirm={record} onBack={goBack} />
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        check()
      }}
    >
      <HeldThings view={view} heirs={draft.heirs} errorOf={errorOf} onChange={(heirs) => change({ heirs })} />
      <When {...{ draft, errorOf }} today={view.today} onChange={change} />
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
      <Button>Continue</Button>
    </form>
  )
}

function useLeaving(view: LeavingView, { onDone, onRefused, onFaults }: Told) {
  const { person, today } = view
  const cache = useQueryClient()
  const [draft, setDraft] = useState(blankLeaving)
  const [isChecking, setChecking] = useState(false)
  const mutation = useMutation({
    mutationFn: (json: { endsBefore: string; heirs: Draft['heirs']; knowing: boolean }) =>
      call(staffApi.departures.api.people[':personId'].leave.$post({ param: { personId: person.id }, json })),
    onSuccess: ({ isDone }) => {
      setDraft(blankLeaving)
      setChecking(false)
      onDone(
        isDone
          ? `${person.name} has left: their roles ended, they are signed out, and what they held has passed on.`
          : `It is recorded. ${person.name} leaves at the end of ${shortDate(dateOf(draft))}.`,
      )
      return cache.invalidateQueries()
    },
    onError: (error) => {
      setChecking(false)
      onRefused(error)
    },
  })
  const check = () => {
    const faults = leavingFaults(draft, view)
    onFaults(faults)
    setChecking(faults.length === 0)
  }
  const record = () => {
    const endsBefore = endOf(draft, today)
    if (endsBefore !== null)
      mutation.mutate({ endsBefore, heirs: heirsGiven(draft.heirs), knowing: draft.knowing })
  }
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  return {
    draft,
    change,
    check,
    isChecking,
    goBack: () => setChecking(false),
    record,
    busy: mutation.isPending,
  }
}

type HeldThingsProps = {
  view: LeavingView
  heirs: Draft['heirs']
  errorOf: (field: string) => string | undefined
  onChange: (heirs: Draft['heirs']) => void
}

function HeldThings({ view: { held, roles }, heirs, errorOf, onChange }: HeldThingsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">What they hold</h2>
      {held.length === 0 && (
        <p className="govuk-body">
          {roles.some(({ role }) => role === 'lead' || role === 'certifier')
            ? 'Nothing in their own name. Returns that are open stay with their borough.'
            : 'Nothing in their own name that has to pass on.'}
        </p>
      )}
      {held.map(({ kind, items, heirs: possible }) => (
        <section key={kind}>
          <h3 className="govuk-heading-s">
            {heldRules[kind].name}: {items.length}
          </h3>
          <HeldItems items={items} />
          {possible.length === 0 ? (
            <p className="govuk-body">
              Nobody else holds a role for all of it, so nobody in particular takes it over.{' '}
              {heldRules[kind].otherwise}.
            </p>
          ) : (
            <Select
              id={leavingField(kind)}
              label="Who takes this over?"
              value={heirs[kind] ?? ''}
              error={errorOf(`heirs.${kind}`)}
              options={[
                { value: '', label: 'Choose' },
                ...possible.map(({ personId, name }) => ({ value: personId, label: name })),
                { value: nobody, label: heldRules[kind].otherwise },
              ]}
              onChange={(personId) => onChange({ ...heirs, [kind]: personId })}
            />
          )}
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
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<Draft>) => void
}

function When({ draft, today, errorOf, onChange }: WhenProps) {
  const lastDay = (
    <DateInput
      id={leavingField('endsBefore')}
      label="Last day"
      hint="At its end their access ends and what they hold passes on, by itself"
      value={draft}
      error={errorOf('endsBefore')}
      onChange={onChange}
    />
  )
  return (
    <Radios<'now' | 'later'>
      id={leavingField('when')}
      error={errorOf('when')}
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
