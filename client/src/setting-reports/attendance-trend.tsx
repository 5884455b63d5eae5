import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { Comparator } from '@inclusion/server/programmes/comparators'
import { BarChart } from '../charts/bar-chart.tsx'
import { Figure } from '../ui/figure.tsx'
import { Table } from '../ui/table.tsx'
import { OwnTrend } from './own-trend.tsx'

const percent = (rate: number): string => `${(rate * 100).toFixed(1)}%`

/** The setting's own attendance over time, and DfE's beside it: near each other, never in one line. */
export function AttendanceTrend({ view }: { view: ReportView }) {
  if (view.trend.length + view.comparators.length === 0) return null
  return (
    <section aria-labelledby="trend">
      <h2 className="govuk-heading-m" id="trend">
        How attendance has gone
      </h2>
      <OwnTrend view={view} />
      {view.comparators.length > 0 && <Beside view={view} />}
    </section>
  )
}

const rateOf = ({ possible, absence }: Comparator): number | null =>
  possible === 0 ? null : 1 - absence / possible

function Beside({ view: { comparators } }: { view: ReportView }) {
  const [first] = comparators
  const times = [
    ...new Set(
      comparators.map(
        ({ timeIdentifier, academicYear }) => `${timeIdentifier.toLowerCase()} ${academicYear}`,
      ),
    ),
  ].join(', ')
  return (
    <Figure
      title="Attendance in pupil referral units, as DfE publishes it"
      caption={`Per cent of possible sessions, ${times}`}
      source={first?.source ?? 'Department for Education'}
      status="Official statistics, all pupils of PRUs: not only those in the programme."
      footnotes={[
        'Read with care: DfE’s terms are not this quarter, and its pupils are not this cohort. The bars are a background, not a target.',
      ]}
      table={
        <Table
          caption="DfE’s attendance in pupil referral units"
          columns={[
            { header: 'Area', cell: ({ label }: Comparator) => label },
            { header: 'Academic year', cell: ({ academicYear }) => academicYear },
            {
              header: 'Possible sessions',
              cell: ({ possible }) => possible.toLocaleString('en-GB'),
              numeric: true,
            },
            { header: 'Attendance', cell: (row) => wordsOf(rateOf(row)), numeric: true },
          ]}
          rows={comparators}
          rowKey={({ area }) => area}
        />
      }
    >
      <BarChart
        description="Attendance in pupil referral units by area; the table below has the figures."
        bars={comparators.map((row) => ({ name: row.label, value: rateOf(row) }))}
        format={percent}
      />
    </Figure>
  )
}

const wordsOf = (rate: number | null): string => (rate === null ? '–' : percent(rate))
