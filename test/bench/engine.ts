/**
 * The engine of checks alone: the complete edition on a return of 300 figures with eight quarters and 31
 * peers, and on a real one of the demonstration, against reading the same input; and what twice the figures,
 * twice the history and twice the checks cost.
 */
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@inclusion/db/open'
import { findSnapshot } from '@inclusion/server/demonstration/snapshot'
import { checkInputOf, loadReturn } from '@inclusion/server/returns/load'
import type { Standard } from '@inclusion/shared/standards/check'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { median, type Measurement } from './figures.ts'
import { figuresEach, wideInput } from './wide-input.ts'

const rounds = 9
/** How long one side of a round takes about: enough to be told from noise. */
const roundFor = 60

const wide = { indicators: 30, quarters: 8 }

/** The standard with every check twice, under codes of their own. */
const twice: Standard = {
  ...referenceEdition1,
  checks: referenceEdition1.checks.flatMap((check) => {
    const [clause, number] = check.code.split('.')
    return [check, { ...check, code: `${clause}.${Number(number) + 50}` }]
  }),
}

const timed = (work: () => unknown, runs: number): number => {
  const started = performance.now()
  for (let run = 0; run < runs; run++) work()
  return (performance.now() - started) / runs
}

/** Two pieces of work in turn, each as often as fills its part of a round. */
function compare(name: string, ours: () => unknown, floor: () => unknown): Measurement {
  const runsOf = (work: () => unknown) => Math.max(1, Math.round(roundFor / timed(work, 3)))
  const runs = { ours: runsOf(ours), floor: runsOf(floor) }
  const times = Array.from({ length: rounds }, () => ({
    ours: timed(ours, runs.ours),
    floor: timed(floor, runs.floor),
  }))
  return {
    name,
    unit: 'ms',
    ours: median(times.map((each) => each.ours)),
    floor: median(times.map((each) => each.floor)),
    ratio: median(times.map((each) => each.ours / each.floor)),
    better: 'lower',
  }
}

function againstReading(input: CheckInput): Measurement {
  const json = JSON.stringify(input)
  const count = Object.keys(input.figures).length
  return compare(
    `every check on ${count} figures and ${input.history.length} earlier quarters, against parsing its input`,
    () => runChecks(referenceEdition1, input),
    () => JSON.parse(json),
  )
}

function growth(): Measurement[] {
  const input = wideInput(wide)
  const once = () => runChecks(referenceEdition1, input)
  const wider = wideInput({ ...wide, indicators: wide.indicators * 2 })
  const longer = wideInput({ ...wide, quarters: wide.quarters * 2 })
  return [
    compare('twice the figures, against once', () => runChecks(referenceEdition1, wider), once),
    compare('twice the history, against once', () => runChecks(referenceEdition1, longer), once),
    compare('twice the checks, against once', () => runChecks(twice, input), once),
  ]
}

const real = 'APM-E09000026-FY2025-26-Q2'

/** A mentoring return of the demonstration, and what it takes to read it from the database. */
async function realReturn(): Promise<{ input: CheckInput; loading: Measurement }> {
  const path = join(mkdtempSync(join(tmpdir(), 'returns-bench-')), 'returns.sqlite')
  copyFileSync(await findSnapshot(), path)
  const { db, close } = openDatabase(path)
  const load = () => loadReturn(db, real, '2026-01-20')
  const input = checkInputOf(await load())
  const loads: number[] = []
  const checks: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await load()
    loads.push(performance.now() - started)
    checks.push(timed(() => runChecks(referenceEdition1, input), 5))
  }
  await close()
  return {
    input,
    loading: {
      name: 'every check on a return of the demonstration, against reading it from the database',
      ...{ unit: 'ms', ours: median(checks), floor: median(loads), better: 'lower' },
      ratio: median(checks.map((each, index) => each / loads[index]!)),
    },
  }
}

export async function measureEngine(): Promise<Measurement[]> {
  const input = wideInput(wide)
  if (Object.keys(input.figures).length !== wide.indicators * figuresEach) throw new Error('Not 300 figures')
  const { input: realInput, loading } = await realReturn()
  return [againstReading(input), againstReading(realInput), loading, ...growth()]
}
