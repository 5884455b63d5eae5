import type { DraftDefinition } from '@inclusion/shared/framework/amendment'
import { Select } from '../../ui/select.tsx'
import { definitionField, type DraftedDefinition } from './drafted-definition.ts'

type DerivationFieldsProps = {
  draft: DraftedDefinition
  /** The figures that it may carry over. */
  figures: readonly Pick<DraftDefinition, 'indicator' | 'label'>[]
  errorOf: (field: string) => string | undefined
  onChange: (draft: DraftedDefinition) => void
}

/** How a figure that nobody types is worked out. */
export function DerivationFields({ draft, figures, errorOf, onChange }: DerivationFieldsProps) {
  const { typed, derivation } = draft
  if (typed.collectedFrom !== 'derived' && derivation === null) return null
  if (derivation?.kind === 'attendance')
    return <p className="govuk-body">It is worked out from the attendance that settings report.</p>
  if (derivation?.kind === 'settings-above-baseline')
    return (
      <p className="govuk-body">
        It counts the settings that are above their baseline in {nameOf(figures, derivation.of)}.
      </p>
    )
  return (
    <Select
      id={definitionField('derivation')}
      label="Which figure of the last period does it carry over?"
      hint="It stands there at the start of this period, as it was at the end of the last."
      value={derivation?.from ?? ''}
      error={errorOf('derivation')}
      options={[
        { value: '', label: typed.collectedFrom === 'derived' ? 'Choose' : 'None: it is typed each time' },
        ...figures.map(({ indicator, label }) => ({ value: indicator, label: `${label} (${indicator})` })),
      ]}
      onChange={(from) => onChange({ ...draft, derivation: from === '' ? null : { kind: 'carried', from } })}
    />
  )
}

const nameOf = (figures: DerivationFieldsProps['figures'], code: string): string => {
  const figure = figures.find(({ indicator }) => indicator === code)
  return figure ? `“${figure.label}”` : code
}
