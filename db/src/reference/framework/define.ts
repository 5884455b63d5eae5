/** Writes a definition of edition 1 from what is particular to it; the rest follows from its measure. */
import type { IndicatorDefinition, Measure } from '@inclusion/shared/framework/indicators'
import type { PeriodId } from '@inclusion/shared/periods'

/** Fewer people than this behind a figure, and nothing is read into it. */
const defaultMinimumPeople = 6

type Particular =
  | 'indicator'
  | 'section'
  | 'kind'
  | 'label'
  | 'hint'
  | 'parts'
  | 'measure'
  | 'polarity'
  | 'overTime'
  | 'overPlace'
  | 'askedFrom'
  | 'referenceSheet'

export type DefinitionDraft = Pick<IndicatorDefinition, Particular> & Partial<IndicatorDefinition>

const boundsOf: Record<Measure, IndicatorDefinition['bounds']> = {
  count: { minimum: 0, maximum: null, decimals: 0 },
  number: { minimum: 0, maximum: null, decimals: 2 },
  // That a numerator is at most its denominator is the measure itself (check 4.1).
  proportion: { minimum: 0, maximum: null, decimals: 0 },
  rate: { minimum: 0, maximum: null, decimals: 0 },
  mean: { minimum: 0, maximum: null, decimals: 0 },
  hours: { minimum: 0, maximum: null, decimals: 2 },
  money: { minimum: 0, maximum: null, decimals: 0 },
  text: { minimum: null, maximum: null, decimals: 0 },
}

/** The full definitions of one programme, in the order they are asked, from its first period. */
export function define(effectiveFrom: PeriodId, drafts: DefinitionDraft[]): IndicatorDefinition[] {
  return drafts.map((draft) => ({
    edition: 1,
    effectiveFrom,
    changeClass: 'major',
    distinctWindow: null,
    collectedFrom: 'authority',
    alsoFromAuthority: false,
    derivation: null,
    people: 'none',
    minimumPeople: draft.people === undefined || draft.people === 'none' ? 0 : defaultMinimumPeople,
    bounds: boundsOf[draft.measure],
    askedInOrdinals: null,
    evidenceAsked: [],
    baseline: 'none',
    disaggregations: [],
    ...draft,
  }))
}
