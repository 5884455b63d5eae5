import { showNumber, showRatio } from '@inclusion/shared/figures'
import type { IndicatorEvidence } from '@inclusion/server/programmes/view'
import { LineChart } from '../charts/line-chart.tsx'
import { Figure } from '../ui/figure.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { mostlyIn, percentOf, type AttendancePoint } from './attendance-series.ts'
import { isSmall, shortPeriod, smallWords } from './roll-up-words.ts'

const count = (number: number | null) => (number === null ? 'Not given' : showNumber(number, 'count'))

const columns: Column<AttendancePoint>[] = [
  { header: 'Period', cell: ({ label }) => label },
  {
    header: 'Attendance',
    numeric: true,
    cell: (point) => showRatio(point, 'proportion') ?? 'Nothing reported',
  },
  { header: 'Sessions attended', numeric: true, cell: ({ numerator }) => count(numerator) },
  { header: 'Sessions possible', numeric: true, cell: ({ denominator }) => count(denominator) },
  { header: 'Pupils', numeric: true, cell: ({ people }) => count(people) },
  { header: 'Boroughs', numeric: true, cell: ({ boroughs }) => boroughs },
]

type AttendanceChartProps = { attendance: IndicatorEvidence; source: string }

/** Attendance of the mentored cohort, all boroughs together, period by period, with its table. */
export function AttendanceChart({ attendance, source }: AttendanceChartProps) {
  const { series, label } = attendance
  const few = series.filter((point) => isSmall(attendance, point))
  const drawn = mostlyIn(series)
  const left = series.filter((point) => !drawn.includes(point))
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last) return <p className="govuk-body">No attendance was accepted yet.</p>
  return (
    <Figure
      title={label}
      caption={`Per cent of possible sessions, all reporting boroughs together, ${first.label} to ${last.label}`}
      source={source}
      status="Accepted figures only. The axis does not begin at zero."
      footnotes={[
        ...left.map(
          ({ label, boroughs }) =>
            `Not drawn: ${label}, in which only ${boroughs === 1 ? '1 borough has' : `${boroughs} boroughs have`} accepted figures so far. It is in the table.`,
        ),
        ...few.map((point) => `${point.label}: ${smallWords}`),
        'Boroughs and pupils differ from period to period, so a change is not by itself an effect of the programme.',
        'No interval is drawn: sessions of one pupil go together, and how much pupils differ is known only of settings that count from a register.',
      ]}
      table={
        <Table
          caption="Attendance by period"
          columns={columns}
          rows={series}
          rowKey={({ periodId }) => periodId}
        />
      }
    >
      <LineChart
        description={`${label}: ${showRatio(first, 'proportion')} in ${first.label}, ${showRatio(last, 'proportion')} in ${last.label}.`}
        periods={drawn.map(({ periodId }) => shortPeriod(periodId))}
        series={[{ name: 'All boroughs', points: drawn.map((point) => ({ value: percentOf(point) })) }]}
        format={(value) => `${value}%`}
      />
    </Figure>
  )
}
