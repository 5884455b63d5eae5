import type { Parameter } from '@inclusion/shared/standards/kinds/catalogue/entry'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { Radios } from '../ui/radios.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { checkField } from './drafted-check.ts'
import type { ParameterFieldProps } from './parameter-props.ts'
import { ShareFields } from './share-fields.tsx'
import { withUnit } from './with-unit.ts'

/** One parameter, asked in the way of its sort. */
export function ParameterField(props: ParameterFieldProps) {
  const { name, parameter, typed, errorOf, onType } = props
  const { label, hint } = parameter
  const value = typed[name] ?? ''
  const onChange = (text: string) => onType({ [name]: text })
  const field = { id: checkField(`rule.${name}`), label, hint, error: errorOf(`rule.${name}`) }
  switch (parameter.input) {
    case 'yes-no':
    case 'choice':
      return (
        <Radios {...field} look="small" value={value} onChange={onChange} choices={choicesOf(parameter)} />
      )
    case 'choices':
      return (
        <Checkboxes
          {...field}
          look="small"
          values={value.split('\n').filter((each) => each !== '')}
          onChange={(values) => onChange(values.join('\n'))}
          choices={choicesOf(parameter)}
        />
      )
    case 'numbers':
    case 'phrases':
      return <Textarea {...field} value={value} rows={value.split('\n').length + 1} onChange={onChange} />
    case 'shares':
      return <ShareFields {...props} names={parameter.names} />
    case 'number':
    case 'whole-number':
    case 'share': {
      const inUnit = { ...field, label: withUnit(label, parameter.unit) }
      return <TextInput {...inUnit} inputMode="decimal" width={5} value={value} onChange={onChange} />
    }
    case 'text':
      return <TextInput {...field} width={10} value={value} onChange={onChange} />
  }
}

function choicesOf(parameter: Extract<Parameter, { input: 'yes-no' | 'choice' | 'choices' }>) {
  const options = parameter.input === 'yes-no' ? { yes: parameter.yes, no: parameter.no } : parameter.options
  return Object.entries(options).map(([value, label]) => ({ value, label }))
}
