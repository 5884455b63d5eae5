import { TextInput } from '../ui/text-input.tsx'
import { checkField } from './drafted-check.ts'
import type { ParameterFieldProps } from './parameter-props.ts'
import { withUnit } from './with-unit.ts'

type ShareFieldsProps = ParameterFieldProps & { names: Record<string, string> }

/** Several percentages under one question. */
export function ShareFields({ name, parameter, names, typed, errorOf, onType }: ShareFieldsProps) {
  const hintId = `${checkField(`rule.${name}`)}-hint`
  return (
    <fieldset className="govuk-fieldset govuk-!-margin-bottom-6" aria-describedby={hintId}>
      <legend className="govuk-fieldset__legend">{parameter.label}</legend>
      <div className="govuk-hint" id={hintId}>
        {parameter.hint}
      </div>
      {Object.entries(names).map(([part, label]) => (
        <TextInput
          key={part}
          id={checkField(`rule.${name}.${part}`)}
          label={withUnit(label, '%')}
          inputMode="decimal"
          width={5}
          value={typed[`${name}.${part}`] ?? ''}
          error={errorOf(`rule.${name}.${part}`)}
          onChange={(text) => onType({ [`${name}.${part}`]: text })}
        />
      ))}
    </fieldset>
  )
}
