/** What a line chart shows: up to four series over the same periods, in order of time. */
export type Point = {
  value: number | null
  /** The interval of the value, when it has one. */
  low?: number | undefined
  high?: number | undefined
  /** The definition changed before this point: the line is broken here. */
  changed?: boolean
  /** Drawn hollow, as a note beside the chart says why. */
  isHollow?: boolean
}

export type Series = {
  name: string
  points: readonly Point[]
  /** False: each point stands alone with its interval as a bar, as no line may be read into them. */
  isJoined?: boolean
}

export type PlacedPoint = { index: number; value: number; low: number; high: number; isHollow: boolean }

/** The runs of a series that one line may join: broken at a gap and where the definition changed. */
export function runsOf({ points }: Series): PlacedPoint[][] {
  const runs: PlacedPoint[][] = [[]]
  for (const [index, { value, low, high, changed, isHollow = false }] of points.entries()) {
    if (value === null || changed) runs.push([])
    if (value !== null) runs.at(-1)?.push({ index, value, low: low ?? value, high: high ?? value, isHollow })
  }
  return runs.filter((run) => run.length > 0)
}

/** The indexes of the periods before which a definition changed, in any series. */
export function changesOf(series: readonly Series[]): number[] {
  const indexes = series.flatMap(({ points }) =>
    points.flatMap(({ changed }, index) => (changed ? [index] : [])),
  )
  return [...new Set(indexes)].toSorted((left, right) => left - right)
}

/** The lowest and highest value or bound of an interval; null when there is none. */
export function extentOf(series: readonly Series[]): [number, number] | null {
  const values = series.flatMap((each) => runsOf(each).flat()).flatMap(({ low, high }) => [low, high])
  return values.length > 0 ? [Math.min(...values), Math.max(...values)] : null
}

/** Moves labels apart, keeping their order: at least `gap` between them, none under `bottom`. */
export function spread(wanted: readonly number[], gaps: readonly number[], bottom: number): number[] {
  const order = wanted.map((_, index) => index).toSorted((left, right) => wanted[left]! - wanted[right]!)
  const placed = [...wanted]
  let free = -Infinity
  for (const index of order) {
    placed[index] = Math.max(wanted[index]!, free)
    free = placed[index] + gaps[index]!
  }
  const over = Math.max(0, free - bottom)
  if (over === 0) return placed
  let ceiling = bottom
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index]!, ceiling - gaps[index]!)
    ceiling = placed[index]
  }
  return placed
}

/** Words broken into lines of at most so many characters. */
export function linesOf(words: string, most: number): string[] {
  const lines = ['']
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (longer.length > most && lines.at(-1) !== '') lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
