import { useId } from 'react'
import type { CollectionRow, CollectionView } from '@inclusion/server/collection/view'
import { windowStateNames } from '@inclusion/shared/collection/windows'
import { periodMonths } from '@inclusion/shared/periods'
import { shortDate } from '@inclusion/shared/time'
import type { Told } from '../outcome.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Tag } from '../ui/tag.tsx'
import { MatrixCell } from './matrix-cell.tsx'
import { columnsOf, totalWords, windowColours, type PeriodColumn } from './collection-words.ts'
import { RemindLate } from './remind-late.tsx'

type MatrixProps = { view: CollectionView; isNarrowed: boolean; told: Told }

/** Authorities down, periods across. The names stay in sight however far it is scrolled. */
export function CollectionMatrix({ view, isNarrowed, told }: MatrixProps) {
  const captionId = useId()
  const { rows, matching } = view
  const columns = columnsOf(view.periods)
  return (
    <ScrollBox labelledBy={captionId}>
      <table className="govuk-table app-matrix">
        <caption className="govuk-table__caption govuk-table__caption--m" id={captionId}>
          {captionOf(matching, rows.length, isNarrowed)}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Authority
            </th>
            {columns.map(({ period }) => (
              <th key={period.id} scope="col" className="govuk-table__header">
                {periodMonths(period.id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          <TogetherRow {...{ view, columns, told }} />
          {rows.map((row) => (
            <AuthorityRow key={row.gssCode} {...{ row, columns }} mayManage={view.mayManage} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function captionOf(matching: number, listed: number, isNarrowed: boolean): string {
  const authorities = matching === 1 ? '1 authority' : `${matching} authorities`
  const narrowed = isNarrowed ? ' with a return like that' : ''
  return `${authorities}${narrowed}${listed < matching ? `, the first ${listed} listed` : ''}`
}

/** Each period as a whole: its window, and how many returns are in. */
function TogetherRow({
  view,
  columns,
  told,
}: {
  view: CollectionView
  columns: readonly PeriodColumn[]
  told: Told
}) {
  return (
    <tr className="govuk-table__row app-matrix__together">
      <th scope="row" className="govuk-table__header">
        All authorities
      </th>
      {columns.map(({ period }) => (
        <td key={period.id} className="govuk-table__cell">
          <Tag colour={windowColours[period.state]}>{windowStateNames[period.state]}</Tag>
          <p className="app-reason">
            {period.state === 'to-come' ? `Opens ${shortDate(period.opensOn)}, due` : 'Due'}{' '}
            {shortDate(period.dueOn)}
          </p>
          {period.state !== 'to-come' && <p className="app-reason">{totalWords(period.totals)}</p>}
          {view.mayManage && period.totals.overdue > 0 && (
            <RemindLate programme={view.programme.code} period={period} {...told} />
          )}
        </td>
      ))}
    </tr>
  )
}

type AuthorityRowProps = { row: CollectionRow; columns: readonly PeriodColumn[]; mayManage: boolean }

function AuthorityRow({ row, columns, mayManage }: AuthorityRowProps) {
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        {row.name}
      </th>
      {columns.map(({ period, index }) => (
        <td key={period.id} className="govuk-table__cell">
          <MatrixCell
            cell={row.cells[index] ?? null}
            mayManage={mayManage}
            about={`${row.name}, ${periodMonths(period.id)}`}
            isToCome={period.state === 'to-come'}
          />
        </td>
      ))}
    </tr>
  )
}
