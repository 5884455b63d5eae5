import type { Severity } from '@inclusion/shared/standards/check'
import { Details } from '../ui/details.tsx'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { checkField, type DraftedCheck } from './drafted-check.ts'
import { RuleFields } from './rule-fields.tsx'
import { severityOptions, tierLabels, tiersInOrder } from './severity-names.ts'

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
      <OwnWords draft={draft} errorOf={errorOf} onChange={onChange} />
    </>
  )
}

function SeverityFields({ draft, errorOf, onChange }: CheckFieldsProps) {
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">What it asks</legend>
      <p className="govuk-body">
        To fix: the return cannot be filed until it is put right. Only what is certainly wrong is to be fixed;
        what is merely unusual is to be explained.
      </p>
      <div className="app-inline-form">
        {tiersInOrder.map((tier) => (
          <Select
            key={tier}
            id={checkField(`severity.${tier}`)}
            label={tierLabels[tier]}
            value={draft.severity[tier]}
            error={errorOf(`severity.${tier}`)}
            options={severityOptions}
            onChange={(value) => onChange({ severity: { ...draft.severity, [tier]: value as Severity } })}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Words of its own over those of the kind; without them each case has its own sentence. */
function OwnWords({ draft, errorOf, onChange }: CheckFieldsProps) {
  return (
    <>
      <Textarea
        id={checkField('words.message')}
        label="Message of its own (optional)"
        hint="Without one, the kind says what is wrong, with the figures in it."
        rows={3}
        value={draft.message}
        error={errorOf('words.message')}
        onChange={(message) => onChange({ message })}
      />
      <Details summary="What {figure} and {said} stand for">
        <p>
          {'{figure}'} stands for the name of the figure, such as “Mentoring sessions attended”. {'{said}'}{' '}
          stands for the whole sentence of the kind, such as “Sessions attended (412) is more than sessions
          offered (398).” A message has at least one of them, so that it always names its figure.
        </p>
      </Details>
      <Textarea
        id={checkField('words.fix')}
        label="What to do, in words of its own (optional)"
        rows={2}
        value={draft.fix}
        error={errorOf('words.fix')}
        onChange={(fix) => onChange({ fix })}
      />
    </>
  )
}
