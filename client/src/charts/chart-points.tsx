import type { ChartLineProps } from './chart-line.tsx'
import { runsOf } from './series.ts'

const halfOfCap = 5

/** One series whose points stand alone: each with its interval as a bar. */
export function ChartPoints({ series, plot: { x, y }, colour, strong }: ChartLineProps) {
  return runsOf(series)
    .flat()
    .map(({ index, value, low, high, isHollow }) => (
      <g key={index} stroke={colour} strokeWidth={2}>
        {low !== high && (
          <path
            d={`M${x(index)} ${y(low)}V${y(high)}M${x(index) - halfOfCap} ${y(low)}h${2 * halfOfCap}M${x(index) - halfOfCap} ${y(high)}h${2 * halfOfCap}`}
            fill="none"
          />
        )}
        <circle cx={x(index)} cy={y(value)} r={strong ? 5 : 4} fill={isHollow ? '#ffffff' : colour} />
      </g>
    ))
}
