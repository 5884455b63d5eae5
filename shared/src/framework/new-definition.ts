/** A definition as it begins: the usual answers for its measure, to be changed where they do not fit. */
import type { PeriodId } from '../periods.ts'
import type { DraftDefinition } from './amendment.ts'
import { isPair, type Measure } from './indicators.ts'

/** Fewer people than this behind a figure, and nothing is read into it. */
const usualMinimum = 6

type Usual = Pick<DraftDefinition, 'kind' | 'polarity' | 'overTime' | 'overPlace'>

const usual: Record<Measure, Usual> = {
  count: { kind: 'output', polarity: 'more', overTime: 'sum', overPlace: 'sum' },
  number: { kind: 'output', polarity: 'none', overTime: 'last', overPlace: 'sum' },
  proportion: { kind: 'outcome', polarity: 'higher', overTime: 'ratio', overPlace: 'ratio' },
  rate: { kind: 'outcome', polarity: 'lower', overTime: 'rate', overPlace: 'ratio' },
  mean: { kind: 'outcome', polarity: 'higher', overTime: 'ratio', overPlace: 'ratio' },
  hours: { kind: 'output', polarity: 'more', overTime: 'sum', overPlace: 'sum' },
  money: { kind: 'finance', polarity: 'none', overTime: 'sum', overPlace: 'sum' },
  text: { kind: 'text', polarity: 'none', overTime: 'none', overPlace: 'none' },
}

const decimalsOf: Partial<Record<Measure, number>> = { number: 2, hours: 2 }

/** What a form for a new indicator starts from; names and texts are left to be written. */
export function newDefinition(indicator: string, measure: Measure, effectiveFrom: PeriodId): DraftDefinition {
  const isOfPeople = measure === 'proportion' || measure === 'mean'
  return {
    indicator,
    effectiveFrom,
    changeClass: 'major',
    section: '',
    label: '',
    parts: isPair(measure) ? { numerator: '', denominator: '' } : measure === 'text' ? {} : { value: '' },
    hint: '',
    measure,
    ...usual[measure],
    distinctWindow: null,
    collectedFrom: 'authority',
    alsoFromAuthority: false,
    derivation: null,
    people: isOfPeople ? 'denominator' : 'none',
    minimumPeople: isOfPeople ? usualMinimum : 0,
    bounds: { minimum: measure === 'text' ? null : 0, maximum: null, decimals: decimalsOf[measure] ?? 0 },
    askedFrom: 'light',
    askedInOrdinals: null,
    evidenceAsked: [],
    baseline: 'none',
    disaggregations: [],
    referenceSheet: { purpose: '', counts: '', source: '', limits: '' },
  }
}
