import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { SummaryRow } from '../ui/summary-list.tsx'
import { kinds, measures, overPlace, overTime, polarities, sources, tiers } from './definition-words.ts'

/** How a definition is measured, added up and broken down, as names and values. */
function definitionRows(definition: Omit<IndicatorDefinition, 'edition'>): SummaryRow[] {
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

/** The reference sheet in plain words, and how the figure is measured. */
export const sheetRows = (definition: Omit<IndicatorDefinition, 'edition'>): SummaryRow[] => {
  const { purpose, counts, source, limits } = definition.referenceSheet
  return [
    { key: 'Why it is asked', value: purpose },
    { key: 'What counts', value: counts },
    { key: 'Source', value: source },
    { key: 'Limits', value: limits },
    ...definitionRows(definition),
  ]
}
