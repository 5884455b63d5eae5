import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isLocator } from '@inclusion/shared/locators'
import type { AuditChoices } from '@inclusion/server/trust/view'
import { paths } from '../routing/paths.ts'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Link } from '../ui/link.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { isDate } from '../ui/typed-date.ts'
import { actWords } from './act-words.ts'
import { searchOf, type AuditPlace } from './queries.ts'

type SearchFormProps = { place: AuditPlace; choices: AuditChoices }

/** Asks for events by who, what, which and when. The address carries it all, so that it can be kept and sent. */
export function SearchForm({ place, choices }: SearchFormProps) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [faults, setFaults] = useState<Record<string, string>>({})
  const wanted: Record<string, string> = { ...searchOf(place), ...typed }
  const field = (name: string) => ({
    id: `audit-${name}`,
    value: wanted[name] ?? '',
    error: faults[name],
    onChange: (value: string) =>
      setTyped({
        ...typed,
        [name]: value,
      }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const asked = Object.fromEntries(
          Object.entries(wanted).map(([name, value]) => [name, value.trim()] as const),
        )
        const found = faultsIn(asked)
        setFaults(found)
        if (Object.keys(found).length > 0) return
        void navigate({ href: paths.audit(asked) })
        setTyped({})
      }}
    >
      <div className="app-search">
        <Select {...field('person')} label="Person" options={[anybody, ...peopleOf(choices)]} />
        <Select {...field('action')} label="What was done" options={[anything, ...actsOf(choices)]} />
        <TextInput {...field('return')} label="Return" hint="Like APM-E09000007-FY2025-26-Q3" />
        <TextInput {...field('figure')} label="Figure" hint="Like APM-OP1, or APM-OC4@100006" />
        <TextInput {...field('from')} label="From day" hint="Like 2026-01-12" />
        <TextInput {...field('to')} label="To day" hint="Like 2026-01-20" />
      </div>
      {wanted['subject'] && <TextInput {...field('subject')} label="What it was done to" />}
      <ButtonGroup>
        <Button look="secondary">Search</Button>
        {Object.keys(searchOf(place)).length > 0 && <Link href={paths.audit()}>Show everything</Link>}
      </ButtonGroup>
    </form>
  )
}

/** What cannot be searched for, beside its field. */
const faultsIn = (asked: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(forms).flatMap(([name, { is, message }]) =>
      !asked[name] || is(asked[name]) ? [] : [[name, message]],
    ),
  )

const forms = {
  return: {
    is: (text: string) => /^[A-Z]{2,5}-E\d{8}-(FY|AY)\d{4}-\d{2}-\w+$/.test(text),
    message: 'Enter a return like APM-E09000007-FY2025-26-Q3',
  },
  figure: { is: isLocator, message: 'Enter a figure like APM-OP1, or APM-OC4@100006' },
  from: { is: isDate, message: 'Enter a day like 2026-01-12' },
  to: { is: isDate, message: 'Enter a day like 2026-01-20' },
}

const anybody = { value: '', label: 'Anybody' }
const anything = { value: '', label: 'Anything' }

const peopleOf = ({ people }: AuditChoices) =>
  people.map(({ personId, name }) => ({ value: personId, label: name }))

const actsOf = ({ actions }: AuditChoices) =>
  actions.map((action) => ({ value: action, label: actWords(action) }))
