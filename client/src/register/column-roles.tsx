import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Table, type Column as TableColumn } from '../ui/table.tsx'
import { columnDay, roleWords, rolesOf } from './layout-words.ts'
import type { Column, ColumnRole, Correction, Layout } from './layout.ts'
import type { SheetReading } from './protocol.ts'

type ColumnRolesProps = {
  id: string
  sheet: SheetReading
  layout: Layout
  onChange: (roles: NonNullable<Correction['roles']>) => void
}

/** Of a register by pupil there may be hundreds, one for each session. */
const shownAtFirst = 15

/** Every column with its heading, its first values and what it is. */
export function ColumnRoles({ id, sheet, layout, onChange }: ColumnRolesProps) {
  const [all, setAll] = useState(false)
  const { columns, shape } = layout
  const rows = all ? columns : columns.slice(0, shownAtFirst)
  const roles = sheet.correction.roles ?? {}
  const table: TableColumn<Column>[] = [
    { header: 'Column', cell: ({ heading, index }) => heading || `Column ${index + 1}` },
    { header: 'First values', cell: ({ index }) => <Values values={sheet.samples[index] ?? []} /> },
    {
      header: 'What it is',
      cell: (column) => (
        <>
          <select
            className="govuk-select"
            id={`${id}-column-${column.index}`}
            aria-label={`What ${column.heading || `column ${column.index + 1}`} is`}
            value={roles[column.index] ?? column.role}
            onChange={({ target }) => onChange({ ...roles, [column.index]: target.value as ColumnRole })}
          >
            {[...new Set([...rolesOf[shape], column.role])].map((role) => (
              <option key={role} value={role}>
                {roleWords[role]}
              </option>
            ))}
          </select>
          {columnDay(column) && <span className="app-grid__small">{columnDay(column)}</span>}
        </>
      ),
    },
  ]
  return (
    <>
      <Table caption="Columns" columns={table} rows={rows} rowKey={({ index }) => String(index)} />
      {rows.length < columns.length && (
        <Button look="secondary" onClick={() => setAll(true)}>
          Show all {String(columns.length)} columns
        </Button>
      )}
    </>
  )
}

function Values({ values }: { values: readonly string[] }) {
  return (
    <ul className="govuk-list app-register__values">
      {values.map((value, index) => (
        <li key={`${index} ${value}`}>{value === '' ? '–' : value}</li>
      ))}
    </ul>
  )
}
