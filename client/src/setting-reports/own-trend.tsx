import type { ReportView } from '@inclusion/server/setting-reports/view'
import { smallCohortWords } from '@inclusion/shared/attendance/small-cohort'
import { shortPeriod } from '../programmes/roll-up-words.ts'
import { LineChart } from '../charts/line-chart.tsx'
import { attendanceOf } from '../returns/entry/edits.ts'
import { useGrid } from '../returns/grid/grid-context.ts'
import { formerlyWords } from '../settings/formerly-words.ts'
import { Figure } from '../ui/figure.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { changeFrom, latestChange, pointOf, surePoints, type Change, type SurePoint } from './trend-points.ts'

const percent = (rate: number): string => `${(rate * 100).toFixed(1)}%`
const short = (rate: number): string => `${Math.round(rate * 100)}%`
const count = (number: number | null): string => number?.toLocaleString('en-GB') ?? 'Not given'

/** The setting's own attendance by period: points with their intervals, and no line through chance. */
export function OwnTrend({ view }: { view: ReportView }) {
  const { entry } = useGrid()
  const { trend, setting, period, urn, formerly } = view
  const now = pointOf(attendanceOf(entry.input, urn, 'mentored'), shortPeriod(period.id))
  const points = surePoints(trend, now)
  if (points.length < 2) return null
  const hasNow = points.some(({ isNow }) => isNow)
  return (
    <>
      <p className="govuk-body">{latestChange(points)}</p>
      <Figure
        title={`Attendance of young people in the programme at ${setting}`}
        caption="Per cent of possible sessions, by period, with 95% intervals"
        source="this setting’s reports"
        status={hasNow ? 'Accepted figures; this report’s as it stands.' : 'Accepted figures.'}
        footnotes={[...notesOn(points), ...formerlyWords(formerly)]}
        table={<TrendTable points={points} />}
      >
        <LineChart
          description={`Attendance of young people in the programme in each of ${points.length} periods; the table below has the figures.`}
          periods={points.map(({ label }) => label)}
          series={[{ name: 'This setting', isJoined: false, points: points.map(drawn) }]}
          format={short}
        />
      </Figure>
    </>
  )
}

const drawn = ({ rate, interval, isSmall }: SurePoint) => ({
  value: rate,
  low: interval?.low,
  high: interval?.high,
  isHollow: isSmall,
})

function notesOn(points: readonly SurePoint[]): string[] {
  const isWide = points.some(({ interval }) => interval?.basis === 'one-each')
  return [
    'Different young people are in the programme in different periods, so a change is not all theirs.',
    'Bars are 95% intervals. They allow for differences between pupils: sessions of one pupil go together.',
    ...(isWide
      ? [
          'Where counts were typed, or of fewer than six pupils, the interval is wider than it need be: it takes each pupil as one observation.',
        ]
      : []),
    ...(points.some(({ interval }) => !interval)
      ? ['Where pupils were not given there is no interval.']
      : []),
    ...(points.some(({ isSmall }) => isSmall) ? [`Hollow points. ${smallCohortWords}.`] : []),
  ]
}

type Row = SurePoint & { change: Change | null }

const changeWords: Record<Change, string> = {
  higher: 'Higher',
  lower: 'Lower',
  'too-few': 'Too few pupils to say',
  unknown: 'Not known: pupils were not given',
}

const columns: Column<Row>[] = [
  { header: 'Period', cell: ({ label, isNow }) => (isNow ? `${label} (this report)` : label) },
  { header: 'Attended', cell: ({ attended }) => count(attended), numeric: true },
  { header: 'Possible', cell: ({ possible }) => count(possible), numeric: true },
  {
    header: 'Pupils',
    cell: ({ people, isSmall }) => (isSmall ? `${count(people)} (small cohort)` : count(people)),
    numeric: true,
  },
  { header: 'Attendance', cell: ({ rate }) => percent(rate), numeric: true },
  { header: '95% interval', cell: intervalWords, numeric: true },
  { header: 'Against the period before', cell: ({ change }) => (change ? changeWords[change] : '–') },
]

function intervalWords({ interval }: SurePoint): string {
  if (!interval) return 'None'
  const between = `${percent(interval.low)} to ${percent(interval.high)}`
  return interval.basis === 'one-each' ? `${between}, wider than it need be` : between
}

function TrendTable({ points }: { points: readonly SurePoint[] }) {
  const rows = points.map((point, index) => ({ ...point, change: changeFrom(points[index - 1], point) }))
  return (
    <Table
      caption="Attendance of young people in the programme by period"
      columns={columns}
      rows={rows}
      rowKey={({ label }) => label}
    />
  )
}
