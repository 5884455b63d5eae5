import { useId, useState, type ClipboardEvent } from 'react'
import { isBlock } from '../returns/paste/is-block.ts'
import { readClipboard } from '../returns/paste/read-clipboard.ts'
import { Details } from '../ui/details.tsx'
import {
  numberKey,
  pasteNumbers,
  type NumberColumn,
  type NumberRow,
  type Numbers,
  type NumberTableOf,
} from './number-sheet.ts'

type NumberTableProps = NumberTableOf & {
  caption: string
  /** What a row is: "Borough". */
  rowHeader: string
  numbers: Numbers
  /** Before the number, or after it, in each field. */
  prefix?: string
  suffix?: string
  errorOf: (id: string) => string | undefined
  onChange: (numbers: Numbers) => void
  /** A column at the end that follows from what is typed. */
  last?: { header: string; wordsOf: (row: NumberRow) => string }
}

/** A number for each borough in each column, typed, or pasted from a spreadsheet. */
export function NumberTable(props: NumberTableProps) {
  const { caption, rowHeader, rows, columns, last } = props
  const captionId = useId()
  const { pasted, paste, takeBack } = usePaste(props)
  return (
    <>
      <p className="govuk-hint">
        You can paste from a spreadsheet into any field: rows find their place by their names.
      </p>
      <output className="govuk-!-display-block">
        {pasted && <Pasted {...pasted} onTakeBack={takeBack} />}
      </output>
      <table className="app-grid app-amount-rows" aria-labelledby={captionId} onPaste={paste}>
        <caption className="govuk-table__caption govuk-table__caption--m" id={captionId}>
          {caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">{rowHeader}</th>
            {columns.map(({ key, header }) => (
              <th key={key} scope="col">
                {header}
              </th>
            ))}
            {last && <th scope="col">{last.header}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <NumberTableRow key={row.key} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function NumberTableRow({ row, ...props }: NumberTableProps & { row: NumberRow }) {
  const { columns, numbers, last, onChange } = props
  return (
    <tr className="app-grid__group">
      <th scope="row">
        <strong>{row.name}</strong>
      </th>
      {columns.map((column) => (
        <td key={column.key}>
          <NumberCell
            {...props}
            {...{ row, column }}
            text={numbers[numberKey(row.key, column.key)] ?? ''}
            onType={(text) => onChange({ ...numbers, [numberKey(row.key, column.key)]: text })}
          />
        </td>
      ))}
      {last && (
        <td>
          <output>{last.wordsOf(row)}</output>
        </td>
      )}
    </tr>
  )
}

/** What was pasted last, and how it is taken back. */
function usePaste({ numbers, onChange, ...table }: NumberTableProps) {
  const [pasted, setPasted] = useState<{ before: Numbers; put: number; lost: string[] } | null>(null)
  const paste = (event: ClipboardEvent) => {
    const { clipboardData, target } = event
    const clipboard = { plain: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
    if (!(target instanceof HTMLInputElement) || !isBlock(clipboard)) return
    event.preventDefault()
    const {
      put,
      lost,
      numbers: next,
    } = pasteNumbers(readClipboard(clipboard), numbers, { table, at: target.id })
    setPasted({ before: numbers, put, lost })
    onChange(next)
  }
  const takeBack = () => {
    if (pasted) onChange(pasted.before)
    setPasted(null)
  }
  return { pasted, paste, takeBack }
}

type PastedProps = { put: number; lost: string[]; onTakeBack: () => void }

function Pasted({ put, lost, onTakeBack }: PastedProps) {
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">
        {put === 1 ? '1 number is put in' : `${put} numbers are put in`}
        {lost.length === 0 ? '. ' : `, ${lost.length} ${lost.length === 1 ? 'is' : 'are'} not. `}
        <button type="button" className="app-link-button" onClick={onTakeBack}>
          Take the paste back
        </button>
      </p>
      {lost.length > 0 && (
        <Details summary="What is not put in, and why">
          <ul className="govuk-list govuk-list--bullet">
            {lost.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  )
}

type NumberCellProps = Pick<NumberTableProps, 'idOf' | 'closedOf' | 'errorOf' | 'prefix' | 'suffix'> & {
  row: NumberRow
  column: NumberColumn
  text: string
  onType: (text: string) => void
}

function NumberCell({ row, column, text, onType, ...of }: NumberCellProps) {
  const closed = of.closedOf(row.key, column.key)
  if (closed !== null)
    return (
      <span className="app-number">
        <span className="app-grid__label" aria-hidden="true">
          {column.header}
        </span>
        {closed}
      </span>
    )
  const id = of.idOf(row.key, column.key)
  const error = of.errorOf(id)
  return (
    <div className="app-grid__field">
      <label className="app-grid__label" htmlFor={id}>
        <span className="govuk-visually-hidden">{row.name}, </span>
        {column.header}
      </label>
      {error && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <div className="govuk-input__wrapper">
        {of.prefix && <Affix place="prefix">{of.prefix}</Affix>}
        <input
          id={id}
          className={`govuk-input app-grid__input${error ? ' govuk-input--error' : ''}`}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          value={text}
          onChange={(event) => onType(event.target.value)}
        />
        {of.suffix && <Affix place="suffix">{of.suffix}</Affix>}
      </div>
    </div>
  )
}

const Affix = ({ place, children }: { place: 'prefix' | 'suffix'; children: string }) => (
  <div className={`govuk-input__${place}`} aria-hidden="true">
    {children}
  </div>
)
