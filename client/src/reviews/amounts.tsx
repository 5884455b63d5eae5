import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import {
  changeWords,
  figureWords,
  profileWords,
  isCutShort,
  together,
  yearToDate,
} from '@inclusion/shared/figure-words'
import { useReview } from './review-context.ts'

/** A figure beside last period's, its profile and its baseline. */
export function AmountsList({ definition }: { definition: IndicatorDefinition }) {
  const { view } = useReview()
  const { checkInput, profile, baselines } = view
  const { indicator, measure, overTime, collectedFrom } = definition
  const last = checkInput.history[0]
  const amountsIn = (figures: CheckInput['figures']) =>
    collectedFrom === 'setting' ? together(definition, figures) : figures[indicator]
  const now = amountsIn(checkInput.figures)
  const before = last && amountsIn(last.figures)
  const baseline = baselines.find((known) => known.indicator === indicator && known.urn === null)
  const goal = profile[indicator]
  const sums = overTime === 'sum'
  const facts = [
    {
      name: collectedFrom === 'setting' ? 'This period, settings together' : 'This period',
      words: figureWords(definition, now) ?? 'Blank',
    },
    last && { name: 'Last period', words: figureWords(definition, before) ?? 'Blank' },
    last && { name: 'Change', words: changeWords(measure, before, now) ?? 'Cannot be worked out' },
    sums && {
      name: isCutShort(definition, checkInput) ? 'Since its definition changed' : 'Year to date',
      words: figureWords(definition, yearToDate(definition, checkInput)) ?? 'Blank',
    },
    goal !== undefined && {
      name: sums ? 'Profile to date' : 'Profile',
      words: profileWords(definition, goal),
    },
    baseline && { name: 'Baseline', words: figureWords(definition, { ...baseline }) ?? 'Blank' },
  ]
  return (
    <dl className="app-amounts">
      {facts
        .filter((fact) => fact !== undefined && fact !== false)
        .map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  )
}
