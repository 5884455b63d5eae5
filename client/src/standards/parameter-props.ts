import type { Parameter } from '@inclusion/shared/standards/kinds/catalogue/entry'

/** What the field of one parameter is given. */
export type ParameterFieldProps = {
  name: string
  parameter: Parameter
  typed: Readonly<Record<string, string>>
  errorOf: (field: string) => string | undefined
  onType: (typed: Record<string, string>) => void
}
