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
        <TermFields
          key={index}
          {...{ term, index, options }}
          id={(part) => id(`${side}-${index}${part}`)}
          error={errorOf(`${side}-${index}`)}
          onChange={(part) => change(index, part)}
          onRemove={() => put(terms.filter((_, at) => at !== index))}
        />
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

type TermFieldsProps = {
  term: DraftedTerm
  index: number
  options: { value: string; label: string }[]
  id: (part: string) => string
  error: string | undefined
  onChange: (part: Partial<DraftedTerm>) => void
  onRemove: () => void
}

/** One figure of a side: which, of when, and from the second on whether it is added or taken off. */
function TermFields({ term, index, options, id, error, onChange, onRemove }: TermFieldsProps) {
  return (
    <div className="app-term">
      {index > 0 && (
        <Select
          id={id('-sign')}
          label="Added or taken off"
          value={term.sign}
          options={signs}
          onChange={(sign) => onChange({ sign: sign === '-1' ? '-1' : '1' })}
        />
      )}
      <Select
        id={id('')}
        label={index === 0 ? 'Figure' : `Figure ${index + 1}`}
        value={term.figure}
        error={error}
        options={options}
        onChange={(figure) => onChange({ figure })}
      />
      <Select
        id={id('-at')}
        label="Of"
        value={term.at}
        options={times}
        onChange={(at) => onChange({ at: at as DraftedTerm['at'] })}
      />
      {index > 0 && (
        <button type="button" className="app-link-button" onClick={onRemove}>
          Take figure {index + 1} out
        </button>
      )}
    </div>
  )
}
