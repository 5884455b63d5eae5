import { scaleLinear } from 'd3-scale'
import { focusColour, quietColour } from './palette.ts'
import { useWidth } from './use-width.ts'

export type Bar = {
  name: string
  value: number | null
  low?: number | undefined
  high?: number | undefined
  /** Said in place of a bar when there is no value: "too few to show". */
  missing?: string
}

type BarChartProps = {
  description: string
  bars: readonly Bar[]
  /** The name of the bar in focus: dark, the others grey. Without it all are dark. */
  focus?: string
  format: (value: number) => string
}

type BarPlace = { top: number; label: number; left: number; x: (value: number) => number; narrow: boolean }

const thickness = 20

/** Bars from zero, each with its name, its value, and its interval where it has one. No negative values. */
export function BarChart({ description, bars, focus, format }: BarChartProps) {
  const [box, width] = useWidth()
  const narrow = width < 480
  const left = narrow ? 2 : 200
  const room = narrow ? 76 : 90
  const pitch = narrow ? 52 : 32
  const highest = Math.max(0, ...bars.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)))
  const x = scaleLinear([0, highest || 1], [left, width - room])
  const height = bars.length * pitch + 8
  return (
    <div ref={box}>
      <svg
        className="app-chart"
        role="img"
        aria-label={description}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        {bars.map((bar, index) => {
          const label = index * pitch + (narrow ? 14 : 18)
          const top = narrow ? label + 8 : label - 14
          const colour = focus === undefined || focus === bar.name ? focusColour : quietColour
          return (
            <BarRow
              key={bar.name}
              bar={bar}
              place={{ top, label, left, x, narrow }}
              colour={colour}
              format={format}
            />
          )
        })}
        <line className="app-chart__axis" x1={left} x2={left} y1={0} y2={height} />
      </svg>
    </div>
  )
}

type BarRowProps = { bar: Bar; place: BarPlace; colour: string; format: (value: number) => string }

function BarRow({ bar: { name, value, low, high, missing }, place, colour, format }: BarRowProps) {
  const { top, label, left, x, narrow } = place
  const middle = top + thickness / 2
  const end = x(Math.max(value ?? 0, high ?? 0))
  return (
    <g>
      <text x={narrow ? left + 4 : left - 10} y={label} textAnchor={narrow ? 'start' : 'end'}>
        {name}
      </text>
      {value !== null && <rect x={left} y={top} width={x(value) - left} height={thickness} fill={colour} />}
      {value !== null && low !== undefined && high !== undefined && (
        <Whisker low={x(low)} high={x(high)} middle={middle} />
      )}
      <text
        className={value === null ? 'app-chart__quiet' : undefined}
        x={value === null ? left + 8 : end + 8}
        y={middle}
        dy="0.35em"
      >
        {value === null ? (missing ?? 'no figure') : format(value)}
      </text>
    </g>
  )
}

function Whisker({ low, high, middle }: { low: number; high: number; middle: number }) {
  const path = `M${low},${middle - 4}v8 M${low},${middle}H${high} M${high},${middle - 4}v8`
  return (
    <>
      <path d={path} stroke="#ffffff" strokeWidth={4} fill="none" />
      <path d={path} stroke="#0b0c0c" strokeWidth={1.5} fill="none" />
    </>
  )
}
