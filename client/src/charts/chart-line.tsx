import type { ScaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { runsOf, type PlacedPoint, type Series } from './series.ts'

/** Where things are drawn, in CSS pixels. */
export type Plot = {
  narrow: boolean
  width: number
  left: number
  right: number
  top: number
  bottom: number
  x: (index: number) => number
  y: ScaleLinear<number, number>
}

export type ChartLineProps = { series: Series; plot: Plot; colour: string; strong: boolean }

/** One series: its interval as a band, its line in as many runs as it has, a dot for each point. */
export function ChartLine({ series, plot: { x, y }, colour, strong }: ChartLineProps) {
  const path = line<PlacedPoint>(
    ({ index }) => x(index),
    ({ value }) => y(value),
  )
  const band = area<PlacedPoint>()
    .x(({ index }) => x(index))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
  return runsOf(series).map((run) => (
    <g key={run[0]!.index}>
      {run.some(({ low, high }) => low !== high) && (
        <path d={band(run) ?? ''} fill={colour} fillOpacity={0.15} />
      )}
      <path
        d={path(run) ?? ''}
        fill="none"
        stroke={colour}
        strokeWidth={strong ? 3 : 2}
        strokeLinejoin="round"
      />
      {run.map(({ index, value }) => (
        <circle key={index} cx={x(index)} cy={y(value)} r={strong ? 4 : 3} fill={colour} />
      ))}
    </g>
  ))
}
