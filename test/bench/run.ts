/** `pnpm bench`: every benchmark, as JSON lines and then as a table. Ratios are of one run, round by round. */
import { measureCollection } from './collection.ts'
import { measureDiff } from './diff.ts'
import { measureEngine } from './engine.ts'
import type { Measurement } from './figures.ts'
import { measureKeys } from './keys.ts'
import { measureLoading } from './loading.ts'
import { measurePaste } from './paste.ts'
import { measureProgramme } from './programme.ts'
import { measureQueue } from './queue.ts'
import { measureRegisters } from './register.ts'
import { measureSaves } from './save.ts'
import { measureTemplates } from './template.ts'
import { measureTyping } from './typing.ts'

const measured: Measurement[] = []
for (const measure of [
  measureEngine,
  measureDiff,
  measureTemplates,
  measureProgramme,
  measureQueue,
  measureCollection,
  measureSaves,
  measureKeys,
  measureTyping,
  measurePaste,
  measureLoading,
  measureRegisters,
]) {
  for (const measurement of await measure()) {
    measured.push(measurement)
    console.log(JSON.stringify(measurement))
  }
}

const shown = (number: number | null): string => (number === null ? '' : number.toPrecision(3))
console.table(
  measured.map(({ name, unit, ours, floor, ratio }) => ({
    benchmark: name,
    unit,
    ours: shown(ours),
    floor: shown(floor),
    ratio: shown(ratio),
  })),
)
process.exit(0)
