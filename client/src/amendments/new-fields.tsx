import { Details } from '../ui/details.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { periodLabel } from '@inclusion/shared/periods'
import { definitionField } from './definition/drafted-definition.ts'
import { codeOf, type Around, type DraftedFigure } from './drafted-figure.ts'
import type { EditedFigure } from './edited-figure.ts'
import { periodsFrom } from './periods-of.ts'

type NewFieldsProps = {
  figure: EditedFigure
  around: Around
  draft: DraftedFigure
  errorOf: (field: string) => string | undefined
  onChange: (draft: DraftedFigure) => void
}

/** Where a new figure stands, and its code: proposed, so that nobody has to think of one. */
export function NewFields({ figure, around, draft, errorOf, onChange }: NewFieldsProps) {
  const code = codeOf(draft, figure, around)
  const { framework } = around
  const codeField = (
    <TextInput
      id={definitionField('indicator')}
      label="Code"
      hint="It stays for ever once it is published, so it is never used for another figure."
      width={10}
      value={code}
      error={errorOf('indicator')}
      onChange={(typed) => onChange({ ...draft, code: typed })}
    />
  )
  return (
    <>
      {framework && (
        <>
          <Select
            id={definitionField('after')}
            label="Where does it stand in the return?"
            value={draft.after}
            options={[
              { value: '', label: 'At the end' },
              ...framework.definitions.map(({ indicator, label }) => ({
                value: indicator,
                label: `After “${label}”`,
              })),
            ]}
            onChange={(after) => onChange({ ...draft, after })}
          />
          <Select
            id={definitionField('effectiveFrom')}
            label="From which period is it asked?"
            value={draft.from}
            error={errorOf('effectiveFrom')}
            options={periodsFrom(figure.from).map((id) => ({ value: id, label: periodLabel(id) }))}
            onChange={(from) => onChange({ ...draft, from })}
          />
        </>
      )}
      {errorOf('indicator') ? codeField : <Details summary={`Its code is ${code}`}>{codeField}</Details>}
    </>
  )
}
