import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { SummaryRow } from '../ui/summary-list.tsx'

const kinds: Record<IndicatorDefinition['kind'], string> = {
  output: 'Output: what was done',
  outcome: 'Outcome: what changed for people',
  context: 'Context',
  finance: 'Money',
  text: 'In words',
}

const measures: Record<IndicatorDefinition['measure'], string> = {
  count: 'A count',
  number: 'A number',
  proportion: 'A proportion: one count out of another',
  rate: 'A rate: events for every 100 people',
  mean: 'A mean: a sum over the number it is of',
  hours: 'Hours',
  money: 'Pounds and pence',
  text: 'Text',
}

const polarities: Record<IndicatorDefinition['polarity'], string> = {
  more: 'More is better',
  fewer: 'Fewer is better',
  higher: 'Higher is better',
  lower: 'Lower is better',
  none: 'Neither more nor less is better',
}

const overTime: Record<IndicatorDefinition['overTime'], string> = {
  sum: 'Over time: added up',
  ratio: 'Over time: counts are added up, then divided; rates are never averaged',
  last: 'Over time: the latest stands',
  first: 'Over time: the first stands',
  distinct: 'Over time: each counted once, so the latest stands',
  rate: 'Over time: events added up, over the latest number of people',
  none: 'Never added up over time',
}

const overPlace: Record<IndicatorDefinition['overPlace'], string> = {
  sum: 'Over places: added up',
  ratio: 'Over places: counts are added up, then divided',
  none: 'Never added up over places',
}

const tiers = { light: 'Every tier', standard: 'Standard and enhanced tiers', enhanced: 'Enhanced tier' }

const sources: Record<IndicatorDefinition['collectedFrom'], string> = {
  authority: 'The borough lead',
  setting: 'The head of each setting',
  derived: 'Nobody: the service works it out',
}

/** How a definition is measured, added up and broken down, as names and values. */
export function definitionRows(definition: IndicatorDefinition): SummaryRow[] {
  const { kind, measure, polarity, askedFrom, collectedFrom, disaggregations, parts, minimumPeople } =
    definition
  const halves = [parts.value, parts.numerator, parts.denominator, parts.people].filter(Boolean).join(', ')
  return [
    { key: 'Kind', value: kinds[kind] },
    { key: 'Measure', value: `${measures[measure]}${halves ? ` (${halves})` : ''}` },
    { key: 'Direction', value: polarities[polarity] },
    { key: 'Asked in', value: tiers[askedFrom] },
    { key: 'Given by', value: sources[collectedFrom] },
    { key: 'Added up', value: `${overTime[definition.overTime]}. ${overPlace[definition.overPlace]}.` },
    ...(disaggregations.length === 0
      ? []
      : [{ key: 'Broken down by', value: <Breakdowns of={disaggregations} /> }]),
    ...(minimumPeople === 0
      ? []
      : [
          {
            key: 'Too few to show',
            value: `Fewer than ${minimumPeople} people behind it: nothing is read into it`,
          },
        ]),
  ]
}

function Breakdowns({ of }: { of: IndicatorDefinition['disaggregations'] }) {
  return (
    <ul className="govuk-list">
      {of.map(({ dimension, label, choice, categories }) => (
        <li key={dimension}>
          <strong>{label}</strong>
          {choice === 'multiple' ? ' (one person may be in several)' : ''}:{' '}
          {categories.map((each) => each.label).join('; ')}
        </li>
      ))}
    </ul>
  )
}
