/** The framework of a programme that the service's code has never heard of: school links, by school term. */
import { define } from '@inclusion/db/reference/framework/define'
import { term } from '@inclusion/db/reference/framework/identity-terms'
import type { Identity } from '@inclusion/shared/framework/identities'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'

const sheet = { purpose: 'Invented.', counts: 'Invented.', source: 'Invented.', limits: 'Invented.' }
const common = { section: 'Links', hint: '', referenceSheet: sheet, askedFrom: 'light' as const }
const pairOf = (numerator: string, denominator: string) => ({
  parts: { numerator, denominator },
  people: 'denominator' as const,
})

const kinds = [
  { code: 'new', label: 'New this term', aliases: [] },
  { code: 'known', label: 'Known before', aliases: [] },
]

/** One indicator for each way of rolling up: a sum, people counted once, a ratio, a rate, and words. */
export const links: IndicatorDefinition[] = define('AY2025-26-autumn', [
  {
    ...{
      ...common,
      indicator: 'LNK-OP1',
      kind: 'output',
      label: 'Families met',
      parts: { value: 'Families' },
    },
    ...{ measure: 'count', polarity: 'more', overTime: 'sum', overPlace: 'sum' },
    disaggregations: [
      { dimension: 'kind', label: 'Kind of family', choice: 'single', askedFrom: 'light', categories: kinds },
    ],
  },
  {
    ...{
      ...common,
      indicator: 'LNK-OP2',
      kind: 'output',
      label: 'Families known',
      parts: { value: 'Families' },
    },
    ...{
      measure: 'count',
      polarity: 'more',
      overTime: 'distinct',
      overPlace: 'sum',
      distinctWindow: 'academic-year',
    },
  },
  {
    ...{ ...common, indicator: 'LNK-OC1', kind: 'outcome', label: 'Children back in school' },
    ...pairOf('Back in school', 'Children of those families'),
    ...{ measure: 'proportion', polarity: 'higher', overTime: 'ratio', overPlace: 'ratio' },
  },
  {
    ...{ ...common, indicator: 'LNK-OC2', kind: 'outcome', label: 'Suspensions' },
    ...pairOf('Suspensions', 'Children known this year'),
    ...{ measure: 'rate', polarity: 'lower', overTime: 'rate', overPlace: 'ratio' },
  },
  {
    ...{ ...common, indicator: 'LNK-TX1', kind: 'text', label: 'What was learned', parts: {} },
    ...{ measure: 'text', polarity: 'none', overTime: 'none', overPlace: 'none' },
  },
])

const counted = (indicator: string, label: string) => ({
  ...{ ...common, indicator, label, kind: 'output' as const, parts: {} },
  ...{ measure: 'count' as const, polarity: 'more' as const, overTime: 'sum' as const },
  ...{ overPlace: 'sum' as const },
})

const score = (indicator: string, label: string) => ({
  ...{ ...common, indicator, label, kind: 'outcome' as const },
  ...{ parts: { numerator: 'Sum of scores', denominator: 'Families' }, measure: 'mean' as const },
  ...{ polarity: 'none' as const, overTime: 'last' as const, overPlace: 'ratio' as const },
  evidenceAsked: ['instrument' as const, 'informant' as const],
})

/** More indicators, for identities to stand between. */
export const visits: IndicatorDefinition[] = define('AY2025-26-autumn', [
  counted('LNK-OP3', 'Home visits'),
  counted('LNK-OP4', 'Meetings at school'),
  { ...counted('LNK-OP5', 'Hours with families'), measure: 'hours' },
  { ...counted('LNK-OP6', 'Families on the books'), overTime: 'last' },
  counted('LNK-OP7', 'Families met, as schools count them'),
  counted('LNK-OP8', 'Home visits by two people'),
  score('LNK-OC3', 'Trust before'),
  score('LNK-OC4', 'Trust after'),
])

const identity = (
  id: string,
  kind: Identity['kind'],
  sides: Pick<Identity, 'left' | 'right'> & Partial<Identity>,
): Identity => ({
  ...{ id: `LNK-${id}`, programme: 'LNK', kind, low: null, high: null, within: 'always' },
  ...{ askedFrom: 'light', effectiveFrom: 'AY2025-26-autumn' },
  ...{ statement: `${id} holds.`, fix: 'Check the figures.' },
  ...sides,
})

/** One identity of each kind. */
export const identities: Identity[] = [
  identity('contacts', 'exact', {
    left: [term('LNK-OP1')],
    right: [term('LNK-OP3'), term('LNK-OP4')],
  }),
  identity('met-are-known', 'bound', { left: [term('LNK-OP1')], right: [term('LNK-OP6')] }),
  identity('hours', 'range', { left: [term('LNK-OP5')], right: [term('LNK-OP3')], low: 0.25, high: 4 }),
  identity('visits-and-families', 'together', { left: [term('LNK-OP3')], right: [term('LNK-OP2')] }),
  identity('schools-agree', 'agreement', { left: [term('LNK-OP1')], right: [term('LNK-OP7')] }),
  identity('two-of-all', 'nested', { left: [term('LNK-OP8')], right: [term('LNK-OP3')] }),
  identity('trust-alike', 'before-after', {
    left: [term('LNK-OC3.numerator')],
    right: [term('LNK-OC4.numerator')],
  }),
]
