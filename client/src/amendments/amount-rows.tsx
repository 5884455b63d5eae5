import { useId } from 'react'
import { showNumber } from '@inclusion/shared/figures'
import type { TierThreshold } from '@inclusion/shared/framework/tiers'
import { tierLabels } from '../standards/severity-names.ts'
import { amountKey, tierFrom, type AwardRow, type DraftedAmounts } from './drafted-amounts.ts'
import { awardField } from './fault-places.ts'

type AmountRowsProps = {
  rows: readonly AwardRow[]
  years: readonly string[]
  thresholds: readonly TierThreshold[]
  draft: DraftedAmounts
  errorOf: (field: string) => string | undefined
  onChange: (draft: DraftedAmounts) => void
}

/** A line for each borough: its amount in each year, and its tier as it follows. */
export function AmountRows({ rows, years, thresholds, draft, errorOf, onChange }: AmountRowsProps) {
  const captionId = useId()
  return (
    <table className="app-grid app-amount-rows" aria-labelledby={captionId}>
      <caption className="govuk-table__caption govuk-table__caption--m" id={captionId}>
        Each borough
      </caption>
      <thead>
        <tr>
          <th scope="col">Borough</th>
          {years.map((year) => (
            <th key={year} scope="col">
              {year}
            </th>
          ))}
          <th scope="col">Tier</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.gssCode} className="app-grid__group">
            <th scope="row">
              <strong>{row.name}</strong>
            </th>
            {years.map((year) => (
              <td key={year}>
                <Amount {...{ row, year, draft, onChange }} error={errorOf(awardField(row.gssCode, year))} />
              </td>
            ))}
            <td>
              <output>{tierLabels[tierFrom(row, draft, { years, thresholds })]}</output>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type AmountProps = Pick<AmountRowsProps, 'draft' | 'onChange'> & {
  row: AwardRow
  year: string
  error: string | undefined
}

function Amount({ row, year, draft, error, onChange }: AmountProps) {
  const known = row.known.find(({ financialYear }) => financialYear === year)
  if (known)
    return (
      <span className="app-number">
        <span className="app-grid__label" aria-hidden="true">
          {year}
        </span>
        {known.pence === null ? 'On record, not known' : showNumber(known.pence, 'money')}
      </span>
    )
  const id = awardField(row.gssCode, year)
  const key = amountKey(row.gssCode, year)
  return (
    <div className="app-grid__field">
      <label className="app-grid__label" htmlFor={id}>
        <span className="govuk-visually-hidden">{row.name}, </span>
        {year}
      </label>
      {error && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <div className="govuk-input__wrapper">
        <div className="govuk-input__prefix" aria-hidden="true">
          £
        </div>
        <input
          id={id}
          className={`govuk-input app-grid__input${error ? ' govuk-input--error' : ''}`}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          value={draft.pounds[key] ?? ''}
          onChange={(event) => onChange({ ...draft, pounds: { ...draft.pounds, [key]: event.target.value } })}
        />
      </div>
    </div>
  )
}
