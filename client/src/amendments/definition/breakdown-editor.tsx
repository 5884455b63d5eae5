import { Radios } from '../../ui/radios.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { choices, tiers } from '../../framework/definition-words.ts'
import { Beside } from './beside.tsx'
import type { DraftedBreakdown } from './drafted-breakdown.ts'
import { definitionField } from './drafted-definition.ts'

type BreakdownEditorProps = {
  index: number
  breakdown: DraftedBreakdown
  before: { edition: string; words: string; isChanged: boolean } | null
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedBreakdown>) => void
  onRemove: () => void
}

const optionsOf = <Value extends string>(of: Record<Value, string>) =>
  Object.entries(of).map(([value, label]) => ({ value: value as Value, label: label as string }))

/** One breakdown: what it is by, and its categories, a line for each. */
export function BreakdownEditor({ index, breakdown, before, errorOf, ...acts }: BreakdownEditorProps) {
  const { onChange, onRemove } = acts
  const name = (part: string) => `disaggregations.${index}.${part}`
  const id = (part: string) => definitionField(name(part))
  const { label, lines } = breakdown
  return (
    <Beside before={before}>
      <div className="app-breakdown">
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
            {label.trim() === '' ? `Breakdown ${index + 1}` : `By ${label.toLowerCase()}`}
          </legend>
          <TextInput
            id={id('label')}
            label="What it is by"
            value={label}
            error={errorOf(name('label'))}
            onChange={(value) => onChange({ label: value })}
          />
          <Textarea
            id={id('lines')}
            label="Categories"
            hint="One on each line. Other spellings that may be pasted follow an equals sign: Online = Webinar, Virtual"
            rows={6}
            value={lines}
            error={errorOf(name('lines')) ?? errorOf(name('categories'))}
            onChange={(value) => onChange({ lines: value })}
          />
          <Standing {...{ breakdown, id, onChange }} />
          <button type="button" className="app-link-button" onClick={onRemove}>
            Take this breakdown out
            <span className="govuk-visually-hidden"> {label}</span>
          </button>
        </fieldset>
      </div>
    </Beside>
  )
}

type StandingProps = Pick<BreakdownEditorProps, 'breakdown' | 'onChange'> & { id: (part: string) => string }

/** How a breakdown stands to its figure, and who is asked for it. */
function Standing({ breakdown: { choice, askedFrom }, id, onChange }: StandingProps) {
  return (
    <>
      <Radios
        id={id('choice')}
        label="How do the categories stand to the figure?"
        look="small"
        value={choice}
        choices={optionsOf(choices)}
        onChange={(value) => onChange({ choice: value })}
      />
      <Radios
        id={id('askedFrom')}
        label="In which tiers is the breakdown asked?"
        look="small"
        value={askedFrom}
        choices={optionsOf(tiers)}
        onChange={(value) => onChange({ askedFrom: value })}
      />
    </>
  )
}
