import type { ReactNode } from 'react'
import { useId } from 'react'
import { ScrollBox } from './scroll-box.tsx'

export type Column<Row> = {
  header: string
  cell: (row: Row) => ReactNode
  /** Aligned right, digits of one width. */
  numeric?: boolean
}

export type TableProps<Row> = {
  caption: string
  /** The caption is hidden from sight only where a heading right above says the same. */
  captionSize?: 's' | 'm' | 'l' | 'hidden'
  /** The first column names its row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Said in place of rows. */
  empty?: string
  /** On a narrow screen each row is a few lines, where it would scroll. */
  stacks?: boolean
}

const captionClass = { s: 's', m: 'm', l: 'l', hidden: '' }

/** A table of data. It always has a caption, and scrolls in its own box when it is wider than the page. */
export function Table<Row>({
  caption,
  captionSize = 's',
  columns,
  rows,
  rowKey,
  empty,
  stacks,
}: TableProps<Row>) {
  const captionId = useId()
  const hidden = captionSize === 'hidden'
  const size = hidden ? 'govuk-visually-hidden' : `govuk-table__caption--${captionClass[captionSize]}`
  return (
    <ScrollBox labelledBy={captionId}>
      <table className={`govuk-table${stacks ? ' app-stacks' : ''}`}>
        <caption className={`govuk-table__caption ${size}`} id={captionId}>
          {caption}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map(({ header, numeric }) => (
              <th key={header} scope="col" className={classOf('header', numeric)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row) => (
            <TableRow key={rowKey(row)} row={row} columns={columns} />
          ))}
          {rows.length === 0 && (
            <tr className="govuk-table__row">
              <td className="govuk-table__cell" colSpan={columns.length}>
                {empty ?? 'Nothing to show yet.'}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function TableRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  const [first, ...others] = columns
  return (
    <tr className="govuk-table__row">
      {first && (
        <th scope="row" className="govuk-table__header">
          {first.cell(row)}
        </th>
      )}
      {others.map(({ header, cell, numeric }) => (
        <td key={header} className={classOf('cell', numeric)} data-header={header}>
          {cell(row)}
        </td>
      ))}
    </tr>
  )
}

function classOf(part: 'header' | 'cell', numeric = false): string {
  return `govuk-table__${part}${numeric ? ` govuk-table__${part}--numeric` : ''}`
}
