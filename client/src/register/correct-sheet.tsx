import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Radios } from '../ui/radios.tsx'
import { Select } from '../ui/select.tsx'
import { ColumnRoles } from './column-roles.tsx'
import { FirstYear } from './first-year.tsx'
import { shapeWords } from './layout-words.ts'
import { shapes, type Correction, type DateOrder, type Shape } from './layout.ts'
import type { SheetReading } from './protocol.ts'

type CorrectSheetProps = {
  sheet: SheetReading
  index: number
  correct: (sheet: number, correction: Correction) => void
  /** Open at first: without a correction there is no register. */
  isWanted: boolean
}

/** What was understood of one sheet, to put right; every change is read again at once. */
export function CorrectSheet({ sheet, index, correct, isWanted }: CorrectSheetProps) {
  // As on arrival: it must not close over the field that has just mended it.
  const [isOpen] = useState(isWanted)
  const { layout, correction } = sheet
  const id = `sheet-${index}`
  const change = (part: Correction) => correct(index, { ...correction, isNoRegister: false, ...part })
  // The columns are others then: what was said of them no longer holds.
  const { roles: _, ...kept } = correction
  const anew = (part: Correction) => correct(index, { ...kept, isNoRegister: false, ...part })
  const isCorrected = Object.keys(correction).length > 0
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary" id={`${id}-summary`}>
        <span className="govuk-details__summary-text">Correct how {sheet.name ?? sheet.file} is read</span>
      </summary>
      <div className="govuk-details__text">
        <LayoutFields id={id} sheet={sheet} onChange={anew} />
        <Radios
          id={`${id}-order`}
          label="Dates in figures"
          value={correction.dateOrder ?? layout?.dateOrder ?? null}
          onChange={(dateOrder: DateOrder) => change({ dateOrder })}
          look="small"
          choices={[
            { value: 'day-first', label: 'The day comes first' },
            { value: 'month-first', label: 'The month comes first' },
          ]}
        />
        <FirstYear id={`${id}-year`} value={correction.firstYear} onChange={change} />
        {layout && <ColumnRoles {...{ id, sheet, layout }} onChange={(roles) => change({ roles })} />}
        <ButtonGroup>
          {!correction.isNoRegister && (
            <Button look="secondary" onClick={() => correct(index, { isNoRegister: true })}>
              This sheet is no register
            </Button>
          )}
          {isCorrected && (
            <Button look="secondary" onClick={() => correct(index, {})}>
              Undo these corrections
            </Button>
          )}
        </ButtonGroup>
      </div>
    </details>
  )
}

type LayoutFieldsProps = { id: string; sheet: SheetReading; onChange: (part: Correction) => void }

function LayoutFields({ id, sheet, onChange }: LayoutFieldsProps) {
  const { layout, correction, firstRows } = sheet
  return (
    <>
      <Select
        id={`${id}-shape`}
        label="How it is laid out"
        value={correction.shape ?? layout?.shape ?? ''}
        onChange={(shape) => onChange({ shape: shape as Shape })}
        options={[
          ...(layout ? [] : [{ value: '', label: 'Choose' }]),
          ...shapes.map((value) => ({ value, label: shapeWords[value] })),
        ]}
      />
      <Select
        id={`${id}-headings`}
        label="Row of headings"
        hint="The last one, where headings take several rows."
        value={String(correction.headingRow ?? layout?.headingRow ?? '')}
        onChange={(row) => onChange({ headingRow: Number(row) })}
        options={[
          ...(layout && layout.headingRow < firstRows.length ? [] : [{ value: '', label: 'Choose' }]),
          ...firstRows.map((words, row) => ({ value: String(row), label: `${row + 1}: ${words}` })),
        ]}
      />
    </>
  )
}
