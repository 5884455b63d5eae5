import { shortDate } from '@inclusion/shared/time'
import { Radios } from '../ui/radios.tsx'
import { Table } from '../ui/table.tsx'
import { duplicatesId } from './asked-fields.ts'
import { counted as countOf } from './layout-words.ts'
import type { Counted } from './protocol.ts'
import type { Answering } from './use-answers.ts'

/** Different marks for one pupil and session: she says which of them counts. */
export function ConflictsStep({ answering, counted }: { answering: Answering; counted: Counted }) {
  const { conflicts, shownConflicts } = counted
  if (conflicts === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">Two marks for one session</h3>
      <p className="govuk-body">
        {countOf(conflicts, 'session has', 'sessions have')} two different marks for one pupil.
        {conflicts > shownConflicts.length && ` The first ${shownConflicts.length} are shown.`}
      </p>
      <Table
        caption="Two marks for one session"
        captionSize="hidden"
        rows={shownConflicts}
        rowKey={({ pupil, date, session }) => `${pupil} ${date} ${session}`}
        columns={[
          { header: 'Pupil', cell: ({ pupil }) => pupil },
          { header: 'Date', cell: ({ date }) => shortDate(date) },
          { header: 'Session', cell: ({ session }) => session },
          { header: 'Marks, as read', cell: ({ marks }) => marks.join(', then ') },
        ]}
      />
      <Radios
        id={duplicatesId}
        label="Which counts?"
        value={answering.given.duplicates}
        onChange={(duplicates) => answering.give({ duplicates })}
        look="small"
        choices={[
          { value: 'first', label: 'The mark read first' },
          { value: 'last', label: 'The mark read last, as a later correction' },
        ]}
      />
    </>
  )
}
