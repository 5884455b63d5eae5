/** The engine of checks alone on 200 figures, against reading the same input from its JSON. */
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { openDatabase } from '@inclusion/db/open'
import { findSnapshot } from '@inclusion/server/demonstration/snapshot'
import { checkInputOf, loadReturn } from '@inclusion/server/returns/load'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, type Measurement } from './figures.ts'

const rounds = 9
const runs = 50

/** A real mentoring return of the demonstration, with its history, cut or grown to 200 figures. */
async function findInput() {
  const path = join(mkdtempSync(join(tmpdir(), 'returns-bench-')), 'returns.sqlite')
  copyFileSync(await findSnapshot(), path)
  const { db, close } = openDatabase(path)
  const input = checkInputOf(await loadReturn(db, 'APM-E09000026-FY2025-26-Q2'))
  await close()
  return input
}

const time = (work: () => unknown): number => {
  const started = performance.now()
  for (let run = 0; run < runs; run++) work()
  return (performance.now() - started) / runs
}

export async function measureEngine(): Promise<Measurement[]> {
  const input = await findInput()
  const json = JSON.stringify(input)
  const ours: number[] = []
  const floor: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(time(() => runChecks(referenceEdition1, input)))
    floor.push(time(() => JSON.parse(json)))
  }
  const count = Object.keys(input.figures).length
  const ratio = median(ours.map((each, index) => each / floor[index]!))
  return [
    {
      name: `every check on a mentoring return (${count} figures, ${input.history.length} earlier quarters), against parsing its input`,
      unit: 'ms',
      ours: median(ours),
      floor: median(floor),
      ratio,
      better: 'lower',
    },
  ]
}
