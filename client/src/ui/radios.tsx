import { ChoiceItem, Choices, type Choice } from './choices.tsx'
import type { FieldProps } from './field.tsx'

type RadiosProps<Value extends string> = FieldProps & {
  name?: string
  value: Value | null
  onChange: (value: Value) => void
  choices: readonly Choice<Value>[]
  look?: 'inline' | 'small'
}

/** One of a few. The first choice carries the id of the field, so that an error summary can lead to it. */
export function Radios<Value extends string>(props: RadiosProps<Value>) {
  const { name, value, onChange, choices, look, ...field } = props
  return (
    <Choices {...field} kind="radios" {...(look && { look })}>
      {choices.map((choice, index) => (
        <ChoiceItem
          key={choice.value}
          id={index === 0 ? field.id : `${field.id}-${index + 1}`}
          name={name ?? field.id}
          kind="radios"
          choice={choice}
          checked={choice.value === value}
          onChange={() => onChange(choice.value)}
        />
      ))}
    </Choices>
  )
}
