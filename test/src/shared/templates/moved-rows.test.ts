/** The law of moved rows: however a file was sorted, cut or copied, no figure lands on a line whose key it is not beside. */
import { buildWorkbook } from '@inclusion/server/templates/workbook'
import { findHeadings } from '@inclusion/shared/templates/columns'
import type { CellPlace, FilledFile, FilledSheet } from '@inclusion/shared/templates/filled-file'
import { readTemplate } from '@inclusion/shared/templates/read-template'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXlsxFile } from '../../support/filled-file.ts'
import { aTemplate } from './a-return.ts'
import { typedIn, type Typed } from './generators.ts'

const template = aTemplate()

const filledWith = async (typed: readonly Typed[]): Promise<FilledFile> =>
  readXlsxFile(
    await buildWorkbook(template, {
      entries: typed.map(({ line, part, text }) => ({ locator: line.key, part, text })),
    }),
  )

function read(file: FilledFile) {
  const outcome = readTemplate(file, template)
  if (outcome.kind === 'refused') throw new Error(outcome.why)
  return outcome
}

const saysOf = (file: FilledFile): string[] =>
  read(file)
    .entries.map(({ locator, part, text }) => `${locator} ${part} ${text}`)
    .toSorted()

/** The names stay where they were, lead to anywhere, or are gone. */
const namings: Record<string, (names: FilledFile['names'], seed: number) => FilledFile['names']> = {
  stay: (names) => names,
  'are mixed up': (names, seed) => {
    const places = Object.values(names)
    return Object.fromEntries(
      Object.keys(names).map((name, at) => [name, places[(at * 7 + seed) % places.length]!]),
    )
  },
  'are lost': () => ({}),
}

function sorted(sheet: FilledSheet, seed: number): FilledSheet {
  const header = findHeadings(sheet.rows)?.header
  if (header === undefined) return sheet
  const lines = sheet.rows.slice(header + 1).map((row, at) => ({ row, by: (at * 7_919 + seed * 31) % 997 }))
  const rows = lines.toSorted((left, right) => left.by - right.by).map(({ row }) => row)
  return { ...sheet, rows: [...sheet.rows.slice(0, header + 1), ...rows] }
}

describe('a template whose rows were sorted', () => {
  test.each(Object.keys(namings))(
    'gives each figure to the line of its key, where names %s',
    async (naming) => {
      await fc.assert(
        fc.asyncProperty(typedIn(template), fc.nat(10_000), async (typed, seed) => {
          const file = await filledWith(typed)
          const moved = {
            ...file,
            sheets: file.sheets.map((sheet) => sorted(sheet, seed)),
            names: namings[naming]!(file.names, seed),
          }
          expect(saysOf(moved)).toEqual(saysOf({ ...file, names: {} }))
        }),
        { numRuns: 15 },
      )
    },
  )
})

describe('a cell', () => {
  const female = 'f.XYZ_OP1.sex.female.value'
  const male = 'f.XYZ_OP1.sex.male.value'
  const blank = aTemplate({ input: { figures: {} } })

  const withCell = (rows: FilledSheet['rows'], { row, column }: CellPlace, text: string): string[][] =>
    Array.from({ length: Math.max(rows.length, row + 1) }, (_, at) => {
      const texts = [...(rows[at] ?? [])]
      if (at !== row) return texts
      return Array.from({ length: Math.max(texts.length, column + 1) }, (_each, of) =>
        of === column ? text : (texts[of] ?? ''),
      )
    })
  const typedAt = (file: FilledFile, place: CellPlace, text: string): FilledFile => ({
    ...file,
    sheets: file.sheets.map((each) =>
      each.name === place.sheet ? { ...each, rows: withCell(each.rows, place, text) } : each,
    ),
  })

  test('that was cut and pasted one line down is of that line, and it is said', async () => {
    const file = await readXlsxFile(await buildWorkbook(blank))
    const { [male]: to, ...names } = file.names
    const outcome = readTemplate({ ...typedAt(file, to!, '40'), names: { ...names, [female]: to! } }, blank)
    expect(outcome).toMatchObject({ entries: [{ locator: 'XYZ-OP1:sex:male', text: '40' }], ignored: [] })
    expect(outcome).toMatchObject({ moved: true })
  })

  test('is found by its name alone where its line has no key, and left out where both say different things', async () => {
    const file = await readXlsxFile(await buildWorkbook(template))
    const place = file.names[female]!
    const beside = { sheet: place.sheet, row: 200, column: 3 }
    const typed = { ...typedAt(file, beside, '7'), names: { ...file.names, [female]: beside } }
    const { entries, ignored } = read(typed)
    // The line of its key still says what it said.
    expect(entries).toEqual([])
    expect(ignored.map(({ why }) => why)).toContain(
      'This figure stands twice in the file. The first one is taken.',
    )
    const unkeyed = { sheet: 'Mine', row: 0, column: 0 }
    const alone: FilledFile = {
      ...file,
      sheets: [{ name: 'Mine', rows: [['7']] }, file.sheets.at(-1)!],
      names: { [female]: unkeyed },
    }
    expect(saysOf(alone)).toEqual(['XYZ-OP1:sex:female value 7'])
  })

  test('of a copied sheet gives way to the sheet whose cells have the names, and an untouched copy is not told of', async () => {
    const file = await readXlsxFile(await buildWorkbook(template))
    const place = file.names[female]!
    const original = file.sheets.findIndex(({ name }) => name === place.sheet)
    const copy = { ...file.sheets[original]!, name: `${place.sheet} (2)` }
    const typed = typedAt(file, place, '999')
    const outcome = read({ ...typed, sheets: typed.sheets.toSpliced(original, 0, copy) })
    expect(outcome).toMatchObject({ entries: [{ locator: 'XYZ-OP1:sex:female', text: '999' }], ignored: [] })
  })
})
