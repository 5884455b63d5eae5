import type { Plot } from './chart-line.tsx'
import { linesOf, runsOf, spread, type Series } from './series.ts'

type LineLabelsProps = { series: readonly Series[]; plot: Plot; colours: readonly string[] }

/** The name of each series at the end of its line, moved apart where they would touch. */
export function LineLabels({ series, plot: { narrow, right, bottom, y }, colours }: LineLabelsProps) {
  const row = narrow ? 17 : 19
  const labels = series.map(({ name }) => linesOf(name, narrow ? 11 : 17))
  const ends = series.map((each) => y(runsOf(each).at(-1)?.at(-1)?.value ?? y.domain()[0]!))
  const places = spread(
    ends,
    labels.map((lines) => lines.length * row + 6),
    bottom + row,
  )
  return series.map(({ name }, index) => (
    <g key={name}>
      <line x1={right - 4} x2={right + 4} y1={ends[index]} y2={places[index]} stroke={colours[index]} />
      <text x={right + 8} y={places[index]} dy="0.35em" fontWeight={700}>
        {labels[index]!.map((words, line) => (
          <tspan key={words} x={right + 8} dy={line === 0 ? '0.35em' : row}>
            {words}
          </tspan>
        ))}
      </text>
    </g>
  ))
}
