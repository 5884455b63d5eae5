import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { AuditChoices } from '@inclusion/server/trust/view'
import { shortDate } from '@inclusion/shared/time'
import { faultOf, type Outcome, type Told } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Link } from '../ui/link.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { isDate } from '../ui/typed-date.ts'
import { actWords } from './act-words.ts'
import { searchOf, type AuditPlace } from './queries.ts'
import { ReturnFields } from './return-fields.tsx'
import { askedOf, auditField, faultsIn, partedOf } from './search-faults.ts'
import { figureName } from './subject-name.ts'

type SearchFormProps = Pick<Told, 'onFaults'> & { place: AuditPlace; choices: AuditChoices; outcome: Outcome }

/** Asks for events by who, what, which and when. The address carries it all, so that it can be kept and sent. */
export function SearchForm({ place, choices, outcome, onFaults }: SearchFormProps) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const wanted: Record<string, string> = { ...partedOf(shown(searchOf(place))), ...typed }
  const field = (name: string) => ({
    id: auditField(name),
    value: wanted[name] ?? '',
    error: faultOf(outcome, auditField(name)),
    onChange: (value: string) =>
      setTyped({
        ...typed,
        [name]: value,
      }),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const faults = faultsIn(wanted)
        const asked = askedOf(wanted)
        onFaults(faults)
        if (faults.length > 0) return
        void navigate({ href: paths.audit(asked) })
        setTyped({})
      }}
    >
      <div className="app-search">
        <Select {...field('person')} label="Person" options={[anybody, ...peopleOf(choices)]} />
        <Select {...field('action')} label="What was done" options={[anything, ...actsOf(choices)]} />
        <ReturnFields choices={choices} field={field} />
        <Select {...field('indicator')} label="Figure" options={[anyFigure, ...figuresOf(choices)]} />
        <TextInput {...field('from')} label="From day" hint="Like 12 January 2026" />
        <TextInput {...field('to')} label="To day" hint="Like 20 January 2026" />
      </div>
      {wanted['figure'] && <TextInput {...field('figure')} label="Part of a figure" />}
      {wanted['subject'] && <TextInput {...field('subject')} label="What it was done to" />}
      <ButtonGroup>
        <Button look="secondary">Search</Button>
        {Object.keys(searchOf(place)).length > 0 && <Link href={paths.audit()}>Show everything</Link>}
      </ButtonGroup>
    </form>
  )
}

/** What the address asks, with its days in words. */
const shown = (asked: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, isDate(value) ? shortDate(value) : value]),
  )

const anybody = { value: '', label: 'Anybody' }
const anyFigure = { value: '', label: 'Any' }
const anything = { value: '', label: 'Anything' }

const peopleOf = ({ people }: AuditChoices) =>
  people.map(({ personId, name }) => ({ value: personId, label: name }))

const figuresOf = (choices: AuditChoices) =>
  choices.indicators.map(({ code }) => ({ value: code, label: figureName(code, choices) }))

const actsOf = ({ actions }: AuditChoices) =>
  actions.map((action) => ({ value: action, label: actWords(action) }))
