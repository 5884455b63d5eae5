import type { Plot } from './chart-line.tsx'
import { changesOf, linesOf, type Series } from './series.ts'

type ChartAxesProps = {
  plot: Plot
  periods: readonly string[]
  series: readonly Series[]
  format: (value: number) => string
}

/** Grid, values at the left, periods below, and a marked line where a definition changed. */
export function ChartAxes({ plot, periods, series, format }: ChartAxesProps) {
  const { left, right, bottom, x, y, narrow } = plot
  return (
    <g>
      {y.ticks(narrow ? 4 : 5).map((tick) => (
        <g key={tick}>
          <line className="app-chart__grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      <line className="app-chart__axis" x1={left} x2={right} y1={bottom} y2={bottom} />
      {labelled(periods.length, (right - left) / (narrow ? 64 : 84)).map((index) => (
        <text key={index} x={x(index)} y={bottom + 28} textAnchor="middle">
          {linesOf(periods[index] ?? '', 9).map((words, row) => (
            <tspan key={words} x={x(index)} dy={row === 0 ? 0 : '1.2em'}>
              {words}
            </tspan>
          ))}
        </text>
      ))}
      {changesOf(series).map((index) => (
        <ChangeMark key={index} at={(x(index) + x(Math.max(0, index - 1))) / 2} plot={plot} />
      ))}
    </g>
  )
}

const halfOfWords = 66

function ChangeMark({ at, plot: { left, right, top, bottom } }: { at: number; plot: Plot }) {
  const middle = Math.max(left + halfOfWords, Math.min(right - halfOfWords, at))
  return (
    <g>
      <line className="app-chart__change" x1={at} x2={at} y1={top - 8} y2={bottom} />
      <text className="app-chart__quiet" x={middle} y={top - 12} textAnchor="middle">
        Definition changed
      </text>
    </g>
  )
}

/** As many periods as there is room to name, counted back from the latest, at even steps. */
function labelled(count: number, room: number): number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, Math.floor(room))))
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => (count - 1 - index) % step === 0,
  )
}
