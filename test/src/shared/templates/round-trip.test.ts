/** The law of templates: what is written and read back is no change, and what is typed comes back as it was typed. */
import { buildCsv } from '@inclusion/server/templates/csv'
import { buildOpenDocument } from '@inclusion/server/templates/opendocument'
import { buildWorkbook } from '@inclusion/server/templates/workbook'
import { cleanCell } from '@inclusion/shared/cell-text'
import { emptyFigure, numberParts, readEntry } from '@inclusion/shared/figures'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import type { TemplateRead } from '@inclusion/shared/templates/outcome'
import { readTemplate } from '@inclusion/shared/templates/read-template'
import type { Template } from '@inclusion/shared/templates/template'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsvFile, readOdsFile, readXlsxFile } from '../../support/filled-file.ts'
import { aTemplate } from './a-return.ts'
import { figuresOf, typedIn, type Typed } from './generators.ts'

type Way = {
  name: string
  write: (template: Template, typed: readonly Typed[]) => Promise<FilledFile>
}

const entriesOf = (typed: readonly Typed[]) =>
  typed.map(({ line, part, text }) => ({ locator: line.key, part, text }))

/** As the person's spreadsheet would keep it: the file as it was given, with these cells typed over. */
const ways: Way[] = [
  {
    name: 'XLSX, by the names of cells',
    write: async (template, typed) => {
      const file = await readXlsxFile(await buildWorkbook(template, { entries: entriesOf(typed) }))
      return { ...file, sheets: file.sheets.filter(({ name }) => name !== 'Definitions') }
    },
  },
  {
    name: 'XLSX that lost its names, by the key column',
    write: async (template, typed) => ({
      ...(await readXlsxFile(await buildWorkbook(template, { entries: entriesOf(typed) }))),
      names: {},
    }),
  },
  {
    name: 'ODS, by the key column',
    write: async (template, typed) =>
      readOdsFile(await buildOpenDocument(template, { entries: entriesOf(typed) })),
  },
  {
    name: 'CSV, by its columns',
    write: async (template, typed) => readCsvFile(buildCsv(template, { entries: entriesOf(typed) })),
  },
]

const template = aTemplate()

const read = (file: FilledFile, expected: Template): TemplateRead => {
  const outcome = readTemplate(file, expected)
  if (outcome.kind === 'refused') throw new Error(outcome.why)
  return outcome
}

const isNumber = (part: string): boolean => numberParts.some((each) => each === part)

/** A text as it has to come back: a number as the number it is, anything else as it was. */
function comparable({ locator, part, text }: { locator: string; part: string; text: string }): string {
  const line = template.lines.find(({ key }) => key === locator)!
  const entry = isNumber(part) ? readEntry(text, part === 'people' ? 'count' : line.measure) : null
  const said = entry?.kind === 'number' ? String(entry.number) : cleanCell(text.replaceAll(/\s+/g, ' '))
  return `${locator} ${part} ${said}`
}

describe.each(ways)('a template as $name', ({ write }) => {
  test('is no change when it comes back as it went', async () => {
    await fc.assert(
      fc.asyncProperty(figuresOf(template), async (figures) => {
        const now = aTemplate({ input: { figures } })
        const { entries, ignored, matched, absent } = read(await write(now, []), now)
        expect({ entries, ignored }).toEqual({ entries: [], ignored: [] })
        const typed = now.lines.filter(({ locked }) => locked === null)
        expect(matched).toBe(typed.reduce((sum, { cells }) => sum + cells.length, 0))
        expect(absent).toBe(0)
      }),
      { numRuns: 15 },
    )
  })

  test('is no change where a text holds the mark that stands for a new line', async () => {
    const figures = { 'XYZ-OP1': { ...emptyFigure, value: 4, note: 'Clause¶4 of the plan ¶ holds' } }
    const now = aTemplate({ input: { figures } })
    const { entries, ignored } = read(await write(now, []), now)
    expect({ entries, ignored }).toEqual({ entries: [], ignored: [] })
  })

  test('gives back exactly what was typed', async () => {
    await fc.assert(
      fc.asyncProperty(typedIn(template), async (typed) => {
        const { entries } = read(await write(template, typed), template)
        expect(entries.map(comparable).toSorted()).toEqual(entriesOf(typed).map(comparable).toSorted())
        for (const { locator, revision } of entries)
          expect(revision).toBe(template.lines.find(({ key }) => key === locator)?.revision)
      }),
      { numRuns: 25 },
    )
  })
})
