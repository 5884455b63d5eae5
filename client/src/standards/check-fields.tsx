import { Textarea } from '../ui/textarea.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { checkField, type DraftedCheck } from './drafted-check.ts'
import { OwnWordsFields } from './own-words-fields.tsx'
import { RuleFields } from './rule-fields.tsx'
import { SeverityFields } from './severity-fields.tsx'

type CheckFieldsProps = {
  draft: DraftedCheck
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedCheck>) => void
}

/** Everything of a check that an evaluator may change: severities, thresholds, words. */
export function CheckFields({ draft, errorOf, onChange }: CheckFieldsProps) {
  return (
    <>
      <SeverityFields draft={draft} errorOf={errorOf} onChange={onChange} />
      <h2 className="govuk-heading-m">Thresholds</h2>
      <RuleFields
        kind={draft.kind}
        typed={draft.typed}
        errorOf={errorOf}
        onType={(typed) => onChange({ typed: { ...draft.typed, ...typed } })}
      />
      <h2 className="govuk-heading-m">Words</h2>
      <TextInput
        id={checkField('title')}
        label="What it looks for"
        hint="One sentence, as a rule that a sound return keeps."
        value={draft.title}
        error={errorOf('title')}
        onChange={(title) => onChange({ title })}
      />
      <Textarea
        id={checkField('rationale')}
        label="Why the standard asks for it"
        rows={3}
        value={draft.rationale}
        error={errorOf('rationale')}
        onChange={(rationale) => onChange({ rationale })}
      />
      <OwnWordsFields draft={draft} errorOf={errorOf} onChange={onChange} />
    </>
  )
}
