/**
 * What changed between two versions of 300 figures, with its causes and its order, against canonical JSON of both: what
 * any comparison of two filings does at the least; and against a plain loop over their figures.
 */
import { canonicalJson } from '@inclusion/shared/canonical'
import type { Figures } from '@inclusion/shared/figures'
import type { Filing } from '@inclusion/shared/movements/filing'
import { movementsBetween } from '@inclusion/shared/movements/movements'
import { rankedBetween } from '@inclusion/shared/movements/since-last'
import { median, type Measurement } from './figures.ts'
import { wideInput } from './wide-input.ts'

const rounds = 9
const runs = 20

/** Nothing but which figures are not what they were. */
function differing(before: Figures, after: Figures): string[] {
  const found: string[] = []
  for (const [locator, figure] of Object.entries(after)) {
    const old = before[locator]
    if (
      !old ||
      old.value !== figure.value ||
      old.numerator !== figure.numerator ||
      old.denominator !== figure.denominator ||
      old.note !== figure.note
    )
      found.push(locator)
  }
  for (const locator of Object.keys(before)) if (!after[locator]) found.push(locator)
  return found
}

export function measureDiff(): Promise<Measurement[]> {
  const input = wideInput({ indicators: 30, quarters: 8 })
  const side = (figures: Figures, when: string): Filing => ({
    ...{
      periodId: input.periodId,
      when,
      figures,
      definitions: {},
      settings: [],
      corrected: null,
      backdated: [],
    },
  })
  const [before, after] = [side(input.history[0]!.figures, 'in version 1'), side(input.figures, 'now')]
  const json = () => [canonicalJson(before.figures), canonicalJson(after.figures)]
  const loop = () => differing(before.figures, after.figures)
  const count = Object.keys(after.figures).length
  const changed = loop().length
  const name = (words: string) => `${words} of two versions of ${count} figures, ${changed} of them others`
  return Promise.resolve([
    compare(
      `${name('the changes')}, against canonical JSON of both`,
      () => movementsBetween(before, after, input),
      json,
    ),
    compare(
      `${name('the changes')}, against a plain loop`,
      () => movementsBetween(before, after, input),
      loop,
    ),
    compare(
      `${name('the changes, ranked by eight quarters,')}, against canonical JSON of both`,
      () => rankedBetween(input, before, after),
      json,
    ),
  ])
}

function compare(name: string, ours: () => unknown, floor: () => unknown): Measurement {
  const timed = (work: () => unknown) => {
    const started = performance.now()
    for (let run = 0; run < runs; run++) work()
    return (performance.now() - started) / runs
  }
  timed(ours)
  timed(floor)
  const times = Array.from({ length: rounds }, () => ({ ours: timed(ours), floor: timed(floor) }))
  return {
    ...{ name, unit: 'ms', better: 'lower' },
    ours: median(times.map((each) => each.ours)),
    floor: median(times.map((each) => each.floor)),
    ratio: median(times.map((each) => each.ours / each.floor)),
  }
}
