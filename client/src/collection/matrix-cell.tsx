import type { CollectionCell } from '@inclusion/server/collection/view'
import { shortDate } from '@inclusion/shared/time'
import { progressWords } from '../returns/sections.ts'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { Tag } from '../ui/tag.tsx'
import { timeColours, timeWords } from './collection-words.ts'

type MatrixCellProps = {
  cell: CollectionCell | null
  about: string
  isToCome: boolean
  mayManage: boolean
}

/** One return: its status, how far it is, and whether it is in time; all of it in words. */
export function MatrixCell({ cell, about, isToCome, mayManage }: MatrixCellProps) {
  if (!cell) return <span className="app-reason">{isToCome ? 'Not open yet' : 'No return asked'}</span>
  const { returnId, status, progress, extendedFrom, dueOn, remindedOn } = cell
  const colour = timeColours[cell.timeliness.kind]
  return (
    <div className="app-matrix__cell">
      <Link href={paths.return(returnId)} about={about}>
        <StatusTag status={status} />
      </Link>
      {/* What is carried over is no beginning. */}
      {progress && status !== 'not-started' && <span>{progressWords(progress)}</span>}
      <span>
        {colour ? <Tag colour={colour}>{timeWords(cell)}</Tag> : timeWords(cell)}
        {progress && (
          <span className="app-screen-only">
            {' '}
            <Link href={staffPaths.dueDay(returnId)} about={`of ${about}`}>
              {mayManage ? 'Extend' : 'Due day'}
            </Link>
          </span>
        )}
      </span>
      {extendedFrom && <span>Extended to {shortDate(dueOn)}</span>}
      {remindedOn && <span>Reminded {shortDate(remindedOn)}</span>}
    </div>
  )
}
