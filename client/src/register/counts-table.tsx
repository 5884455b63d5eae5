import { smallCohortWords } from '@inclusion/shared/attendance/small-cohort'
import { showRatio } from '@inclusion/shared/figures'
import { attendanceParts } from '@inclusion/shared/standards/words'
import { Table } from '../ui/table.tsx'
import { codesKept, type CodesKept } from './count/codes-kept.ts'
import type { CountedCohort } from './counted-cohorts.ts'
import type { Counts } from './counts.ts'
import { thousands } from './layout-words.ts'

type Line = { name: string; of: (cohort: CountedCohort) => string }

const lines: readonly Line[] = [
  { name: attendanceParts.possible, of: ({ totals }) => thousands(totals.possible) },
  { name: attendanceParts.attended, of: ({ totals }) => thousands(totals.attended) },
  { name: attendanceParts.authorised, of: ({ totals }) => thousands(totals.authorised) },
  { name: attendanceParts.unauthorised, of: ({ totals }) => thousands(totals.unauthorised) },
  {
    name: 'Attendance',
    of: ({ totals: { attended, possible } }) =>
      showRatio({ numerator: attended, denominator: possible }, 'proportion') ?? 'No sessions',
  },
  { name: attendanceParts.enrolments, of: ({ counts }) => thousands(counts.enrolments) },
  { name: attendanceParts.persistent, of: ({ counts }) => thousands(counts.persistent) },
  { name: attendanceParts.severe, of: ({ counts }) => thousands(counts.severe) },
]

/** What was counted, cohort by cohort, as it goes into the report. */
export function CountsTable({ cohorts, counts }: { cohorts: readonly CountedCohort[]; counts: Counts }) {
  return (
    <>
      <Table
        caption="What was counted"
        captionSize="hidden"
        rows={lines}
        rowKey={({ name }) => name}
        columns={[
          { header: 'Count', cell: ({ name }: Line) => name },
          ...cohorts.map((cohort) => ({
            header: cohort.words,
            numeric: true,
            cell: ({ of }: Line) => of(cohort),
          })),
        ]}
      />
      {cohorts.map(({ cohort, words }) => {
        const why = keptWords(codesKept(counts, cohort))
        return (
          why && (
            <p key={cohort} className="govuk-body">
              <strong>{words}.</strong> {why} Only totals are sent, not which codes they come from.
            </p>
          )
        )
      })}
    </>
  )
}

/** Why codes of a cohort stay here; null where none do. */
function keptWords({ why, years }: CodesKept): string | null {
  if (why === 'few') return `${smallCohortWords}.`
  if (why === 'few-others')
    return 'All but 1 to 5 pupils are in the programme, who could be told by subtraction.'
  if (years.length === 0) return null
  return `In ${years.join(' and ')} 1 to 5 pupils could be told from the others.`
}
