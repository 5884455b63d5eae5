import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BackTestView } from '@inclusion/server/standards/back-test-view'
import type { EditionView } from '@inclusion/server/standards/view'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'

type Of = { check?: string; authority?: string }
type TestedFilterProps = { edition: EditionView; backTest: BackTestView; of: Of }

/** Chooses a check and an authority. The address carries what is chosen, so that it can be kept and sent. */
export function TestedFilter({ edition, backTest, of }: TestedFilterProps) {
  const navigate = useNavigate()
  const key = `${of.check} ${of.authority}`
  const [chosen, setChosen] = useState<{ key: string } & Of>({ key, ...of })
  const wanted = chosen.key === key ? chosen : { key, ...of }
  const { checks = [], authorities = [] } = backTest.comparison ?? {}
  return (
    <form
      className="app-inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        const { check, authority } = wanted
        void navigate({
          href: staffPaths.backTest(edition.id, { ...(check && { check }), ...(authority && { authority }) }),
        })
      }}
    >
      <Select
        id="tested-check"
        label="Check"
        value={wanted.check ?? ''}
        options={[
          { value: '', label: 'Where the editions differ' },
          ...checks
            .filter(({ present, draft }) => present + draft > 0)
            .map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
        ]}
        onChange={(check) => setChosen({ ...wanted, key, check })}
      />
      <Select
        id="tested-authority"
        label="Authority"
        value={wanted.authority ?? ''}
        options={[
          { value: '', label: 'All' },
          ...authorities.map(({ gssCode, name }) => ({ value: gssCode, label: name })),
        ]}
        onChange={(authority) => setChosen({ ...wanted, key, authority })}
      />
      <Button look="secondary">Show</Button>
    </form>
  )
}
