import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'

type SameForAllProps = {
  years: readonly string[]
  onFill: (of: { year: string; amount: string }) => void
}

/** One amount, put into every borough's field of a year. */
export function SameForAll({ years, onFill }: SameForAllProps) {
  const [year, setYear] = useState(years.at(-1) ?? '')
  const [amount, setAmount] = useState('')
  return (
    <Details summary="The same amount for every borough">
      <Select
        id="same-year"
        label="Financial year"
        value={year}
        options={years.map((value) => ({ value, label: value }))}
        onChange={setYear}
      />
      <TextInput
        id="same-amount"
        label="Pounds"
        width={10}
        inputMode="decimal"
        value={amount}
        onChange={setAmount}
      />
      <Button look="secondary" onClick={() => onFill({ year, amount })}>
        Put it in
      </Button>
    </Details>
  )
}
