import {
  attendanceClasses,
  attendanceCodes,
  codeMeanings,
  type AttendanceCode,
} from '@inclusion/shared/attendance/codes'
import { Table } from '../ui/table.tsx'
import type { CountedCohort } from './counted-cohorts.ts'
import { thousands } from './layout-words.ts'

/** Every code that the register holds: what it means, what it counts as, and how many sessions have it. */
export function CodeTable({ cohorts }: { cohorts: readonly Pick<CountedCohort, 'words' | 'byCode'>[] }) {
  const used = attendanceCodes.filter((code) => cohorts.some(({ byCode }) => (byCode[code] ?? 0) > 0))
  const legacy = used.filter((code) => codeMeanings[code].legacy)
  return (
    <>
      <Table
        caption="Sessions by attendance code"
        rows={used}
        rowKey={(code) => code}
        columns={[
          { header: 'Code', cell: (code: AttendanceCode) => code },
          { header: 'Meaning', cell: (code) => codeMeanings[code].meaning },
          { header: 'Counts as', cell: (code) => attendanceClasses[codeMeanings[code].class] },
          ...cohorts.map(({ words, byCode }) => ({
            header: words,
            numeric: true,
            cell: (code: AttendanceCode) => thousands(byCode[code] ?? 0),
          })),
        ]}
      />
      <p className="govuk-body">
        Possible sessions are those attended (present, and approved educational activity) and absences,
        authorised or not. All others count neither way.
      </p>
      {used.includes('D') && (
        <p className="govuk-body">
          D: the pupil is also registered elsewhere and was due there. That school counts the session, this
          one does not.
        </p>
      )}
      {legacy.length > 0 && (
        <p className="govuk-body">
          {legacy.join(', ')}: no longer in force, counted as {legacy.length === 1 ? 'it was' : 'they were'}{' '}
          then.
        </p>
      )}
    </>
  )
}
