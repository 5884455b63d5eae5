/**
 * A template of 300 figures, built and read again, against hucre alone writing and reading the same cells: values in
 * rows, without looks, locks, names or validations; the workbook also against hucre writing it whole, laid out
 * beforehand. Rounds are interleaved, and nothing is kept from one to the next.
 */
import { buildCsv } from '@inclusion/server/templates/csv'
import { buildOpenDocument } from '@inclusion/server/templates/opendocument'
import { buildWorkbook, layWorkbook } from '@inclusion/server/templates/workbook'
import { readTemplate } from '@inclusion/shared/templates/read-template'
import type { Template } from '@inclusion/shared/templates/template'
import { templateOf } from '@inclusion/shared/templates/template-of'
import { parseCsv, writeCsv } from 'hucre/csv'
import { readOds, writeOds } from 'hucre/ods'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { readCsvFile, readOdsFile, readXlsxFile } from '../src/support/filled-file.ts'
import { median, type Measurement } from './figures.ts'
import { figuresEach, wideInput } from './wide-input.ts'
import { period } from './world.ts'

const rounds = 25
const indicators = 30

type Timed = { ours: number; floor: number }

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Ours and the floor in turn, each first every other time. */
async function interleaved(ours: () => unknown, floor: () => unknown): Promise<Timed[]> {
  const measured: Timed[] = []
  for (let round = 0; round < rounds + 3; round += 1) {
    const first = round % 2 === 0 ? ours : floor
    const one = await timed(first)
    const other = await timed(first === ours ? floor : ours)
    // The first rounds warm both up.
    if (round >= 3) measured.push(first === ours ? { ours: one, floor: other } : { ours: other, floor: one })
  }
  return measured
}

const summary = (name: string, measured: readonly Timed[]): Measurement => ({
  ...{ name, unit: 'ms', better: 'lower' },
  ours: median(measured.map(({ ours }) => ours)),
  floor: median(measured.map(({ floor }) => floor)),
  ratio: median(measured.map(({ ours, floor }) => ours / floor)),
})

function wideTemplate(): Template {
  const checkInput = wideInput({ indicators, quarters: 4 })
  return templateOf({
    ...{ id: `WID-E09000007-${period}`, authority: { gssCode: 'E09000007', name: 'Camden' } },
    ...{ programme: { code: 'WID', name: 'Wide' }, period: { id: period, label: period } },
    ...{ checkInput, marks: {}, reports: [], baselines: checkInput.baselines },
    ...{ profile: checkInput.profiles[period] ?? {}, whyClosed: () => null },
  })
}

type Way = {
  name: string
  build: (template: Template) => Promise<Uint8Array>
  read: (bytes: Uint8Array) => ReturnType<typeof readXlsxFile>
  /** The library alone: the same cells into a file, and out of one. */
  write: (bytes: Uint8Array) => Promise<() => unknown>
  open: (bytes: Uint8Array) => unknown
}

const ways: Way[] = [
  {
    ...{ name: 'XLSX', build: buildWorkbook, read: readXlsxFile, open: (bytes) => readXlsx(bytes) },
    async write(bytes) {
      const { sheets } = await readXlsx(bytes)
      const plain = sheets.map(({ name, rows }) => ({ name, rows }))
      return () => writeXlsx({ sheets: plain })
    },
  },
  {
    ...{ name: 'ODS', build: buildOpenDocument, read: readOdsFile, open: (bytes) => readOds(bytes) },
    async write(bytes) {
      const { sheets } = await readOds(bytes)
      const plain = sheets.map(({ name, rows }) => ({ name, rows }))
      return () => writeOds({ sheets: plain })
    },
  },
  {
    name: 'CSV',
    build: async (template) => buildCsv(template),
    read: async (bytes) => readCsvFile(bytes),
    open: (bytes) => parseCsv(new TextDecoder().decode(bytes)),
    async write(bytes) {
      const rows = parseCsv(new TextDecoder().decode(bytes))
      return () => writeCsv(rows)
    },
  },
]

export async function measureTemplates(): Promise<Measurement[]> {
  const template = wideTemplate()
  const figures = indicators * figuresEach
  const measured: Measurement[] = []
  for (const { name, build, read, write, open } of ways) {
    const bytes = await build(template)
    const alone = await write(bytes)
    const what = `${figures} figures, ${name} of ${(bytes.length / 1e3).toFixed(0)} kB`
    const built = await interleaved(() => build(template), alone)
    measured.push(summary(`template: build, ${what}, against hucre writing its values alone`, built))
    if (name === 'XLSX') {
      const laid = layWorkbook(template)
      const written = await interleaved(
        () => build(template),
        () => writeXlsx(laid),
      )
      measured.push(summary(`template: build, ${what}, against hucre writing the same workbook`, written))
    }
    const readBack = async () => readTemplate(await read(bytes), template)
    const opened = await interleaved(readBack, () => open(bytes))
    measured.push(summary(`template: read, ${what}, against hucre opening it alone`, opened))
  }
  return measured
}
