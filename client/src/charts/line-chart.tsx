import { scaleLinear, scalePoint } from 'd3-scale'
import { ChartAxes } from './chart-axes.tsx'
import { ChartLine, type Plot } from './chart-line.tsx'
import { ChartPoints } from './chart-points.tsx'
import { LineLabels } from './line-labels.tsx'
import { categorical, focusColour, quietColour } from './palette.ts'
import { extentOf, type Series } from './series.ts'
import { useWidth } from './use-width.ts'

type LineChartProps = {
  /** What is seen, in a sentence, for those who do not see it; the table has the figures. */
  description: string
  periods: readonly string[]
  /** At most four, drawn over the same periods: more belong in small multiples. */
  series: readonly [Series, Series?, Series?, Series?]
  /** The name of the series in focus: dark, the others grey. Without it each has its own colour. */
  focus?: string
  format: (value: number) => string
  /** Whether the axis begins at zero. Lines need not; rates far from it read better without. */
  fromZero?: boolean
}

const height = 320

/** Lines over time with direct labels, an interval where points carry one, and a break where a definition changed. */
export function LineChart({ description, periods, series, focus, format, fromZero = false }: LineChartProps) {
  const [box, width] = useWidth()
  const shown = series.filter((each) => each !== undefined)
  const colours = shown.map(({ name }, index) => colourOf(name, index, focus))
  const plot = plotOf({ width, periods, shown, fromZero })
  return (
    <div ref={box}>
      <svg className="app-chart" role="img" aria-label={description} {...sizeOf(width)}>
        <ChartAxes plot={plot} periods={periods} series={shown} format={format} />
        {drawingOrder(shown, focus).map((index) => {
          const Drawn = shown[index]!.isJoined === false ? ChartPoints : ChartLine
          return (
            <Drawn
              key={shown[index]!.name}
              series={shown[index]!}
              plot={plot}
              colour={colours[index]!}
              strong={!focus || shown[index]!.name === focus}
            />
          )
        })}
        <LineLabels series={shown} plot={plot} colours={colours} />
      </svg>
    </div>
  )
}

/** The series in focus last, over the others. */
function drawingOrder(shown: readonly Series[], focus: string | undefined): number[] {
  const isFocus = (index: number) => Number(shown[index]?.name === focus)
  return shown.map((_, index) => index).toSorted((left, right) => isFocus(left) - isFocus(right))
}

function sizeOf(width: number) {
  return { width, height, viewBox: `0 0 ${width} ${height}` }
}

function colourOf(name: string, index: number, focus: string | undefined): string {
  if (focus === undefined) return categorical[index] ?? quietColour
  return name === focus ? focusColour : quietColour
}

type PlotInput = { width: number; periods: readonly string[]; shown: readonly Series[]; fromZero: boolean }

function plotOf({ width, periods, shown, fromZero }: PlotInput): Plot {
  const narrow = width < 480
  const labels = narrow ? 92 : 150
  const [low, high] = extentOf(shown) ?? [0, 1]
  const area = { left: narrow ? 44 : 56, right: width - labels, top: 30, bottom: height - 56 }
  const floor = fromZero ? Math.min(0, low) : low
  const y = scaleLinear([floor, high === floor ? floor + 1 : high], [area.bottom, area.top]).nice(
    narrow ? 4 : 5,
  )
  const x = scalePoint(periods, [area.left + 8, area.right - 12])
  return { narrow, width, ...area, y, x: (index) => x(periods[index] ?? '') ?? area.left }
}
