/** What a benchmark says, and the statistics it says it with. */
export type Measurement = {
  name: string
  unit: string
  ours: number
  /** The floor or peer of the same run; null where there is none. */
  floor: number | null
  /** Ours over the floor, pair by pair, its median. */
  ratio: number | null
  better: 'higher' | 'lower'
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
