import type { CheckKind } from '@inclusion/shared/standards/check'
import { parametersOf } from '@inclusion/shared/standards/kinds/catalogue'
import { ParameterField } from './parameter-field.tsx'

type RuleFieldsProps = {
  kind: CheckKind
  typed: Readonly<Record<string, string>>
  errorOf: (field: string) => string | undefined
  onType: (typed: Record<string, string>) => void
}

/** The parameters of a kind, each asked in the way the catalogue says. */
export function RuleFields({ kind, typed, errorOf, onType }: RuleFieldsProps) {
  const parameters = parametersOf(kind)
  if (parameters.length === 0)
    return <p className="govuk-body">This kind of check has no thresholds: what it looks for is fixed.</p>
  return parameters.map(([name, parameter]) => (
    <ParameterField
      key={name}
      name={name}
      parameter={parameter}
      typed={typed}
      errorOf={errorOf}
      onType={onType}
    />
  ))
}
