/** What usually follows from how a figure is measured: where a new definition starts, each of it open to change. */
import type { Measure } from '@inclusion/shared/framework/indicators'
import type { TypedField } from './drafted-definition.ts'

type Starting = Partial<Record<TypedField, string>>

const counted = { overTime: 'sum', overPlace: 'sum', people: 'none', minimumPeople: '0' }
const ofPeople = { overTime: 'ratio', overPlace: 'ratio', people: 'denominator', minimumPeople: '6' }

export const startingFrom: Record<Measure, Starting> = {
  count: { ...counted, kind: 'output', polarity: 'more', 'bounds.decimals': '0' },
  number: { ...counted, kind: 'output', polarity: 'more', overTime: 'last', 'bounds.decimals': '2' },
  hours: { ...counted, kind: 'output', polarity: 'more', 'bounds.decimals': '2' },
  money: { ...counted, kind: 'finance', polarity: 'none', 'bounds.decimals': '0' },
  proportion: { ...ofPeople, kind: 'outcome', polarity: 'higher', 'bounds.decimals': '0' },
  rate: { ...ofPeople, kind: 'outcome', polarity: 'lower', overTime: 'rate', 'bounds.decimals': '0' },
  mean: { ...ofPeople, kind: 'outcome', polarity: 'higher', 'bounds.decimals': '0' },
  text: {
    ...counted,
    kind: 'text',
    polarity: 'none',
    overTime: 'none',
    overPlace: 'none',
    'bounds.decimals': '0',
  },
}
