import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CollectionView } from '@inclusion/server/collection/view'
import { standingNames, standings } from '@inclusion/shared/collection/timeliness'
import { returnStatuses, statusNames } from '@inclusion/shared/returns'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'

type Choice = { programme: string; year: string; status: string }

const statuses = [
  { value: '', label: 'All' },
  ...standings.map((value) => ({ value, label: standingNames[value] })),
  ...returnStatuses.map((value) => ({ value, label: `Status: ${statusNames[value]}` })),
]

/** Chooses a programme, a year and what returns are like. The address carries them, to be kept and sent. */
export function CollectionFilter({ view, status }: { view: CollectionView; status: string }) {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<Partial<Choice>>({})
  const wanted = { programme: view.programme.code, year: view.year, status, ...chosen }
  // A year belongs to its programme: another programme begins with its own.
  const isOther = wanted.programme !== view.programme.code
  return (
    <form
      className="app-inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        setChosen({})
        void navigate({ href: staffPaths.collection(isOther ? { ...wanted, year: '' } : wanted) })
      }}
    >
      <Select
        id="programme"
        label="Programme"
        value={wanted.programme}
        options={view.programmes.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(programme) => setChosen({ ...chosen, programme })}
      />
      <Select
        id="year"
        label="Year"
        value={wanted.year}
        options={view.years.map((year) => ({ value: year, label: year }))}
        onChange={(year) => setChosen({ ...chosen, year })}
      />
      <Select
        id="status"
        label="With a return that is"
        value={wanted.status}
        options={statuses}
        onChange={(next) => setChosen({ ...chosen, status: next })}
      />
      <Button look="secondary">Show</Button>
    </form>
  )
}
