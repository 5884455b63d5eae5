import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { PeriodId } from '@inclusion/shared/periods'
import { Button } from '../ui/button.tsx'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { Details } from '../ui/details.tsx'
import { Select } from '../ui/select.tsx'
import { copiesOf, type CopyInto } from './copied-figures.ts'
import { frameworkQuery } from './queries.ts'
import { useReference } from './use-amendment.ts'
import type { Saving } from './use-saving.ts'

type CopyFiguresProps = { programme: string; saving: Saving; from: PeriodId }

/** Copies figures of another programme, to be changed afterwards where they have to be. */
export function CopyFigures({ programme, saving, from }: CopyFiguresProps) {
  const { programmes } = useReference()
  const [source, setSource] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const { data } = useQuery({ ...frameworkQuery(source), enabled: source !== '' })
  const figures = source === '' ? [] : (data?.definitions ?? [])
  const copy = () => {
    const picked = figures.filter(({ indicator }) => chosen.includes(indicator))
    const into: CopyInto = { programme, from, content: saving.ground.content }
    saving.save({
      change: copiesOf(picked, into),
      done: picked.length === 1 ? '1 figure is copied.' : `${picked.length} figures are copied.`,
      after: () => setChosen([]),
    })
  }
  const others = programmes.filter(({ code }) => code !== programme)
  if (others.length === 0) return null
  return (
    <Details summary="Copy figures of another programme">
      <Select
        id="copy-from"
        label="Of which programme?"
        value={source}
        options={[
          { value: '', label: 'Choose' },
          ...others.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(code) => {
          setSource(code)
          setChosen([])
        }}
      />
      {figures.length > 0 && (
        <Choose figures={figures} chosen={chosen} busy={saving.busy} onChoose={setChosen} onCopy={copy} />
      )}
    </Details>
  )
}

type ChooseProps = {
  figures: readonly IndicatorDefinition[]
  chosen: string[]
  busy: boolean
  onChoose: (codes: string[]) => void
  onCopy: () => void
}

function Choose({ figures, chosen, busy, onChoose, onCopy }: ChooseProps) {
  return (
    <>
      <Checkboxes
        id="copy-figures"
        label="Which figures?"
        hint="They are copied as they are there, and get codes of this programme."
        look="small"
        values={chosen}
        choices={figures.map(({ indicator, label }) => ({
          value: indicator,
          label: `${label} (${indicator})`,
        }))}
        onChange={onChoose}
      />
      <Button
        look="secondary"
        busy={busy}
        unavailable={chosen.length === 0 ? 'Choose a figure first.' : null}
        onClick={onCopy}
      >
        Copy these figures
      </Button>
    </>
  )
}
