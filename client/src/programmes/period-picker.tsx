import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'

type PeriodPickerProps = Pick<ProgrammeView, 'programme' | 'period' | 'periods'>

/** Chooses a period, latest first. The address carries it, so that it can be kept and sent. */
export function PeriodPicker({ programme, period, periods }: PeriodPickerProps) {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = chosen ?? period.id
  return (
    <form
      className="app-inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ href: staffPaths.programme(programme.code, wanted) })
      }}
    >
      <Select
        id="period"
        label="Period"
        value={wanted}
        options={periods.toReversed().map(({ id, label }) => ({ value: id, label }))}
        onChange={setChosen}
      />
      <Button look="secondary">Show</Button>
    </form>
  )
}
