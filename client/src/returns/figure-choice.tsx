import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Locator } from '@inclusion/shared/locators'
import { paths } from '../routing/paths.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { historyOf } from './figure-history.tsx'

type FigureChoiceProps = {
  returnId: string
  figure: Locator | null
  figures: readonly { value: Locator; label: string }[]
}

/** Narrows the history to one figure. The address carries it, so that it can be kept and sent. */
export function FigureChoice({ returnId, figure, figures }: FigureChoiceProps) {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = chosen ?? figure ?? ''
  return (
    <form
      className="app-inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ href: wanted === '' ? paths.returnHistory(returnId) : historyOf(returnId, wanted) })
        setChosen(null)
      }}
    >
      <Select
        id="history-figure"
        label="Show the history of"
        value={wanted}
        options={[{ value: '', label: 'The whole return' }, ...figures]}
        onChange={setChosen}
      />
      <Button look="secondary">Show</Button>
    </form>
  )
}
