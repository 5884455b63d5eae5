import { useId } from 'react'
import type { QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import { sizeWords } from '@inclusion/shared/movements/size'
import { thoughtWords } from '@inclusion/shared/review-queue'
import { paths } from '../../routing/paths.ts'
import { Link } from '../../ui/link.tsx'
import { RowCheckbox } from '../../ui/row-checkbox.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ageWords, findingWords, heldWords, nameOf, shortPeriod } from './words.ts'

export type Selection = {
  has: (returnId: string) => boolean
  toggle: (line: QueueLine) => void
}

type QueueTableProps = { caption: string; lines: readonly QueueLine[]; selection: Selection; empty: string }

const headers = ['Return', 'Held by', 'Age', 'Score and findings', 'Size of change'] as const

/** A row a return; on a phone a block, with the name of each cell before it. */
export function QueueTable({ caption, lines, selection, empty }: QueueTableProps) {
  const captionId = useId()
  return (
    <table className="govuk-table app-queue app-stacks" aria-labelledby={captionId}>
      <caption className="govuk-table__caption govuk-table__caption--m" id={captionId}>
        {caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header">
            <span className="govuk-visually-hidden">Accept together</span>
          </th>
          {headers.map((header) => (
            <th key={header} scope="col" className="govuk-table__header">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {lines.map((line) => (
          <QueueRow key={line.id} line={line} selection={selection} />
        ))}
        {lines.length === 0 && (
          <tr className="govuk-table__row">
            <td className="govuk-table__cell" colSpan={headers.length + 1}>
              {empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function QueueRow({ line, selection }: { line: QueueLine; selection: Selection }) {
  const { id, authority, programme, period, status, filed } = line
  const [, , , score, size] = headers
  return (
    <tr className="govuk-table__row">
      <td className="govuk-table__cell app-queue__select">
        {line.mayAcceptTogether && (
          <RowCheckbox
            id={`select-${id}`}
            checked={selection.has(id)}
            onChange={() => selection.toggle(line)}
          >
            <span className="govuk-visually-hidden">Select {nameOf(line)}</span>
          </RowCheckbox>
        )}
      </td>
      <th scope="row" className="govuk-table__header">
        <Link href={paths.review(id)} about={`${programme.name}, ${period.label}`}>
          {authority.name}
        </Link>
        <p className="app-reason" aria-hidden="true">
          {programme.name}, {shortPeriod(line)}
        </p>
        <NeedTag line={line} />
      </th>
      <td className="govuk-table__cell" data-header={headers[1]}>
        <StatusTag status={status} />
        <p className="app-reason">{heldWords(line)}</p>
      </td>
      <td className="govuk-table__cell" data-header={headers[2]}>
        {ageWords(line)}
        {line.age?.isOver && (
          <>
            {' '}
            <Tag colour="red">Over</Tag>
          </>
        )}
      </td>
      <td className="govuk-table__cell" data-header={score}>
        {filed ? `${filed.score.met} of ${filed.score.asked} clauses` : 'Not filed yet'}
        {filed && <p className="app-reason">{findingWords(filed)}</p>}
      </td>
      <td className="govuk-table__cell" data-header={size}>
        {filed && sizeWords(filed.size)}
      </td>
    </tr>
  )
}

/** Clean, or what needs thought beside what its columns say. */
function NeedTag({ line: { thoughts, reopenAsked, isOwn } }: { line: QueueLine }) {
  const reasons = reopenAsked ? ['Asked to be opened again'] : thoughts?.map(thoughtWords)
  if (!reasons) return null
  if (reasons.length === 0)
    return (
      <>
        <Tag colour="green">Clean</Tag>
        {isOwn && <p className="app-reason">You filed it, so another evaluator reviews it.</p>}
      </>
    )
  return (
    <>
      <Tag colour="orange">Needs thought</Tag>
      <ul className="app-queue__why">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  )
}
