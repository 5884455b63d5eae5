import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ScoresView } from '@inclusion/server/standards/scores'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'

/** Chooses a programme and a clause. The address carries both, so that it can be kept and sent. */
export function ScoreFilter({ view, clause }: { view: ScoresView; clause: string }) {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<{ programme?: string; clause?: string }>({})
  const wanted = { programme: view.programme.code, clause, ...chosen }
  return (
    <form
      className="app-inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ href: staffPaths.scores(wanted) })
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
        id="clause"
        label="Clause"
        value={wanted.clause}
        options={[
          { value: '', label: 'All clauses together' },
          ...view.clauses.map(({ number, name }) => ({ value: number, label: `${number}. ${name}` })),
        ]}
        onChange={(next) => setChosen({ ...chosen, clause: next })}
      />
      <Button look="secondary">Show</Button>
    </form>
  )
}
