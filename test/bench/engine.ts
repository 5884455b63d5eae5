/** The engine of checks alone: on 200 figures, and on a real mentoring return with its history. */
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@inclusion/db/open'
import { findSnapshot } from '@inclusion/server/demonstration/snapshot'
import { checkInputOf, loadReturn } from '@inclusion/server/returns/load'
import { applyChange } from '@inclusion/shared/figure-changes'
import { emptyFigure } from '@inclusion/shared/figures'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { exampleInput } from '@inclusion/shared/standards/examples/worked-example'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { median, type Measurement } from './figures.ts'
import { changesFor, definitions, period } from './world.ts'

const rounds = 9
const runs = 50

/** 200 figures of 20 indicators, all of them right, so that every check has to look at every one. */
function wideInput(): CheckInput {
  const figures = changesFor(0).map((change): [string, typeof emptyFigure] => {
    const { figure } = applyChange({ measure: 'count' }, emptyFigure, change)
    return [change.locator, figure]
  })
  return {
    ...exampleInput({ periodId: period, figures: Object.fromEntries(figures) }),
    asked: definitions,
  }
}

/** A mentoring return of the demonstration, with its settings, identities and earlier quarters. */
async function realInput(): Promise<CheckInput> {
  const path = join(mkdtempSync(join(tmpdir(), 'returns-bench-')), 'returns.sqlite')
  copyFileSync(await findSnapshot(), path)
  const { db, close } = openDatabase(path)
  const input = checkInputOf(await loadReturn(db, 'APM-E09000026-FY2025-26-Q2', '2026-01-20'))
  await close()
  return input
}

const time = (work: () => unknown): number => {
  const started = performance.now()
  for (let run = 0; run < runs; run++) work()
  return (performance.now() - started) / runs
}

function measure(input: CheckInput): Measurement {
  const json = JSON.stringify(input)
  const ours: number[] = []
  const floor: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(time(() => runChecks(referenceEdition1, input)))
    floor.push(time(() => JSON.parse(json)))
  }
  const count = Object.keys(input.figures).length
  return {
    name: `every check on ${count} figures and ${input.history.length} earlier quarters, against parsing its input`,
    unit: 'ms',
    ours: median(ours),
    floor: median(floor),
    ratio: median(ours.map((each, index) => each / floor[index]!)),
    better: 'lower',
  }
}

export async function measureEngine(): Promise<Measurement[]> {
  return [measure(wideInput()), measure(await realInput())]
}
