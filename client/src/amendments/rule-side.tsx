import { Select } from '../ui/select.tsx'
import {
  blankTerm,
  numbersOf,
  timeNames,
  type DraftedRule,
  type DraftedTerm,
  type Figures,
} from './drafted-rule.ts'

type RuleSideProps = {
  side: 'left' | 'right'
  draft: DraftedRule
  figures: Figures
  id: (field: string) => string
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedRule>) => void
}

const titles = { left: 'First', right: 'Second' }
const signs = [
  { value: '1', label: 'Plus' },
  { value: '-1', label: 'Less' },
]
const times = Object.entries(timeNames).map(([value, label]) => ({ value, label }))

/** One side of a rule: a figure, or several added up. */
export function RuleSide({ side, draft, figures, id, errorOf, onChange }: RuleSideProps) {
  const terms = draft[side]
  const options = [{ value: '', label: 'Choose a figure' }, ...numbersOf(figures)]
  const put = (next: DraftedTerm[]) => onChange({ [side]: next })
  const change = (index: number, part: Partial<DraftedTerm>) =>
    put(terms.map((term, at) => (at === index ? { ...term, ...part } : term)))
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{titles[side]}</legend>
      {terms.map((term, index) => (
        <div key={index} className="app-term">
          {index > 0 && (
            <Select
              id={id(`${side}-${index}-sign`)}
              label="Added or taken off"
              value={term.sign}
              options={signs}
              onChange={(sign) => change(index, { sign: sign === '-1' ? '-1' : '1' })}
            />
          )}
          <Select
            id={id(`${side}-${index}`)}
            label={index === 0 ? 'Figure' : `Figure ${index + 1}`}
            value={term.figure}
            error={errorOf(`${side}-${index}`)}
            options={options}
            onChange={(figure) => change(index, { figure })}
          />
          <Select
            id={id(`${side}-${index}-at`)}
            label="Of"
            value={term.at}
            options={times}
            onChange={(at) => change(index, { at: at as DraftedTerm['at'] })}
          />
          {index > 0 && (
            <button
              type="button"
              className="app-link-button"
              onClick={() => put(terms.filter((_, at) => at !== index))}
            >
              Take figure {index + 1} out
            </button>
          )}
        </div>
      ))}
      <p className="govuk-body">
        <button type="button" className="app-link-button" onClick={() => put([...terms, blankTerm])}>
          Add up another figure
          <span className="govuk-visually-hidden"> on the {titles[side].toLowerCase()} side</span>
        </button>
      </p>
    </fieldset>
  )
}
