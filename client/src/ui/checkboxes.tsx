import { ChoiceItem, Choices, type Choice } from './choices.tsx'
import type { FieldProps } from './field.tsx'

type CheckboxesProps<Value extends string> = FieldProps & {
  name?: string
  values: readonly Value[]
  onChange: (values: Value[]) => void
  choices: readonly Choice<Value>[]
  look?: 'small'
}

/** Any of a few. The first choice carries the id of the field, so that an error summary can lead to it. */
export function Checkboxes<Value extends string>(props: CheckboxesProps<Value>) {
  const { name, values, onChange, choices, look, ...field } = props
  const change = (value: Value, checked: boolean) =>
    onChange(checked ? [...values, value] : values.filter((other) => other !== value))
  return (
    <Choices {...field} kind="checkboxes" {...(look && { look })}>
      {choices.map((choice, index) => (
        <ChoiceItem
          key={choice.value}
          id={index === 0 ? field.id : `${field.id}-${index + 1}`}
          name={name ?? field.id}
          kind="checkboxes"
          choice={choice}
          checked={values.includes(choice.value)}
          onChange={(checked) => change(choice.value, checked)}
        />
      ))}
    </Choices>
  )
}
