import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Table, type Column as TableColumn } from '../ui/table.tsx'
import { columnDay, roleWords, rolesIn } from './layout-words.ts'
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
  const { columns } = layout
  const rows = all ? columns : columns.slice(0, shownAtFirst)
  const roles = sheet.correction.roles ?? {}
  const change = (index: number, role: ColumnRole) => onChange({ ...roles, [index]: role })
  return (
    <>
      <div className="app-register__stack">
        <Table
          caption="Columns"
          columns={tableColumns({ id, sheet, layout, change })}
          rows={rows}
          rowKey={({ index }) => String(index)}
        />
      </div>
      {rows.length < columns.length && (
        <Button look="secondary" onClick={() => setAll(true)}>
          Show all {String(columns.length)} columns
        </Button>
      )}
    </>
  )
}

type Columns = {
  id: string
  sheet: SheetReading
  layout: Layout
  change: (index: number, role: ColumnRole) => void
}

const tableColumns = ({ id, sheet, layout, change }: Columns): TableColumn<Column>[] => [
  { header: 'Column', cell: nameOf },
  { header: 'First values', cell: ({ index }) => <Values values={sheet.samples[index] ?? []} /> },
  {
    header: 'What it is',
    cell: (column) => (
      <RoleSelect
        id={`${id}-column-${column.index}`}
        column={column}
        role={sheet.correction.roles?.[column.index] ?? column.role}
        roles={rolesIn(layout)}
        onChange={(role) => change(column.index, role)}
      />
    ),
  },
]

const nameOf = ({ heading, index }: Column): string => heading || `Column ${index + 1}`

type RoleSelectProps = {
  id: string
  column: Column
  role: ColumnRole
  roles: readonly ColumnRole[]
  onChange: (role: ColumnRole) => void
}

function RoleSelect({ id, column, role, roles, onChange }: RoleSelectProps) {
  const day = columnDay(column)
  return (
    <>
      <select
        className="govuk-select"
        id={id}
        aria-label={`What ${nameOf(column)} is`}
        value={role}
        onChange={({ target }) => onChange(target.value as ColumnRole)}
      >
        {[...new Set([...roles, role])].map((each) => (
          <option key={each} value={each}>
            {roleWords[each]}
          </option>
        ))}
      </select>
      {day && <span className="app-grid__small">{day}</span>}
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
