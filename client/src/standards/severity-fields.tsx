import type { Severity } from '@inclusion/shared/standards/check'
import { Select } from '../ui/select.tsx'
import { checkField, type DraftedCheck } from './drafted-check.ts'
import { severityOptions, tierLabels, tiersInOrder } from './severity-names.ts'

type SeverityFieldsProps = {
  draft: DraftedCheck
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedCheck>) => void
}

/** What a check asks in each tier. */
export function SeverityFields({ draft, errorOf, onChange }: SeverityFieldsProps) {
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
