import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'

type SameForAllProps = {
  /** "The same amount for every borough", "Financial year", "Pounds". */
  words: { summary: string; column: string; number: string }
  columns: readonly { value: string; label: string }[]
  onFill: (column: string, text: string) => void
}

/** One number, put into every borough's field of a column. */
export function SameForAll({ words, columns, onFill }: SameForAllProps) {
  const [column, setColumn] = useState(columns.at(-1)?.value ?? '')
  const [text, setText] = useState('')
  return (
    <Details summary={words.summary}>
      <Select id="same-column" label={words.column} value={column} options={columns} onChange={setColumn} />
      <TextInput
        id="same-number"
        label={words.number}
        width={10}
        inputMode="decimal"
        value={text}
        onChange={setText}
      />
      <Button look="secondary" onClick={() => onFill(column, text.trim())}>
        Put it in
      </Button>
    </Details>
  )
}
