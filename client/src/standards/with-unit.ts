/** The label of a number with the unit that it is typed in. */
export const withUnit = (label: string, unit: string): string =>
  unit === '' ? label : `${label}, in ${unit === '%' ? 'per cent' : unit}`
