import { useState } from 'react'
import { TextInput } from '../ui/text-input.tsx'

type FirstYearProps = {
  id: string
  value: number | undefined
  onChange: (change: { firstYear: number }) => void
}

/** The year of headings like "Mon 6 Oct", which name none. */
export function FirstYear({ id, value, onChange }: FirstYearProps) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const change = (text: string) => {
    setTyped(text)
    if (/^20\d\d$/.test(text.trim())) onChange({ firstYear: Number(text) })
  }
  return (
    <TextInput
      id={id}
      label="Year of the first date"
      hint="Only where the headings name no year, for example 2025."
      width={4}
      inputMode="numeric"
      value={typed}
      onChange={change}
    />
  )
}
