import { showNumber, showRatio } from '@inclusion/shared/figures'
import type { Comparator } from '@inclusion/server/programmes/comparators'
import { InsetText } from '../ui/inset-text.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { attendedOf } from './attendance-series.ts'

const ofPupils = (number: number | null, { enrolments }: Comparator) =>
  number === null
    ? 'Not collected'
    : (showRatio({ numerator: number, denominator: enrolments }, 'proportion') ?? 'No pupils')

const columns: Column<Comparator>[] = [
  { header: 'Area', cell: ({ label }) => label },
  {
    header: 'Period',
    cell: ({ academicYear, timeIdentifier }) => `${academicYear}, ${timeIdentifier.toLowerCase()}`,
  },
  {
    header: 'Attendance',
    numeric: true,
    cell: (comparator) => showRatio(attendedOf(comparator), 'proportion') ?? 'No sessions',
  },
  { header: 'Persistently absent', numeric: true, cell: (row) => ofPupils(row.persistent, row) },
  { header: 'Severely absent', numeric: true, cell: (row) => ofPupils(row.severe, row) },
  { header: 'Pupils enrolled', numeric: true, cell: ({ enrolments }) => showNumber(enrolments, 'count') },
]

/** What the Department for Education publishes, beside ours and never mixed into it. */
export function ComparatorTable({ comparators }: { comparators: readonly Comparator[] }) {
  if (comparators.length === 0) return null
  const sources = [...new Set(comparators.map(({ source }) => source))]
  return (
    <>
      <InsetText>
        These are not like for like. The Department for Education’s figures are of all pupils of pupil
        referral units, for school terms and not for quarters, and for earlier years than ours. They show what
        is usual in these settings, not what the programme changed.
      </InsetText>
      <Table
        caption="Attendance in pupil referral units, as the Department for Education publishes it"
        columns={columns}
        rows={comparators}
        rowKey={({ area }) => area}
      />
      {sources.map((source) => (
        <p key={source} className="app-reason govuk-!-margin-bottom-4">
          Source: {source}.
        </p>
      ))}
    </>
  )
}
