import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { roleNames } from '@inclusion/shared/roles'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Link } from '../ui/link.tsx'
import { Select } from '../ui/select.tsx'
import { accessOf, type AccessPlace, type People } from './queries.ts'

type AccessFilterFormProps = { place: AccessPlace; invitable: People['invitable'] }

/** Narrows the review. The address carries it, so that it can be kept and sent. */
export function AccessFilterForm({ place, invitable }: AccessFilterFormProps) {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const wanted: Record<string, string> = { ...accessOf(place), ...chosen }
  const field = (name: string) => ({
    id: `access-${name}`,
    value: wanted[name] ?? '',
    onChange: (value: string) =>
      setChosen({
        ...chosen,
        [name]: value,
      }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ href: staffPaths.access(wanted) })
        setChosen({})
      }}
    >
      <div className="app-search">
        <Select {...field('only')} label="Show" options={onlyOptions} />
        <Select {...field('role')} label="Role" options={rolesOf(invitable)} />
        <Select {...field('gssCode')} label="Authority" options={authoritiesOf(invitable)} />
        <Select {...field('programme')} label="Programme" options={programmesOf(invitable)} />
      </div>
      <ButtonGroup>
        <Button look="secondary">Show</Button>
        {Object.keys(accessOf(place)).length > 0 && <Link href={staffPaths.access()}>Show everybody</Link>}
      </ButtonGroup>
    </form>
  )
}

const onlyOptions = [
  { value: '', label: 'Everybody' },
  { value: 'overdue', label: 'To confirm: overdue' },
  { value: 'never-used', label: 'Roles never used' },
  { value: 'ending-soon', label: 'Roles that end soon' },
  { value: 'conflicts', label: 'Roles that check each other' },
]

const rolesOf = ({ roles }: People['invitable']) => [
  { value: '', label: 'Any role' },
  ...roles.map((role) => ({ value: role, label: roleNames[role] })),
]

const authoritiesOf = ({ authorities }: People['invitable']) => [
  { value: '', label: 'Any authority' },
  ...authorities.map(({ gssCode, name }) => ({ value: gssCode, label: name })),
]

const programmesOf = ({ programmes }: People['invitable']) => [
  { value: '', label: 'Any programme' },
  ...programmes.flatMap(({ code, name }) => (code === null ? [] : [{ value: code, label: name }])),
]
