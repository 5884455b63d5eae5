import { TextInput } from '../ui/text-input.tsx'
import { Textarea } from '../ui/textarea.tsx'
import type { DraftedDecision } from './drafted-decisions.ts'
import { decisionField } from './fault-places.ts'

type DecisionFieldsProps = {
  decision: DraftedDecision
  at: number
  years: readonly string[]
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedDecision>) => void
  /** Left out where it is the only one. */
  onRemove?: () => void
}

/** One published decision: its reference, what it is called, and what it gives in each year. */
export function DecisionFields({ decision, at, years, errorOf, onChange, onRemove }: DecisionFieldsProps) {
  const { reference, title, summary } = decision
  const id = (part: string) => decisionField(at, part)
  const name = reference.trim() || `Decision ${at + 1}`
  return (
    <div className="app-window">
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{name}</legend>
        <TextInput
          id={id('reference')}
          label="Reference"
          hint="As it was published, for example PCD 1769."
          width={20}
          value={reference}
          error={errorOf(id('reference'))}
          onChange={(text) => onChange({ reference: text })}
        />
        <TextInput
          id={id('title')}
          label="What it is called"
          value={title}
          error={errorOf(id('title'))}
          onChange={(text) => onChange({ title: text })}
        />
        <Textarea
          id={id('summary')}
          label="What it decides (optional)"
          rows={2}
          value={summary}
          onChange={(text) => onChange({ summary: text })}
        />
        <YearFields {...{ decision, at, years, errorOf, onChange }} />
        {onRemove && (
          <p className="govuk-body">
            <button type="button" className="app-link-button" onClick={onRemove}>
              Take {name} out
            </button>
          </p>
        )}
      </fieldset>
    </div>
  )
}

/** What it gives in each financial year. */
function YearFields({ decision, at, years, errorOf, onChange }: Omit<DecisionFieldsProps, 'onRemove'>) {
  const { pounds } = decision
  return (
    <div className="app-window__days">
      {years.map((year) => (
        <TextInput
          key={year}
          id={decisionField(at, year)}
          label={`Pounds for ${year} (optional)`}
          width={10}
          inputMode="decimal"
          value={pounds[year] ?? ''}
          error={errorOf(decisionField(at, year))}
          onChange={(text) => onChange({ pounds: { ...pounds, [year]: text } })}
        />
      ))}
    </div>
  )
}
